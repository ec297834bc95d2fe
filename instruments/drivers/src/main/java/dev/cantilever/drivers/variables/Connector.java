package dev.cantilever.drivers.variables;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverSetup;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Connects an instrument of variables, twice: stops have a connection of their own. */
public final class Connector {

  private Connector() {}

  /** A connection to the control system, made when it is asked for. */
  public interface Connecting {
    Variables connect() throws IOException;
  }

  /**
   * The instrument that a description is about.
   *
   * @throws ConnectionFailure where it does not answer or is another; nothing stays open then
   */
  public static Driver open(DriverSetup setup, Description description, Connecting connecting) {
    List<AutoCloseable> opened = new ArrayList<>();
    try {
      Variables variables = connecting.connect();
      opened.add(variables);
      Variables stops = connecting.connect();
      opened.add(stops);
      Account account =
          new Account(DeviceLedger.open(setup.directory().resolve("ledger.tsv"), new Entry.Form()));
      opened.add(account);
      VariablesDriver driver =
          new VariablesDriver(setup.instrument(), description, variables, stops, account);
      driver.connect();
      return driver;
    } catch (IOException | RuntimeException failure) {
      opened.forEach(Connector::close);
      throw failure instanceof ConnectionFailure known
          ? known
          : new ConnectionFailure(
              "instrument %s: %s".formatted(setup.instrument(), failure.getMessage()), failure);
    }
  }

  private static void close(AutoCloseable open) {
    try {
      open.close();
    } catch (Exception ignored) {
      // it was not in use yet
    }
  }
}
