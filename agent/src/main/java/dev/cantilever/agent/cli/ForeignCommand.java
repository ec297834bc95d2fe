package dev.cantilever.agent.cli;

import dev.cantilever.agent.app.ConfigurationProblem;
import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.foreign.CatalogueName;
import dev.cantilever.agent.foreign.Descriptor;
import dev.cantilever.agent.foreign.ForeignServer;
import dev.cantilever.agent.foreign.ForeignServers;
import dev.cantilever.agent.foreign.ServersFile;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.home.Home;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.DeskEvent.ForeignToolAllowed;
import dev.cantilever.vocabulary.event.ForeignUse;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code foreign list|look|allow|forbid}. */
@Command(
    name = "foreign",
    description = {
      "Tools of foreign servers that speak the Model Context Protocol.",
      "None of them is called before a person has looked at it and allowed it."
    })
final class ForeignCommand {

  private final Screen screen = new Screen(System.out, System.err);

  @Command(name = "list", description = "Lists the servers, and the tools that are allowed.")
  int list(@Mixin HomeOption home) {
    Installation installation = home.installation();
    ServersFile.Read file = servers(installation).file();
    file.problems().forEach(screen::say);
    if (file.servers().isEmpty() && file.problems().isEmpty()) {
      screen.say(
          "there is no foreign server; write them into " + ServersFile.NAME + " of the home");
    }
    for (ForeignServer server : file.servers()) {
      screen.say("%s  %s".formatted(server.name(), server.where()));
    }
    allowed(installation.home()).forEach(tool -> screen.say("  " + line(tool, file)));
    return file.problems().isEmpty() ? ExitCode.OK : ExitCode.USAGE;
  }

  private static String line(ForeignToolAllowed tool, ServersFile.Read file) {
    boolean same =
        file.find(tool.server())
            .filter(server -> server.fingerprint().equals(tool.reached()))
            .isPresent();
    return "%s  %s%s"
        .formatted(
            CatalogueName.of(tool.server(), tool.tool()).orElse("a tool without a name"),
            tool.use().words(),
            same ? "" : "; not called, for its server is gone or reached in another way");
  }

  @Command(
      name = "look",
      description = "Asks a server for its tools and shows what it says of them; calls none.")
  int look(
      @Mixin HomeOption home,
      @Parameters(paramLabel = "SERVER", description = "Its name in the file.") String name) {
    Installation installation = home.installation();
    ForeignServer server = server(installation, name);
    return switch (servers(installation).look(server)) {
      case ForeignServers.Look.Broken broken -> refused(name + " " + broken.reason().words());
      case ForeignServers.Look.Seen seen -> {
        seen.tools().forEach(tool -> show(server, tool, installation, home));
        gone(server, seen, installation.home());
        yield ExitCode.OK;
      }
    };
  }

  private void show(
      ForeignServer server, Optional<Descriptor> seen, Installation installation, HomeOption home) {
    if (seen.isEmpty()) {
      screen.say("something that describes no tool, or takes more than 30000 characters to do so");
      screen.blank();
      return;
    }
    Descriptor tool = seen.get();
    screen.say("%s  %s".formatted(shown(tool.name()), standing(server, tool, installation.home())));
    screen.say("  it says of itself: \"%s\"".formatted(oneLine(tool.words())));
    screen.say("  it takes: " + oneLine(tool.schema()));
    List<String> objections = tool.objections(server.name());
    objections.forEach(reason -> screen.say("  not usable: " + reason));
    if (objections.isEmpty()) {
      screen.say(
          "  to allow it: ./cantilever foreign allow %s %s --as reads --pin %s%s"
              .formatted(server.name(), tool.name(), pin(tool), home.inCommands()));
    }
    screen.blank();
  }

  private static String standing(ForeignServer server, Descriptor tool, Home home) {
    return allowed(home).stream()
        .filter(one -> one.server().equals(server.name()) && one.tool().equals(tool.name()))
        .findFirst()
        .map(
            one ->
                new Descriptor(one.descriptor()).equals(tool)
                        && one.reached().equals(server.fingerprint())
                    ? one.use().words()
                    : "CHANGED since it was allowed, and not called any more")
        .orElse("not allowed");
  }

  private void gone(ForeignServer server, ForeignServers.Look.Seen seen, Home home) {
    List<String> there =
        seen.tools().stream().flatMap(Optional::stream).map(Descriptor::name).toList();
    allowed(home).stream()
        .filter(one -> one.server().equals(server.name()) && !there.contains(one.tool()))
        .forEach(one -> screen.say(shown(one.tool()) + "  allowed, and not there any more"));
  }

  @Command(name = "allow", description = "Lets a tool be called as it describes itself now.")
  int allow(
      @Mixin HomeOption home,
      @Parameters(index = "0", paramLabel = "SERVER", description = "Its name in the file.")
          String name,
      @Parameters(index = "1", paramLabel = "TOOL", description = "Its own name for the tool.")
          String tool,
      @Option(
              names = "--as",
              required = true,
              description =
                  "reads: planners may call it. acts: only as a step of a plan that a person approved.")
          String use,
      @Option(names = "--pin", required = true, description = "What look showed of it.")
          String pin) {
    Installation installation = home.installation();
    ForeignServer server = server(installation, name);
    ForeignUse as = use(use);
    return switch (servers(installation).look(server)) {
      case ForeignServers.Look.Broken broken -> refused(name + " " + broken.reason().words());
      case ForeignServers.Look.Seen seen -> allow(installation, server, as, named(seen, tool, pin));
    };
  }

  /** The one tool of that name, if it is still what was looked at. */
  private static Optional<Descriptor> named(
      ForeignServers.Look.Seen seen, String tool, String pin) {
    List<Descriptor> named =
        seen.tools().stream()
            .flatMap(Optional::stream)
            .filter(one -> one.name().equals(tool))
            .toList();
    return named.size() == 1 && pin(named.getFirst()).equals(pin)
        ? Optional.of(named.getFirst())
        : Optional.empty();
  }

  private int allow(
      Installation installation, ForeignServer server, ForeignUse as, Optional<Descriptor> tool) {
    if (tool.isEmpty()) {
      return refused(
          "%s has no such tool, or describes it otherwise than when you looked; look again"
              .formatted(server.name()));
    }
    List<String> objections = tool.get().objections(server.name());
    if (!objections.isEmpty()) {
      return refused("it is not usable: " + String.join("; ", objections));
    }
    new House(installation.home())
        .allow(
            new ForeignToolAllowed(
                server.name(), server.fingerprint(), tool.get().name(), as, tool.get().json()),
            Installation.person(Actor.Channel.COMMAND_LINE));
    screen.say(
        "%s is allowed: it %s."
            .formatted(
                CatalogueName.of(server.name(), tool.get().name()).orElseThrow(), as.words()));
    return ExitCode.OK;
  }

  @Command(name = "forbid", description = "Lets a tool be called no more, at once.")
  int forbid(
      @Mixin HomeOption home,
      @Parameters(index = "0", paramLabel = "SERVER", description = "Its name.") String name,
      @Parameters(index = "1", paramLabel = "TOOL", description = "Its own name for the tool.")
          String tool) {
    boolean known =
        new House(home.installation().home())
            .forbid(name, tool, Installation.person(Actor.Channel.COMMAND_LINE));
    if (!known) {
      return refused("nothing of that name is allowed; foreign list lists all that is");
    }
    screen.say("%s of %s is forbidden.".formatted(shown(tool), shown(name)));
    return ExitCode.OK;
  }

  private static ForeignUse use(String word) {
    for (ForeignUse use : ForeignUse.values()) {
      if (use.name().toLowerCase(Locale.ROOT).equals(word)) {
        return use;
      }
    }
    throw new ConfigurationProblem("--as %s is none of reads, acts".formatted(word));
  }

  private static ForeignServers servers(Installation installation) {
    return new ForeignServers(installation.home().instruments().getParent(), "look");
  }

  private static ForeignServer server(Installation installation, String name) {
    ServersFile.Read file = servers(installation).file();
    return file.find(name)
        .orElseThrow(
            () ->
                new ConfigurationProblem(
                    file.problems().isEmpty()
                        ? "%s of the home has no server %s".formatted(ServersFile.NAME, name)
                        : String.join("; ", file.problems())));
  }

  private static List<ForeignToolAllowed> allowed(Home home) {
    return home.find(Home.DESK).map(desk -> desk.desk().foreignTools()).orElse(List.of());
  }

  /** Enough of its hash that nobody finds another with the same. */
  private static String pin(Descriptor tool) {
    return tool.pin().substring("sha256:".length()).substring(0, 32);
  }

  private int refused(String words) {
    screen.say(words);
    return ExitCode.REFUSED;
  }

  private static String shown(String name) {
    return oneLine(dev.cantilever.tools.schema.Legible.of(name, 128));
  }

  /** A text of a server makes no lines of its own. */
  private static String oneLine(String text) {
    return text.replace("\n", "\\n");
  }
}
