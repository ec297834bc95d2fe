package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.edge.AllowedNames;
import dev.cantilever.agent.web.Limits;
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
      "Serves runs, tools, plans, logs and stop over HTTP until it is interrupted; see docs/rest.md.",
      "Who asks needs a token of cantilever token; the first is made and shown here, once."
    })
final class ServeCommand implements Callable<Integer> {

  @Mixin private HomeOption home;

  @Option(
      names = "--port",
      defaultValue = "7410",
      description = "Where to listen; 0 for any that is free. Usually ${DEFAULT-VALUE}.")
  private int port;

  @Option(
      names = "--bind",
      paramLabel = "HOST",
      defaultValue = "127.0.0.1",
      description = "At which address; this machine alone if not given.")
  private String bind;

  @Option(
      names = "--name",
      paramLabel = "HOST",
      description = "A name under which others reach this machine; may be given several times.")
  private List<String> names = new ArrayList<>();

  private final Screen screen = new Screen(System.out, System.err);

  @Override
  public Integer call() throws Exception {
    Installation installation = home.installation();
    InetSocketAddress address = HostAndPort.of("--bind", bind + ":" + port);
    TokenBook tokens = Tokens.book(installation);
    if (tokens.all().isEmpty()) {
      first(tokens);
    }
    ServedHome.Terms terms = new ServedHome.Terms(tokens, allowed(), Limits.USUAL);
    try (ServedHome served = ServedHome.open(installation, address, terms, ServeCommand::log)) {
      screen.say("Serving at http://%s:%d/api/state".formatted(bind, served.port()));
      if (!address.getAddress().isLoopbackAddress()) {
        screen.say("Whoever hears the network reads the tokens; put a tunnel around it.");
      }
      Interruption.await();
    }
    return ExitCode.OK;
  }

  private AllowedNames allowed() {
    try {
      return AllowedNames.ofThisMachine().and(names).and(List.of(bind));
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
