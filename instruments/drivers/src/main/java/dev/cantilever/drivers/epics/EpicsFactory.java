package dev.cantilever.drivers.epics;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import java.io.IOException;
import java.util.List;

/**
 * Connects instruments of the kind {@code epics}. Options: {@code description}, the plain name of a
 * file beside the profile; {@code reply_within}. Where servers are looked for is said by the
 * environment, as everywhere in EPICS: {@code EPICS_PVA_ADDR_LIST}, {@code EPICS_PVA_NAME_SERVERS}.
 */
public final class EpicsFactory implements DriverFactory {

  private static final List<String> OPTIONS = List.of("description", "reply_within");

  @Override
  public String kind() {
    return "epics";
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    DataFile file =
        DataFile.find(setup.directory(), options.text("description"), EpicsFactory.class);
    Description description = Description.parse(file.name(), file.text());
    InstrumentDescription offered =
        new InstrumentDescription(
            setup.instrument(),
            description.title(),
            description.sample(),
            false,
            "",
            new Offer.Verbs(List.of(Verb.DEVICE_SET), List.of(), new Length(0), new Length(0)));
    Account account =
        new Account(DeviceLedger.open(setup.directory().resolve("ledger.tsv"), new Entry.Form()));
    try {
      Variables variables = new Variables(options.time("reply_within").seconds());
      EpicsDriver driver = new EpicsDriver(offered, description, variables, account);
      driver.connect();
      return driver;
    } catch (IOException failure) {
      account.close();
      throw new ConnectionFailure(
          "instrument %s: %s".formatted(setup.instrument(), failure.getMessage()), failure);
    }
  }
}
