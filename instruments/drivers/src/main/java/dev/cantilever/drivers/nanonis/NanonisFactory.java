package dev.cantilever.drivers.nanonis;

import dev.cantilever.drivers.account.Account;
import dev.cantilever.drivers.account.Entry;
import dev.cantilever.drivers.care.RegisteringDriver;
import dev.cantilever.drivers.drift.DriftRule;
import dev.cantilever.drivers.ledger.DeviceLedger;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.Length;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connects instruments of the kind {@code nanonis}. Options: {@code title}, {@code sample} (words);
 * {@code address} and {@code stop_address}, two of the controller's ports, as {@code host:port};
 * {@code reply_within}.
 */
public final class NanonisFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of("title", "sample", "address", "stop_address", "reply_within");
  private static final Pattern ADDRESS =
      Pattern.compile("([A-Za-z0-9._-]{1,200}):([1-9][0-9]{0,3}|[1-5][0-9]{4}|6[0-4][0-9]{3})");
  private static final double RANGE = 200e-6;

  @Override
  public String kind() {
    return "nanonis";
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    double reply = options.time("reply_within").seconds();
    Line line = new Line(address(options, "address"), reply);
    Line stops = new Line(address(options, "stop_address"), reply);
    InstrumentDescription offered =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            false,
            "",
            new Offer.Verbs(
                List.copyOf(Acts.VERBS), List.of(), new Length(RANGE), new Length(RANGE)));
    Account account =
        new Account(DeviceLedger.open(setup.directory().resolve("ledger.tsv"), new Entry.Form()));
    NanonisDriver driver =
        new NanonisDriver(offered, new Controller(line), new Controller(stops), account);
    try {
      driver.connect();
      return new RegisteringDriver(driver, DriftRule.typical());
    } catch (RuntimeException failure) {
      driver.close();
      throw failure;
    }
  }

  private static InetSocketAddress address(Options options, String name) {
    Matcher matcher = ADDRESS.matcher(options.text(name));
    if (!matcher.matches()) {
      throw options.refusal(name, "host:port, such as 127.0.0.1:6501");
    }
    return new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
  }
}
