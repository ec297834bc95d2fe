package dev.cantilever.vocabulary.event;

import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.TicketId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.plan.Plan;
import java.util.List;
import java.util.Optional;

/** The life of a run. */
public sealed interface RunEvent extends Event {

  /**
   * The first event: what is going to be done and under which limits.
   *
   * @param software name and version of this program
   * @param planHash SHA-256 of the plan's canonical form
   * @param instruments the instruments of this installation with the envelopes in force
   * @param linearAlgebra the native library that computes, whose numbers other machines may not get
   *     again bit for bit; empty for the program's own
   * @param autonomy how much happens in it without a person
   */
  record Opened(
      String software,
      Plan plan,
      String planHash,
      List<EnvelopeInForce> instruments,
      Optional<String> linearAlgebra,
      Optional<Autonomy> autonomy)
      implements RunEvent {

    public Opened {
      instruments = List.copyOf(instruments);
    }
  }

  /** Which envelope held for which instrument, by the hash of its file. */
  record EnvelopeInForce(InstrumentId instrument, String envelope, String hash) {}

  /**
   * A person said yes to exactly this plan.
   *
   * @param root Merkle root over the calls that the plan may make; every call proves that it is one
   * @param ticket the approval at the desk, used up by this run
   * @param assent who had said yes under which rules; empty in journals from before there were any
   */
  record Approved(
      String planHash, Optional<String> root, Optional<TicketId> ticket, Optional<Assent> assent)
      implements RunEvent {

    /** Where no rule was asked. */
    public Approved(String planHash, Optional<String> root, Optional<TicketId> ticket) {
      this(planHash, root, ticket, Optional.empty());
    }
  }

  /**
   * Who said yes.
   *
   * @param rules hash of the list of rules
   * @param planner what kind of planner the plan is from
   * @param persons all that did; nobody where it was a lease
   */
  record Assent(String rules, Actor.Kind planner, List<String> persons) {

    public Assent {
      persons = List.copyOf(persons);
    }
  }

  /** The way to stop an instrument was tried before anything ran; without this nothing is armed. */
  record StopProven(InstrumentId instrument, boolean atRest) implements RunEvent {}

  /** The process that ran it had died; another took over. */
  record Resumed() implements RunEvent {}

  /**
   * Somebody asked to wait; the runner obeys before its next step.
   *
   * @param atCheckpoint whether it may go on until nothing is in the middle of anything
   */
  record PauseRequested(String reason, boolean atCheckpoint) implements RunEvent {}

  /**
   * Somebody asked for another course of the campaign; its runner takes it before its next step.
   *
   * @param by the call that asked for it, and where
   * @param change what
   */
  record CourseRequested(String by, JsonText change) implements RunEvent {}

  /** A person lets it go on. */
  record Continued() implements RunEvent {}

  /** It waits for an instrument, of which an interlock reads wrong. */
  record Suspended(InstrumentId instrument, String reason) implements RunEvent {}

  /** That interlock has been well for as long as it must, so the run goes on. */
  record Recovered(InstrumentId instrument) implements RunEvent {}

  /**
   * Somebody asked to halt; the runner closes the run before its next step and cleans nothing up.
   */
  record StopRequested(String reason) implements RunEvent {}

  /** Somebody asked to abort; the runner brings the instruments to rest and closes the run. */
  record AbortRequested(String reason) implements RunEvent {}

  /** An instrument of an aborted run was stopped, and said whether it is at rest. */
  record BroughtToRest(InstrumentId instrument, boolean atRest) implements RunEvent {}

  /** The last event. */
  record Ended(RunStatus status, String reason) implements RunEvent {}
}
