package dev.cantilever.drivers.library;

import dev.cantilever.drivers.setup.Options;
import dev.cantilever.drivers.simulation.TwinDriver;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.List;

/**
 * Simulates instruments of the kind {@code twin.library}. Options: {@code title}, {@code sample}
 * (words), {@code seed}.
 */
public final class LibraryFactory implements DriverFactory {

  @Override
  public String kind() {
    return "twin.library";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, List.of("title", "sample", "seed"));
    long seed = options.whole("seed", 0, Long.MAX_VALUE >> 10);
    LibrarySettings settings = LibrarySettings.defaults();
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            true,
            "",
            new Offer.Verbs(
                List.copyOf(LibrarySimulation.VERBS),
                List.of(),
                new Length(settings.spread().lengthMetres()),
                new Length(settings.spread().widthMetres())));
    return TwinDriver.connected(
        setup,
        description,
        new LibrarySimulation(LibraryTwin.of(settings, seed, seed + 1), settings));
  }
}
