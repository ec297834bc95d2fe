package dev.cantilever.drivers.synthesis;

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
 * Simulates instruments of the kind {@code twin.synthesis}. Options: {@code title}, {@code sample}
 * (words), {@code seed}.
 */
public final class SynthesisFactory implements DriverFactory {

  @Override
  public String kind() {
    return "twin.synthesis";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, List.of("title", "sample", "seed"));
    long seed = options.whole("seed", 0, Long.MAX_VALUE >> 10);
    SynthesisTwin twin =
        SynthesisTwin.of(FurnaceSettings.defaults(), GrowthSettings.defaults(), seed, seed + 1);
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            true,
            "",
            new Offer.Verbs(
                List.copyOf(SynthesisSimulation.VERBS),
                List.of(),
                new Length(0.01),
                new Length(0.01)));
    return TwinDriver.connected(setup, description, new SynthesisSimulation(twin));
  }
}
