package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.sample.CalibrationGrid;
import dev.cantilever.drivers.afm.sample.FractalFilm;
import dev.cantilever.drivers.afm.sample.MagneticFilm;
import dev.cantilever.drivers.afm.sample.Particles;
import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.afm.sample.Shelf;
import dev.cantilever.drivers.afm.sample.StripeDomains;
import dev.cantilever.drivers.afm.sample.Terraces;
import dev.cantilever.drivers.afm.sample.TwoPhasePolymer;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.drivers.simulation.TwinDriver;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import java.util.stream.Stream;

/**
 * Simulates instruments of the kind {@code twin.afm}. Options: {@code title}, {@code sample}
 * (words), {@code surface} (fractal_film, terraces, calibration_grid, particles, polymer), {@code
 * probe} (stiff, soft), {@code seed}; {@code steady_drift}, a speed along x within 10 nm/s that is
 * added to the usual wandering, none where it is left out; {@code stripe_period} of magnetic
 * domains in the film, from 100 nm to 2 µm, without which it has none.
 */
public final class AfmFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of("title", "sample", "surface", "probe", "seed", "steady_drift", "stripe_period");
  private static final double RANGE = 50e-6;
  private static final Shelf SHELF = new Shelf();
  private static final double MOST_DRIFT = 1e-8;
  private static final double LEAST_PERIOD = 100e-9;
  private static final double MOST_PERIOD = 2e-6;

  @Override
  public String kind() {
    return "twin.afm";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    long seed = options.whole("seed", 0, Long.MAX_VALUE >> 10);
    Probe probe =
        switch (options.text("probe")) {
          case "stiff" -> Probe.stiff();
          case "soft" -> Probe.soft();
          default -> throw options.refusal("probe", "stiff or soft");
        };
    AfmSetup afm =
        AfmSetup.typical(probe, film(options, seed), new Seeds(seed, seed + 1))
            .drifting(options.speed("steady_drift", MOST_DRIFT));
    AfmTwin twin = new AfmTwin(afm, AfmSettings.typical(probe).with(ScanFrame.square(1e-6, 128)));
    return TwinDriver.connected(setup, description(setup, options), new AfmSimulation(twin, probe));
  }

  private static Sample film(Options options, long seed) {
    Sample surface = surface(options, seed);
    OptionalDouble period = options.length("stripe_period", LEAST_PERIOD, MOST_PERIOD);
    return period.isPresent()
        ? new MagneticFilm(surface, StripeDomains.typical(period.getAsDouble(), seed))
        : surface;
  }

  private static Sample surface(Options options, long seed) {
    String name = options.text("surface");
    LongFunction<Sample> draw =
        switch (name) {
          case "fractal_film" -> FractalFilm::typical;
          case "terraces" -> Terraces::typical;
          case "calibration_grid" -> CalibrationGrid::typical;
          case "particles" -> Particles::typical;
          case "polymer" -> TwoPhasePolymer::typical;
          default ->
              throw options.refusal(
                  "surface", "fractal_film, terraces, calibration_grid, particles or polymer");
        };
    return SHELF.sample(name, seed, draw);
  }

  private static InstrumentDescription description(DriverSetup setup, Options options) {
    Stream<Offer.Outcome> scanned =
        Arrays.stream(Channel.values())
            .flatMap(
                channel ->
                    Stream.of("trace", "retrace")
                        .map(
                            way -> new Offer.Outcome(channel.title() + " " + way, channel.unit())));
    List<Offer.Outcome> channels =
        Stream.concat(scanned, Stream.of(new Offer.Outcome("Optical", "1"))).toList();
    return new InstrumentDescription(
        setup.instrument(),
        options.text("title"),
        options.text("sample"),
        true,
        "",
        new Offer.Verbs(
            List.copyOf(AfmSimulation.VERBS),
            channels,
            new Length(2 * RANGE),
            new Length(2 * RANGE)));
  }
}
