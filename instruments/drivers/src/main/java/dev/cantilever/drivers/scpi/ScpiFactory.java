package dev.cantilever.drivers.scpi;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.List;

/**
 * Connects instruments of the kind {@code scpi}. Options: {@code connection} ({@code
 * tcp://host:port} or {@code serial:/dev/…?baud=…}) and {@code description}, the plain name of a
 * file beside the profile.
 */
public final class ScpiFactory implements DriverFactory {

  private static final List<String> OPTIONS = List.of("connection", "description");

  @Override
  public String kind() {
    return "scpi";
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    Address address =
        Address.parse(options.text("connection"))
            .orElseThrow(
                () ->
                    options.refusal(
                        "connection", "tcp://host:port or serial:/dev/name?baud=number"));
    DataFile file =
        DataFile.find(setup.directory(), options.text("description"), ScpiFactory.class);
    Description description = DescriptionText.parse(file.name(), file.text());
    Account account =
        new Account(DeviceLedger.open(setup.directory().resolve("ledger.tsv"), new Entry.Form()));
    ScpiDriver driver =
        new ScpiDriver(
            offered(setup, description), description, new Link(address, description), account);
    try {
      driver.connect();
      return driver;
    } catch (RuntimeException failure) {
      driver.close();
      throw failure;
    }
  }

  private static InstrumentDescription offered(DriverSetup setup, Description description) {
    return new InstrumentDescription(
        setup.instrument(),
        description.name().title(),
        description.name().sample(),
        false,
        "",
        new Offer.Verbs(
            description.recipes().keySet().stream().map(asked -> asked.verb()).distinct().toList(),
            description.recipes().values().stream()
                .flatMap(recipe -> recipe.sensors().stream())
                .map(sensor -> new Offer.Outcome(sensor.name(), sensor.unit()))
                .distinct()
                .toList(),
            new Length(0),
            new Length(0)));
  }
}
