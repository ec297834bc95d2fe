package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import java.net.InetSocketAddress;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to listen, as a person writes it. */
final class HostAndPort {

  private static final Pattern FORM =
      Pattern.compile("([A-Za-z0-9._-]{1,200}|\\[[0-9a-fA-F:]+]):([0-9]{1,5})");

  private HostAndPort() {}

  /**
   * The address that {@code text} says.
   *
   * @param option whose value it is
   * @throws ConfigurationProblem where it is none
   */
  static InetSocketAddress of(String option, String text) {
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches() || Integer.parseInt(matcher.group(2)) > 65_535) {
      throw new ConfigurationProblem(
          "%s %s is not HOST:PORT, such as 127.0.0.1:7411".formatted(option, text));
    }
    InetSocketAddress address =
        new InetSocketAddress(matcher.group(1), Integer.parseInt(matcher.group(2)));
    if (address.isUnresolved()) {
      throw new ConfigurationProblem("%s %s: there is no such host".formatted(option, text));
    }
    return address;
  }
}
