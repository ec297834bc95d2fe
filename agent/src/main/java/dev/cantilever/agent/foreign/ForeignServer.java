package dev.cantilever.agent.foreign;

import dev.cantilever.agent.foreign.wire.Address;
import dev.cantilever.tools.canonical.Hash;
import java.time.Duration;

/**
 * A server that the operator has written down.
 *
 * @param patience the longest that a call may take, with starting the server where need be
 */
public record ForeignServer(String name, Address address, Duration patience) {

  /** How it is reached, for people. */
  public String where() {
    return switch (address) {
      case Address.Program program -> String.join(" ", program.command());
      case Address.Web web -> web.url().toString();
    };
  }

  /** Hash of how it is reached: another program or another place is another server. */
  public String fingerprint() {
    return Hash.of(
            switch (address) {
              case Address.Program program -> "program\n" + String.join("\n", program.command());
              case Address.Web web -> "web\n" + web.url();
            })
        .text();
  }
}
