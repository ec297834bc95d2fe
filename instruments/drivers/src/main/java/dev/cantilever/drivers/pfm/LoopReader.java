package dev.cantilever.drivers.pfm;

import java.util.ArrayList;
import java.util.List;

/** Reads a local loop: the memory under the tip at each bias, seen off and on field. */
final class LoopReader {

  private final Film film;
  private final Probe probe;
  private final HysteresisSettings settings;
  private final ReadOut.BandExcitation band = ReadOut.BandExcitation.defaults();
  private final ShoFitter fitter = new ShoFitter(band.hertz());

  LoopReader(Film film, Probe probe, HysteresisSettings settings) {
    this.film = film;
    this.probe = probe;
    this.settings = settings;
  }

  /** One fit for every bias. */
  record Branches(List<ShoFit> offField, List<ShoFit> onField) {}

  Branches read(double x, double y, List<Double> biasVolts) {
    FilmMaps.LoopMaps maps = film.maps().loop();
    SwitchingMemory memory =
        new SwitchingMemory(
            film.grid().sample(maps.coercive(), x, y),
            film.grid().sample(maps.imprint(), x, y),
            settings.branchWidthVolts(),
            film.polarization(x, y));
    double share = film.blurredShare(x, y);
    List<ShoFit> off = new ArrayList<>();
    List<ShoFit> on = new ArrayList<>();
    for (double volts : biasVolts) {
      double vertical = share * memory.apply(volts);
      on.add(fit(x, y, probe.motion(settings.onFieldGain() * vertical, volts, band.driveVolts())));
      off.add(fit(x, y, probe.motion(vertical, 0, band.driveVolts())));
    }
    return new Branches(off, on);
  }

  private ShoFit fit(double x, double y, double signedMetres) {
    Sho oscillator = probe.oscillator(x, y, signedMetres);
    return fitter.fit(probe.band(oscillator, band.hertz()));
  }
}
