package dev.cantilever.tools.run;

import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.ApprovalEvent;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.event.DeskEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.event.StepEvent;
import dev.cantilever.vocabulary.id.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What a run is, folded from its journal. Grows with {@link #apply}, in journal order, and holds
 * nothing else.
 */
public final class RunState {

  private RunEvent.Opened opened;
  private RunEvent.Ended ended;
  private RunEvent.StopRequested stopRequested;
  private RunEvent.AbortRequested abortRequested;
  private RunEvent.PauseRequested pauseRequested;
  private RunEvent.Suspended suspended;
  private RunEvent.Approved approved;
  private final Map<CallId, CallState> calls = new LinkedHashMap<>();
  private final Set<String> toolsThatRan = new HashSet<>();
  private final List<RunEvent.CourseRequested> courseRequests = new ArrayList<>();
  private final DeskState desk = new DeskState();
  private final List<CampaignEvent> campaign = new ArrayList<>();
  private final List<SearchEvent> search = new ArrayList<>();
  private final List<StepEvent> steps = new ArrayList<>();
  private final List<ChatEvent.PlanRefused> plansRefused = new ArrayList<>();
  private final List<Duration> proposalTimes = new ArrayList<>();
  private final List<Duration> pointTimes = new ArrayList<>();
  private Instant lastWritten = Instant.EPOCH;
  private Instant pointBegan = Instant.EPOCH;

  /**
   * Takes in the next event.
   *
   * @param at when it was written down
   * @param actor who caused it
   */
  void apply(Instant at, Actor actor, Event event) {
    if (event instanceof CampaignEvent.BatchProposed batch && batch.iteration() > 0) {
      proposalTimes.add(Duration.between(lastWritten, at));
    }
    if (event instanceof SearchEvent.Proposed proposed && proposed.iteration() > 0) {
      proposalTimes.add(Duration.between(lastWritten, at));
    }
    time(at, event);
    lastWritten = at;
    apply(actor, event);
  }

  /** Nobody measures while a run is paused, suspended, or dead. */
  private void time(Instant at, Event event) {
    switch (event) {
      case CampaignEvent.Started first -> pointBegan = at;
      case SearchEvent.Started first -> pointBegan = at;
      case RunEvent.Continued on -> pointBegan = at;
      case RunEvent.Recovered on -> pointBegan = at;
      case RunEvent.Resumed again -> pointBegan = at;
      case CampaignEvent.Measured one -> pointEnded(at);
      case CampaignEvent.Masked one -> pointEnded(at);
      case SearchEvent.Observed one -> pointEnded(at);
      case SearchEvent.Masked one -> pointEnded(at);
      default -> {}
    }
  }

  private void pointEnded(Instant at) {
    pointTimes.add(Duration.between(pointBegan, at));
    pointBegan = at;
  }

  private void apply(Actor actor, Event event) {
    switch (event) {
      case RunEvent run -> applyRun(run);
      case CallEvent call -> applyCall(actor, call);
      case CampaignEvent step -> campaign.add(step);
      case SearchEvent step -> search.add(step);
      case StepEvent step -> steps.add(step);
      case ApprovalEvent approval -> desk.apply(lastWritten, actor, approval);
      case DeskEvent laid -> desk.apply(lastWritten, actor, laid);
      case ChatEvent.PlanRefused refused -> plansRefused.add(refused);
      case ChatEvent.PlanShown shown -> desk.apply(actor, shown);
      case ChatEvent talk -> {
        // Other talk decides nothing.
      }
    }
  }

  private void applyRun(RunEvent event) {
    switch (event) {
      case RunEvent.Opened first -> opened = first;
      case RunEvent.Approved yes -> approved = yes;
      case RunEvent.StopRequested request -> stopRequested = request;
      case RunEvent.PauseRequested request -> pauseRequested = request;
      case RunEvent.Continued on -> pauseRequested = null;
      case RunEvent.CourseRequested request -> courseRequests.add(request);
      case RunEvent.Ended last -> ended = last;
      case RunEvent.AbortRequested request -> {
        abortRequested = request;
        stopRequested = new RunEvent.StopRequested(request.reason());
      }
      case RunEvent.Suspended waits -> suspended = waits;
      case RunEvent.Recovered recovered -> suspended = null;
      case RunEvent.Resumed again -> {
        suspended = null;
        stopRequested = abortRequested == null ? null : stopRequested;
      }
      case RunEvent.BroughtToRest rested -> {
        // whoever audits the run reads it in the log
      }
      case RunEvent.StopProven proven -> {
        // whoever audits the run reads it in the log
      }
    }
  }

  private void applyCall(Actor actor, CallEvent event) {
    if (event instanceof CallEvent.Proposed proposed) {
      calls.put(proposed.call(), CallState.of(actor, proposed));
    } else {
      CallState now = calls.computeIfPresent(event.call(), (id, state) -> state.with(event));
      if (now != null && now.result().isPresent()) {
        toolsThatRan.add(now.tool());
      }
    }
  }

  public Optional<RunEvent.Opened> opened() {
    return Optional.ofNullable(opened);
  }

  /** That a person said yes to its plan. */
  public Optional<RunEvent.Approved> approved() {
    return Optional.ofNullable(approved);
  }

  /** That somebody wants it to end, whether halted or aborted. */
  public Optional<RunEvent.StopRequested> stopRequested() {
    return Optional.ofNullable(stopRequested);
  }

  /** That somebody wants it to end and its instruments at rest; a resumed run obeys, too. */
  public Optional<RunEvent.AbortRequested> abortRequested() {
    return Optional.ofNullable(abortRequested);
  }

  /** That somebody wants it to wait. */
  public Optional<RunEvent.PauseRequested> pauseRequested() {
    return Optional.ofNullable(pauseRequested);
  }

  /** That it waits for an instrument. */
  public Optional<RunEvent.Suspended> suspended() {
    return Optional.ofNullable(suspended);
  }

  /** Every other course that somebody has asked for, in order; a view that grows. */
  public List<RunEvent.CourseRequested> courseRequests() {
    return Collections.unmodifiableList(courseRequests);
  }

  /** Whether it is to wait here. */
  boolean isPaused(boolean atCheckpoint) {
    return pauseRequested().filter(pause -> atCheckpoint || !pause.atCheckpoint()).isPresent();
  }

  public Optional<RunEvent.Ended> ended() {
    return Optional.ofNullable(ended);
  }

  /** All calls in the order in which they were proposed. */
  public List<CallState> calls() {
    return List.copyOf(calls.values());
  }

  /** A call of this run; it must exist. */
  public CallState call(CallId call) {
    return Optional.ofNullable(calls.get(call)).orElseThrow();
  }

  /** Whether a call of a tool has brought a result. */
  public boolean hasRun(String tool) {
    return toolsThatRan.contains(tool);
  }

  /** The name of the next call. */
  public CallId nextCall() {
    return new CallId("call-" + (calls.size() + 1));
  }

  /** What persons laid down and approved, where this is the desk. */
  public DeskState desk() {
    return desk;
  }

  /** The campaign's events so far, in order; a view that grows. */
  public List<CampaignEvent> campaign() {
    return Collections.unmodifiableList(campaign);
  }

  /** The events of a campaign over conditions so far, in order; a view that grows. */
  public List<SearchEvent> search() {
    return Collections.unmodifiableList(search);
  }

  /** What happened in the plan besides its calls, in order; a view that grows. */
  public List<StepEvent> steps() {
    return Collections.unmodifiableList(steps);
  }

  /** How long each batch after the first took to work out, as the journal's clock saw it. */
  public List<Duration> proposalTimes() {
    return List.copyOf(proposalTimes);
  }

  /**
   * How long the points of a campaign took, each with what was thought before it, as the journal's
   * clock saw it; without pauses.
   */
  public List<Duration> pointTimes() {
    return List.copyOf(pointTimes);
  }

  /** Plans that did not pass their check, in order. */
  public List<ChatEvent.PlanRefused> plansRefused() {
    return List.copyOf(plansRefused);
  }

  /** How many calls were refused. */
  public long refused() {
    return calls.values().stream()
        .filter(call -> call.last().filter(CallEvent.Refused.class::isInstance).isPresent())
        .count();
  }
}
