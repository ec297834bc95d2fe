package dev.cantilever.tests.models;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.agent.knowledge.SearchKnowledge;
import dev.cantilever.agent.planner.ToolDesk;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.dispatch.Answer;
import dev.cantilever.tools.dispatch.Authority;
import dev.cantilever.tools.dispatch.CallReader;
import dev.cantilever.tools.dispatch.Dispatcher;
import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.plan.PlanCheck;
import dev.cantilever.tools.plan.Verdict;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.plan.Plan;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The desk, with its instruments left open between calls. One of them is opened anew where its text
 * was written anew.
 */
final class OpenDesk implements ToolDesk, Bench, AutoCloseable {

  private static final InstrumentId REWRITTEN = new InstrumentId("p3ht");

  private static final String HEAD =
      """
      ---
      title: A note about a domain wall
      keywords: domain wall
      source: somebody, 2020
      licence: Apache-2.0
      date: 2026-01-01
      trust: curated
      reviewer: somebody
      ---
      """;

  private static final CallReader SHIPPED = new CallReader(Installation.tools());

  private CallReader reader = SHIPPED;
  private final Home home;
  private final RunLog log;
  private final InstrumentRack rack;
  private InstrumentRack other;
  private int seen;

  OpenDesk(Path folder) {
    this.home = new Home(folder, InstantSource.system());
    this.log = home.openDesk();
    this.rack = InstrumentRack.open(home.instruments());
    this.other = rewritten();
  }

  private InstrumentRack rewritten() {
    return InstrumentRack.withOnly(home.instruments().resolve(REWRITTEN.value()));
  }

  /** As a program that is started anew: what operators wrote meanwhile holds. */
  void reopen() {
    other.close();
    other = rewritten();
  }

  /** A knowledge base of one note, poisoned before anybody made its manifest. */
  void learn(String text) {
    byte[] note = (HEAD + text).getBytes(StandardCharsets.UTF_8);
    byte[] manifest = (Hash.of(note).text() + " note.md").getBytes(StandardCharsets.UTF_8);
    Map<String, byte[]> files = Map.of("note.md", note, "manifest", manifest);
    SearchKnowledge search = SearchKnowledge.over(name -> Optional.ofNullable(files.get(name)));
    reader = new CallReader(Toolbox.standardWith(List.of(search)));
  }

  /** The tools that ship. */
  void unlearn() {
    reader = SHIPPED;
  }

  @Override
  public List<InstrumentId> instruments() {
    return rack.instruments();
  }

  @Override
  public Gate gate(InstrumentId instrument) {
    return (instrument.equals(REWRITTEN) ? other : rack).gate(instrument);
  }

  /** How many calls since the last question were let through that change an instrument. */
  int acts() {
    List<CallState> calls = log.refresh().calls();
    long acts =
        calls.subList(seen, calls.size()).stream()
            .filter(call -> call.effect().filter(Effect::actsOnInstrument).isPresent())
            .count();
    seen = calls.size();
    return (int) acts;
  }

  @Override
  public Catalogue tools() {
    return reader.catalogue();
  }

  @Override
  public Answer call(Actor actor, String tool, String arguments) {
    return new Dispatcher(reader, log, this, home)
        .dispatch(actor, new Authority.None(), Optional.empty(), tool, arguments);
  }

  @Override
  public Verdict check(Plan plan) {
    return new PlanCheck(reader).check(plan, this);
  }

  @Override
  public void note(Actor actor, ChatEvent event) {
    log.append(actor, List.of(event), List.of());
  }

  @Override
  public void close() {
    other.close();
    rack.close();
    log.close();
  }
}
