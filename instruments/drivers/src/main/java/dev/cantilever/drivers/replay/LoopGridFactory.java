package dev.cantilever.drivers.replay;

import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.QuantityLiteral.Read;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;

/**
 * Connects instruments of the kind {@code replay.pfm-loop-grid}. Options: {@code data} (file),
 * {@code dataset} (path inside it), {@code title}, {@code sample}, {@code time_per_site} (such as
 * {@code 2.35 s}).
 */
public final class LoopGridFactory implements DriverFactory {

  @Override
  public String kind() {
    return "replay.pfm-loop-grid";
  }

  @Override
  public Driver open(DriverSetup setup) {
    LoopGrid data = LoopGrid.read(setup.required("data"), setup.required("dataset"));
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            setup.required("title"),
            setup.required("sample"),
            true,
            data.hash(),
            data.sites(),
            timePerSite(setup.required("time_per_site")),
            new Voltage(data.biasAmplitudeVolts()),
            data.steps());
    return new LoopGridDriver(
        description, data, DeviceLedger.open(setup.directory().resolve("ledger.tsv")));
  }

  private static TimeSpan timePerSite(String text) {
    if (QuantityLiteral.parse(text, QuantityKind.TIME) instanceof Read read
        && read.quantity() instanceof TimeSpan span
        && span.seconds() > 0) {
      return span;
    }
    throw new ConnectionFailure("time_per_site must be a time above zero, not \"" + text + "\"");
  }
}
