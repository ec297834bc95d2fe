package dev.cantilever.drivers.tango;

import dev.cantilever.drivers.care.TimelyDriver;
import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.drivers.variables.Connector;
import dev.cantilever.drivers.variables.Description;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Connects instruments of the kind {@code tango}. Options: {@code device}, as {@code
 * tango://host:port/domain/family/member}, with {@code #dbase=no} where host and port are those of
 * its server and not of the database; {@code description}, the plain name of a file beside the
 * profile; {@code reply_within}.
 */
public final class TangoFactory implements DriverFactory {

  private static final List<String> OPTIONS = List.of("device", "description", "reply_within");
  private static final Description.Names NAMES =
      new Description.Names(
          Pattern.compile("[A-Za-z0-9_.-]{1,60}(\\(\\))?"),
          "letters, digits and _.- alone, then () for a command");

  /** Answers that a reading or a stop, and a command, may wait for one after another. */
  private static final double READ_REPLIES = 4;

  private static final double COMMAND_REPLIES = 8;
  private static final double OWN_SECONDS = 1;

  @Override
  public String kind() {
    return "tango";
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    Address address =
        Address.parse(options.text("device"))
            .orElseThrow(() -> options.refusal("device", Address.SHAPE));
    double reply = options.time("reply_within").seconds();
    DataFile file =
        DataFile.find(setup.directory(), options.text("description"), TangoFactory.class);
    Description description = Description.parse(file.name(), file.text(), NAMES);
    Driver driver = Connector.open(setup, description, () -> new TangoDevice(address, reply));
    return new TimelyDriver(driver, span(READ_REPLIES * reply), span(COMMAND_REPLIES * reply));
  }

  private static Duration span(double seconds) {
    return Duration.ofMillis(Math.round((seconds + OWN_SECONDS) * 1e3));
  }
}
