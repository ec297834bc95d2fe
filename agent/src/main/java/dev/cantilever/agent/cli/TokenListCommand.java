package dev.cantilever.agent.cli;

import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.token.Token;
import java.time.Instant;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code token list}. */
@Command(
    name = "list",
    description = "Lists names, roles, scopes and ends; the tokens themselves are not kept.")
final class TokenListCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    for (Token token : Tokens.book(home.installation()).all()) {
      screen.say(
          "%-20s %-15s %s %s  %s"
              .formatted(
                  token.name(),
                  token.role().word(),
                  token.isOver(Instant.now()) ? "ended at" : "until   ",
                  token.expires(),
                  token.scopes().stream().map(Scope::word).collect(Collectors.joining(","))));
    }
    return ExitCode.OK;
  }
}
