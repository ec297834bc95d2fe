package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.token.TokenBook;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code token create NAME}. */
@Command(name = "create", description = "Makes a token and shows it this once.")
final class TokenCreateCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Parameters(paramLabel = "NAME", description = "Whose it is; stands in the log as who asked.")
  private String name;

  @Option(
      names = "--role",
      defaultValue = "viewer",
      description = "viewer looks, operator calls tools and runs plans, safety-officer resets.")
  private String role;

  @Option(
      names = "--scope",
      description =
          "instruments, runs, logs, tools or plans; may be given several times, all if not.")
  private List<String> scopes = new ArrayList<>();

  @Option(names = "--days", defaultValue = "30", description = "After how many days it ends.")
  private int days;

  @Override
  public Integer call() {
    Screen screen = new Screen(System.out, System.err);
    if (days < 1 || days > 3_660) {
      throw new ConfigurationProblem("--days %d is not within 1 to 3660".formatted(days));
    }
    try {
      TokenBook.Made made =
          Tokens.book(home.installation()).make(name, role(), scopes(), Duration.ofDays(days));
      screen.say("Shown this once: " + made.secret());
      screen.say("%s, ends at %s".formatted(made.token().role().word(), made.token().expires()));
      return ExitCode.OK;
    } catch (IllegalArgumentException refused) {
      throw new ConfigurationProblem(refused.getMessage());
    }
  }

  private Role role() {
    return Role.of(role)
        .orElseThrow(
            () ->
                new ConfigurationProblem(
                    "--role %s is none of viewer, operator, safety-officer".formatted(role)));
  }

  private List<Scope> scopes() {
    return scopes.isEmpty()
        ? List.of(Scope.values())
        : scopes.stream()
            .map(
                word ->
                    Scope.of(word)
                        .orElseThrow(
                            () ->
                                new ConfigurationProblem(
                                    "--scope %s is none of instruments, runs, logs, tools, plans"
                                        .formatted(word))))
            .distinct()
            .toList();
  }
}
