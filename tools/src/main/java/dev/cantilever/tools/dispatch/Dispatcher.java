package dev.cantilever.tools.dispatch;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.kernel.port.ConnectionFailure;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.file.DataFolder;
import dev.cantilever.tools.run.CallState;
import dev.cantilever.tools.run.Hold;
import dev.cantilever.tools.run.RunLog;
import dev.cantilever.tools.run.RunState;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.tools.tool.CallContext;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.tool.Recalled;
import dev.cantilever.tools.tool.RunPort;
import dev.cantilever.tools.tool.ToolResult;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;
import java.util.Optional;

/** Runs calls in one run: validate, decide, journal, run, journal. */
public final class Dispatcher {

  private static final RecordType<Cost> COST = RecordType.of(Cost.class);

  private final CallReader reader;
  private final RunLog log;
  private final Bench bench;
  private final RunArchive archive;
  private final Policy policy;
  private final Suspender suspender;

  /**
   * A dispatcher for one run.
   *
   * @param archive where other runs can be read
   */
  public Dispatcher(CallReader reader, RunLog log, Bench bench, RunArchive archive) {
    this.reader = reader;
    this.log = log;
    this.bench = bench;
    this.archive = archive;
    this.policy = new Policy(reader, log.state(), archive::rules, bench);
    this.suspender = new Suspender(log, bench);
  }

  /**
   * One call from its text to its answer.
   *
   * @param parent the running call on whose behalf it is made, if any
   * @param text the arguments as received
   */
  public Answer dispatch(
      Actor actor, Authority authority, Optional<CallId> parent, String tool, String text) {
    CallId call = log.refresh().nextCall();
    CallEvent proposed =
        new CallEvent.Proposed(
            call, parent, number(authority), Received.keep(tool), Received.keep(text));
    return switch (reader.read(tool, text)) {
      case Reading.Malformed malformed -> refuse(actor, proposed, malformed.problems());
      case Reading.Understood<?, ?> understood -> decide(actor, authority, proposed, understood);
    };
  }

  /** The rule by which a person is to be asked before this call; empty where nobody need be. */
  public Optional<String> asksFirst(Authority authority, String tool, String text) {
    log.refresh();
    return reader.read(tool, text) instanceof Reading.Understood<?, ?> understood
        ? policy.missing(understood.step(), understood.entry().tool().card().effect(), authority)
        : Optional.empty();
  }

  private static Optional<String> number(Authority authority) {
    return switch (authority) {
      case Authority.ApprovedStep step -> Optional.of(step.number());
      case Authority.RunningCall inside -> Optional.empty();
      case Authority.None none -> Optional.empty();
    };
  }

  private <I extends Record, O extends Record> Answer decide(
      Actor actor, Authority authority, CallEvent proposed, Reading.Understood<I, O> understood) {
    Effect effect = understood.entry().tool().card().effect();
    return switch (policy.decide(understood.step(), effect, authority)) {
      case Policy.Ruling.Deny deny -> refuse(actor, proposed, List.of(deny.problem()));
      case Policy.Ruling.Pass pass -> {
        List<Problem> problems = reader.check(understood, bench);
        if (areInterlocked(problems) && isHeld(understood)) {
          yield decide(actor, authority, proposed, understood); // all of it is judged anew
        }
        if (!problems.isEmpty()) {
          yield refuse(actor, proposed, problems);
        }
        CallId call = proposed.call();
        CallEvent intent =
            new CallEvent.Dispatched(
                call,
                understood.step().tool(),
                effect,
                understood.step().arguments(),
                pass.rule(),
                debit(understood));
        log.append(actor, List.of(proposed, intent), List.of());
        yield run(actor, call, understood);
      }
    };
  }

  private static boolean areInterlocked(List<Problem> problems) {
    return problems.stream().anyMatch(one -> one.code() == ProblemCode.INTERLOCK);
  }

  private <I extends Record, O extends Record> Optional<JsonText> debit(
      Reading.Understood<I, O> understood) {
    try {
      return Optional.of(understood.entry().tool().predict(understood.input(), bench))
          .filter(cost -> !cost.equals(Cost.NONE))
          .map(COST::canonical);
    } catch (ConnectionFailure offline) {
      return Optional.empty(); // the call itself says so
    }
  }

  /**
   * Waits while somebody has paused the run or an instrument that it uses suspends it.
   *
   * @param atCheckpoint whether nothing is in the middle of anything
   */
  public RunState released(boolean atCheckpoint) {
    suspender.released();
    return Hold.released(log, atCheckpoint);
  }

  /** Waits for one instrument before anything is asked of it. */
  public void released(InstrumentId instrument) {
    suspender.held(instrument);
  }

  /** Waits where its instrument suspends runs; whether it did. */
  private boolean isHeld(Reading.Understood<?, ?> call) {
    return call.entry().tool().card().effect().actsOnInstrument()
        && Aim.of(call.step().arguments()).filter(suspender::held).isPresent();
  }

  /** Goes on with a resumable call that a crash cut short. */
  public Answer resume(Actor actor, CallId call) {
    return run(actor, call, understood(log.state().call(call)));
  }

  /** Writes down what became of a call whose outcome was lost; never sends it again. */
  public void reconcile(Actor actor, CallId call) {
    CallState lost = log.state().call(call);
    if (reader.catalogue().find(lost.tool()).isEmpty()) {
      String unknown = "%s is not to be called here any more".formatted(lost.tool());
      log.append(
          actor,
          List.of(
              new CallEvent.Reconciled(call, EffectHappened.UNKNOWN, unknown, Optional.empty())),
          List.of());
      return;
    }
    reconcile(actor, call, understood(lost));
  }

  /** Whether the tool of an open call goes on by being run again. */
  public boolean isResumable(CallState call) {
    return reader.catalogue().find(call.tool()).filter(one -> one.tool().resumable()).isPresent();
  }

  private <I extends Record, O extends Record> Answer run(
      Actor actor, CallId call, Reading.Understood<I, O> understood) {
    CallContext context = new CallContext(call, bench, port());
    ToolResult<O> outcome = runGuarded(understood, context);
    while (outcome instanceof ToolResult.Failed<O> failed
        && failed.effect() == EffectHappened.NONE
        && areInterlocked(failed.problems())
        && isHeld(understood)) { // the gate refused it; nothing was sent
      outcome = runGuarded(understood, context);
    }
    return switch (outcome) {
      case ToolResult.Done<O> done -> {
        JsonText result = write(understood.entry(), done.output());
        log.append(actor, List.of(new CallEvent.Settled(call, result)), done.blobs());
        yield new Answer.Settled(call, result, done);
      }
      case ToolResult.Failed<O> failed -> {
        log.append(
            actor,
            List.of(new CallEvent.Failed(call, failed.effect(), failed.problems())),
            List.of());
        yield new Answer.Failed(call, failed.effect(), failed.problems());
      }
    };
  }

  private static <I extends Record, O extends Record> ToolResult<O> runGuarded(
      Reading.Understood<I, O> understood, CallContext context) {
    try {
      return understood.entry().tool().run(understood.input(), context);
    } catch (ConnectionFailure failure) {
      boolean mayHaveActed = understood.entry().tool().card().effect().actsOnInstrument();
      return ToolResult.failed(
          mayHaveActed ? EffectHappened.UNKNOWN : EffectHappened.NONE,
          Problem.of(ProblemCode.DEVICE, failure.getMessage()));
    }
  }

  private <I extends Record, O extends Record> void reconcile(
      Actor actor, CallId call, Reading.Understood<I, O> understood) {
    CallContext context = new CallContext(call, bench, port());
    Recalled<O> recalled = understood.entry().tool().recall(understood.input(), context);
    switch (recalled) {
      case Recalled.Done<O> done ->
          log.append(
              actor,
              List.of(
                  new CallEvent.Reconciled(
                      call,
                      EffectHappened.FULL,
                      done.evidence(),
                      Optional.of(write(understood.entry(), done.output())))),
              done.blobs());
      case Recalled.NeverHappened<O> never ->
          log.append(
              actor,
              List.of(
                  new CallEvent.Reconciled(
                      call, EffectHappened.NONE, never.evidence(), Optional.empty())),
              List.of());
      case Recalled.CannotTell<O> unknown ->
          log.append(
              actor,
              List.of(
                  new CallEvent.Reconciled(
                      call, EffectHappened.UNKNOWN, unknown.reason(), Optional.empty())),
              List.of());
    }
  }

  private Answer refuse(Actor actor, CallEvent proposed, List<Problem> problems) {
    CallEvent refused = new CallEvent.Refused(proposed.call(), problems);
    log.append(actor, List.of(proposed, refused), List.of());
    return new Answer.Refused(proposed.call(), problems);
  }

  private Reading.Understood<?, ?> understood(CallState call) {
    Reading reading = reader.read(call.tool(), call.arguments().orElseThrow().canonical());
    if (reading instanceof Reading.Understood<?, ?> understood) {
      return understood;
    }
    throw new IllegalStateException(
        "%s was journalled with arguments that this version cannot read".formatted(call.tool()));
  }

  private static <O extends Record> JsonText write(Catalogue.Entry<?, O> entry, O output) {
    return entry.output().canonical(output);
  }

  private RunPort port() {
    return new RunPort() {
      @Override
      public RunId id() {
        return log.id();
      }

      @Override
      public RunState state() {
        return log.refresh();
      }

      @Override
      public void record(CampaignEvent event) {
        log.append(Actor.RUNTIME, List.of(event), List.of());
      }

      @Override
      public void record(SearchEvent event) {
        log.append(Actor.RUNTIME, List.of(event), List.of());
      }

      @Override
      public ToolResult<? extends Record> call(CallId parent, String tool, Record input) {
        return callInside(parent, tool, input);
      }

      @Override
      public Optional<byte[]> blob(RunId run, String hash) {
        return run.equals(log.id()) ? log.blob(hash) : archive.blob(run, hash);
      }

      @Override
      public Optional<RunState> other(RunId run) {
        return run.equals(log.id()) ? Optional.of(log.refresh()) : archive.find(run);
      }

      @Override
      public List<RunId> runs() {
        return archive.runs();
      }

      @Override
      public RunState released(boolean atCheckpoint) {
        return Dispatcher.this.released(atCheckpoint);
      }

      @Override
      public boolean tell(RunId run, Event event) {
        return archive.tell(run, event);
      }

      @Override
      public DataFolder data() {
        return archive.data();
      }
    };
  }

  private ToolResult<? extends Record> callInside(CallId parent, String tool, Record input) {
    Catalogue.Entry<?, ?> entry = reader.catalogue().find(tool).orElseThrow();
    String text = CanonicalJson.text(writeInput(entry, input));
    Authority authority = new Authority.RunningCall(parent);
    Answer answer = dispatch(Actor.RUNTIME, authority, Optional.of(parent), tool, text);
    return switch (answer) {
      case Answer.Settled settled -> settled.typed();
      case Answer.Refused refused ->
          new ToolResult.Failed<>(EffectHappened.NONE, refused.problems());
      case Answer.Failed failed -> new ToolResult.Failed<>(failed.effect(), failed.problems());
    };
  }

  private static <I extends Record> JsonNode writeInput(Catalogue.Entry<I, ?> entry, Record input) {
    return entry.input().write(entry.tool().card().input().cast(input));
  }
}
