package dev.cantilever.drivers.epics;

import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.drivers.variables.Connector;
import dev.cantilever.drivers.variables.Description;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Connects instruments of the kind {@code epics}. Options: {@code description}, the plain name of a
 * file beside the profile; {@code reply_within}. Where servers are looked for is said by the
 * environment, as everywhere in EPICS: {@code EPICS_PVA_ADDR_LIST}, {@code EPICS_PVA_NAME_SERVERS}.
 */
public final class EpicsFactory implements DriverFactory {

  private static final List<String> OPTIONS = List.of("description", "reply_within");
  private static final Description.Names NAMES =
      new Description.Names(
          Pattern.compile("[A-Za-z0-9_:.{}<>-]{1,60}"), "letters, digits and _:.{}<>- alone");

  @Override
  public String kind() {
    return "epics";
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    DataFile file =
        DataFile.find(setup.directory(), options.text("description"), EpicsFactory.class);
    Description description = Description.parse(file.name(), file.text(), NAMES);
    double seconds = options.time("reply_within").seconds();
    return Connector.open(setup, description, () -> new PvAccess(seconds));
  }
}
