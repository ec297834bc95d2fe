package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.setup.Options;
import dev.cantilever.drivers.simulation.TwinDriver;
import dev.cantilever.drivers.twin.OpticalView;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.List;

/**
 * Simulates instruments of the kind {@code twin.pfm}. Options: {@code title}, {@code sample}
 * (words), {@code seed}.
 */
public final class PfmFactory implements DriverFactory {

  private static final List<Offer.Outcome> CHANNELS =
      List.of(
          new Offer.Outcome("amplitude", "m"),
          new Offer.Outcome("phase", "rad"),
          new Offer.Outcome("resonance", "Hz"),
          new Offer.Outcome("quality", "1"),
          new Offer.Outcome("topography", "m"),
          new Offer.Outcome("Optical", "1"));

  @Override
  public String kind() {
    return "twin.pfm";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, List.of("title", "sample", "seed"));
    long seed = options.whole("seed", 0, Long.MAX_VALUE >> 10);
    PfmSettings settings = PfmSettings.defaults();
    PfmTwin twin = PfmTwin.of(settings, seed, seed + 1);
    Length side = new Length(2 * twin.halfSideMetres());
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            true,
            "",
            new Offer.Verbs(List.copyOf(PfmSimulation.VERBS), CHANNELS, side, side));
    return TwinDriver.connected(
        setup, description, new PfmSimulation(twin, settings, new OpticalView(seed, seed + 1)));
  }
}
