package dev.cantilever.agent.model;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.conversation.Conversation;
import dev.cantilever.agent.conversation.Desk;
import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.agent.planner.Planner;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.Stream;

/** A person and a planner at the desk of a fresh home; every sentence is said with seed 7. */
final class Table implements AutoCloseable {

  static final String WISH =
      "Map the hysteresis loop area of the PbTiO3 film with 20 points, 10 at a time";

  /** The plan that a good model makes of the wish. */
  static final Script.Call PLAN =
      new Script.Call(
          "propose_plan",
          """
          {"steps":[{"kind":"call","tool":"campaign.start","arguments":{"instrument":"pfm-pto","points":20,\
          "batch":10,"seed_points":10,"bias_amplitude":"8.5 V","seed":7}}]}""");

  static final Script.Call DESCRIBE =
      new Script.Call("instrument_describe", "{\"instrument\":\"pfm-pto\"}");

  private final Path folder;
  private final Home home;
  private final Desk desk;
  private final Conversation conversation;

  Table(Path folder, Planner planner) {
    this.folder = folder;
    this.home = new Home(folder, InstantSource.system());
    this.desk = new Desk(home, new CallReader(Installation.tools()));
    Actor person = new Actor(Actor.Kind.PERSON, "test", Actor.Channel.CHAT);
    this.conversation = new Conversation(planner, desk, person, 7);
  }

  Heard say(String sentence) {
    return conversation.say(sentence);
  }

  /** The tool calls in the desk's journal. */
  List<CallState> calls() {
    return home.find(new RunId("desk")).orElseThrow().calls();
  }

  /** How the calls in the desk's journal ended. */
  List<CallEvent> ends() {
    return calls().stream().flatMap(call -> call.last().stream()).toList();
  }

  /** The instrument's own record of what it did. */
  String deeds() {
    Path ledger = folder.resolve("instruments").resolve("pfm-pto").resolve("ledger.tsv");
    return Files.exists(ledger) ? text(ledger) : "";
  }

  /** Every byte of the desk's folder as text. */
  String everythingWritten() {
    try (Stream<Path> files = Files.list(folder.resolve("desk"))) {
      return String.join("\n", files.map(Table::text).toList());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static String text(Path file) {
    try {
      return Files.readString(file, StandardCharsets.ISO_8859_1);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    desk.close();
  }
}
