package dev.cantilever.tools.dispatch;

import dev.cantilever.tools.home.Home;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.journal.Journal;
import dev.cantilever.tools.plan.PossibleCalls;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.toolbox.Toolbox;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.plan.Step;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** One run on the real journal, with the instruments that ship with the product. */
final class OneRun implements AutoCloseable {

  static final RunId ID = new RunId("run-0001");
  static final InstrumentId INSTRUMENT = new InstrumentId("pfm-pto");
  static final String MOVE = "{\"instrument\": \"pfm-pto\", \"x\": \"1 µm\", \"y\": \"500 nm\"}";
  static final String LOOP = "{\"instrument\": \"pfm-pto\", \"bias_amplitude\": \"8.5 V\"}";
  static final String STATE = "{\"instrument\": \"pfm-pto\"}";
  static final Authority NOBODY = new Authority.None();

  final Home home;
  final RunLog log;
  final InstrumentRack rack;
  final Dispatcher dispatcher;
  private final CallReader reader = new CallReader(Toolbox.standard());

  OneRun(Path folder) {
    home = new Home(folder, InstantSource.fixed(Instant.parse("2026-01-01T00:00:00Z")));
    log = home.open(ID);
    rack = InstrumentRack.open(home.instruments());
    dispatcher = dispatcherOn(log);
  }

  Dispatcher dispatcherOn(RunLog log) {
    return new Dispatcher(reader, log, rack, home);
  }

  Answer call(Authority authority, String tool, String arguments) {
    return call(dispatcher, authority, tool, arguments);
  }

  static Answer call(Dispatcher dispatcher, Authority authority, String tool, String arguments) {
    return dispatcher.dispatch(Actor.RUNTIME, authority, Optional.empty(), tool, arguments);
  }

  /** The first step of a plan that a person has approved, which is this one. */
  Authority approved(Step.Call step) {
    PossibleCalls calls = PossibleCalls.of(new Plan("", List.of(step)), reader.catalogue());
    String root = calls.root().text();
    RunEvent yes = new RunEvent.Approved("", Optional.of(root), Optional.empty());
    log.append(Actor.RUNTIME, List.of(yes), List.of());
    return new Authority.ApprovedStep("1", calls.membership("1").orElseThrow());
  }

  Step.Call step(String tool, String arguments) {
    return switch (reader.read(tool, arguments)) {
      case Reading.Understood<?, ?> understood -> understood.step();
      case Reading.Malformed malformed -> throw new AssertionError(malformed.problems());
    };
  }

  static List<Problem> problems(Answer answer) {
    return switch (answer) {
      case Answer.Settled settled -> List.of();
      case Answer.Refused refused -> refused.problems();
      case Answer.Failed failed -> failed.problems();
    };
  }

  static List<ProblemCode> codes(Answer answer) {
    return problems(answer).stream().map(Problem::code).toList();
  }

  /** Types of the journal's entries after any approval, read from disk by somebody else. */
  List<String> journalled() {
    try (Journal journal = Journal.read(home.journal(ID), ID.value())) {
      return journal.fresh().stream()
          .map(Entry::type)
          .filter(type -> !type.equals("run.approved"))
          .toList();
    }
  }

  /** What the instrument itself says that it did. */
  List<String> ledger() {
    return ledger(INSTRUMENT);
  }

  List<String> ledger(InstrumentId instrument) {
    Path ledger = home.instruments().resolve(instrument.value()).resolve("ledger.tsv");
    try {
      return Files.exists(ledger) ? Files.readAllLines(ledger) : List.of();
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  @Override
  public void close() {
    rack.close();
    log.close();
  }
}
