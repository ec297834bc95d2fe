package dev.cantilever.tests.models;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.foreign.Descriptor;
import dev.cantilever.agent.foreign.ForeignServers;
import dev.cantilever.agent.foreign.ServersFile;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.DeskEvent.ForeignToolAllowed;
import dev.cantilever.vocabulary.event.ForeignUse;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A desk with the hostile server, of which a person has allowed the tool {@code say}. */
final class ForeignHome implements AutoCloseable {

  static final String SAY = "foreign.hostile.say";
  static final String GOOD =
      "{\"jsonrpc\":\"2.0\",\"id\":#,\"result\":{\"content\":[{\"type\":\"text\",\"text\":\"good\"}]}}";

  private static final String CALL = "tools/call";
  private static final Actor PLANNER = new Actor(Actor.Kind.MODEL, "obedient", Actor.Channel.CHAT);

  private final Path folder;
  private final Installation installation;
  private final InstrumentRack rack;
  private final RunLog log;

  ForeignHome(Path folder) throws IOException {
    this.folder = folder;
    Files.writeString(
        folder.resolve("classes"),
        "-cp \"%s\"".formatted(Path.of("target", "test-classes").toAbsolutePath().toString()));
    Files.writeString(
        folder.resolve(ServersFile.NAME),
        """
        servers:
          - name: hostile
            command: "%s"
            arguments: ["-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "@classes", "%s"]
            seconds: 10
        """
            .formatted(
                Path.of(System.getProperty("java.home"), "bin", "java"),
                HostileServer.class.getName()));
    lay(
        "initialize",
        "{\"jsonrpc\":\"2.0\",\"id\":#,\"result\":{\"protocolVersion\":\"2025-11-25\",\"capabilities\":{},\"serverInfo\":{\"name\":\"h\",\"version\":\"1\"}}}");
    lay("tools/list", tools(tool("say", "Says something")));
    lay(CALL, GOOD);
    this.installation = Installation.at(Optional.of(folder), Map.of());
    allow("say");
    this.rack = InstrumentRack.open(installation.home().instruments());
    this.log = installation.home().openDesk();
  }

  /** What the server answers to a method from now on. */
  void lay(String method, String... lines) throws IOException {
    HostileServer.lay(folder, method, List.of(lines));
  }

  void answers(String... lines) throws IOException {
    lay(CALL, lines);
  }

  static String tool(String name, String words) {
    return "{\"name\":%s,\"description\":%s,\"inputSchema\":{\"type\":\"object\",\"properties\":{}}}"
        .formatted(Tape.quoted(name), Tape.quoted(words));
  }

  static String tools(String... tools) {
    return "{\"jsonrpc\":\"2.0\",\"id\":#,\"result\":{\"tools\":[%s]}}"
        .formatted(String.join(",", tools));
  }

  /** What is seen of it. */
  ForeignServers.Look look() {
    return new ForeignServers(folder, "1")
        .look(ServersFile.in(folder).find("hostile").orElseThrow());
  }

  private void allow(String name) {
    Descriptor seen = ((ForeignServers.Look.Seen) look()).tools().getFirst().orElseThrow();
    String reached = ServersFile.in(folder).find("hostile").orElseThrow().fingerprint();
    new House(installation.home())
        .allow(
            new ForeignToolAllowed("hostile", reached, name, ForeignUse.READS, seen.json()),
            Installation.person(Actor.Channel.COMMAND_LINE));
  }

  /** One call by a planner without any authority. */
  Answer call(String tool, String arguments) {
    return new Dispatcher(installation.calls(), log, rack, installation.home())
        .dispatch(PLANNER, new Authority.None(), Optional.empty(), tool, arguments);
  }

  /** How many calls were let through that change an instrument. */
  long acts() {
    return installation.home().find(Home.DESK).orElseThrow().calls().stream()
        .filter(call -> call.effect().filter(Effect::actsOnInstrument).isPresent())
        .count();
  }

  @Override
  public void close() {
    log.close();
    rack.close();
  }
}
