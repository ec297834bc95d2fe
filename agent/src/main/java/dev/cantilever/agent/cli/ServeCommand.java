package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.app.Planners;
import dev.cantilever.agent.edge.AllowedNames;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.chat.Talks;
import dev.cantilever.agent.web.server.ServedHome;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.agent.web.token.Scope;
import dev.cantilever.agent.web.token.TokenBook;
import dev.cantilever.tools.schema.Legible;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code serve}. */
@Command(
    name = "serve",
    description = {
      "Serves the page, and everything on it over HTTP, until it is interrupted; see docs/page.md",
      "and docs/rest.md. At this machine no token is needed until cantilever token makes the first;",
      "with --listen everybody needs one, and the first is made and shown here, once."
    })
final class ServeCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Option(
      names = "--port",
      defaultValue = "7410",
      description = "Where to listen; 0 for any that is free. Usually ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--listen",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "At which address; this machine alone if not given.")
  private String listen;

  @Option(
      names = "--name",
      paramLabel = "HOST",
      description = "A name under which others reach this machine; may be given several times.")
  private List<String> names = new ArrayList<>();

  @Option(
      names = "--planner",
      paramLabel = "NAME",
      defaultValue = "grammar",
      description = "Who answers in chat: grammar (built in) or llm; see docs/models.md.")
  private String planner;

  @Option(
      names = "--seed",
      paramLabel = "N",
      defaultValue = "0",
      description = "Seed of every random choice in plans, unless a sentence says another.")
  private long seed;

  private final Screen screen = new Screen(System.out, System.err);

  @Override
  public Integer call() throws Exception {
    Installation installation = home.installation();
    InetSocketAddress address = HostAndPort.of("--listen", listen + ":" + port);
    TokenBook tokens = Tokens.book(installation);
    boolean isHereOnly = address.getAddress().isLoopbackAddress() && names.isEmpty();
    if (tokens.all().isEmpty() && !isHereOnly) {
      first(tokens);
    }
    Planners.named(planner, System.getenv()); // what is missing is said now
    ServedHome.Terms terms =
        new ServedHome.Terms(
            tokens,
            allowed(),
            isHereOnly,
            Limits.USUAL,
            new Talks.Planning(watcher -> Planners.named(planner, System.getenv(), watcher), seed));
    try (ServedHome served = ServedHome.open(installation, address, terms, ServeCommand::log)) {
      screen.say("Open http://%s:%d/".formatted(listen, served.port()));
      if (isHereOnly && tokens.isUnused()) {
        screen.say("At this machine no token is needed until cantilever token create makes one.");
      }
      if (!address.getAddress().isLoopbackAddress()) {
        screen.say("Whoever hears the network reads the tokens; put a tunnel around it.");
      }
      Interruption.await();
    }
    return ExitCode.OK;
  }

  private AllowedNames allowed() {
    try {
      return AllowedNames.ofThisMachine().and(names).and(List.of(listen));
    } catch (IllegalArgumentException problem) {
      throw new ConfigurationProblem("--name: " + problem.getMessage());
    }
  }

  private void first(TokenBook tokens) {
    TokenBook.Made made =
        tokens.make("operator", Role.OPERATOR, List.of(Scope.values()), Tokens.USUAL_LIFE);
    screen.say("Operator's token, shown this once: " + made.secret());
    screen.say("It ends at %s; cantilever token makes others.".formatted(made.token().expires()));
  }

  private static void log(String line) {
    System.err.println("cantilever serve: " + Legible.of(line));
  }
}
