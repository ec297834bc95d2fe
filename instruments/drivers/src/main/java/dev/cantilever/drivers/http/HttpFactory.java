package dev.cantilever.drivers.http;

import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Connects instruments of the kind {@code http}. Options: {@code url}; {@code token}, the plain
 * name of a file beside the profile; {@code reply_within} for questions and stops; {@code
 * command_within} for commands.
 */
public final class HttpFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of("url", "token", "reply_within", "command_within");
  private static final Pattern URL =
      Pattern.compile("https?://[A-Za-z0-9._\\[\\]:-]{1,200}(/[A-Za-z0-9._/-]{0,200})?");
  private static final Pattern TOKEN = Pattern.compile("[\\x21-\\x7e]{16,200}");

  @Override
  public String kind() {
    return "http";
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    if (!URL.matcher(options.text("url")).matches()) {
      throw options.refusal("url", "http://host:port or https://host");
    }
    String token =
        DataFile.find(setup.directory(), options.text("token"), HttpFactory.class).text().strip();
    if (!TOKEN.matcher(token).matches()) {
      throw options.refusal("token", "a file with 16 to 200 printable characters");
    }
    TimeSpan reply = options.time("reply_within");
    TimeSpan command = options.time("command_within");
    HttpDriver driver =
        new HttpDriver(
            setup.instrument(),
            new Caller(URI.create(options.text("url").replaceAll("/+$", "")), token, reply),
            command);
    driver.connect();
    return driver;
  }
}
