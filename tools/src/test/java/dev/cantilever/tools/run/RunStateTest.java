package dev.cantilever.tools.run;

import static dev.cantilever.tools.run.Events.CALL;
import static dev.cantilever.tools.run.Events.INNER;
import static dev.cantilever.tools.run.Events.JSON;
import static dev.cantilever.tools.run.Events.PLAN;
import static dev.cantilever.tools.run.Events.PROBLEM;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.ChatEvent;
import dev.cantilever.vocabulary.event.EffectHappened;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.CallId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RunStateTest {

  private static final CallEvent PROPOSED =
      new CallEvent.Proposed(CALL, Optional.empty(), Optional.empty(), "instrument.move", "{}");
  private static final CallEvent DISPATCHED =
      new CallEvent.Dispatched(CALL, "instrument.move", Effect.MOVE, JSON, "rule");

  @Test
  void nothingIsKnownBeforeTheFirstEvent() {
    RunState state = new RunState();
    assertThat(state.opened()).isEmpty();
    assertThat(state.approved()).isEmpty();
    assertThat(state.calls()).isEmpty();
    assertThat(state.nextCall()).isEqualTo(new CallId("call-1"));
  }

  @Test
  void foldsTheLifeOfARun() {
    RunEvent.Opened opened =
        new RunEvent.Opened(
            "software", PLAN, "hash", List.of(), Optional.empty(), Optional.empty());
    RunEvent.Ended ended = new RunEvent.Ended(RunStatus.STOPPED, "enough");
    RunState state =
        fold(opened, new RunEvent.Approved("hash", Optional.empty(), Optional.empty()), ended);
    assertThat(state.opened()).contains(opened);
    assertThat(state.approved()).isPresent();
    assertThat(state.ended()).contains(ended);
  }

  @Test
  void resumingTakesAStopRequestBack() {
    RunEvent.StopRequested stop = new RunEvent.StopRequested("enough");
    assertThat(fold(stop).stopRequested()).contains(stop);
    assertThat(fold(stop, new RunEvent.Resumed()).stopRequested()).isEmpty();
    assertThat(fold(new RunEvent.Resumed(), stop).stopRequested()).contains(stop);
  }

  @Test
  void aCallIsOpenFromItsDispatchToItsFinalEvent() {
    assertThat(fold(PROPOSED).call(CALL).isOpen()).isFalse();
    assertThat(fold(PROPOSED, DISPATCHED).call(CALL).isOpen()).isTrue();
    for (CallEvent last :
        List.of(
            new CallEvent.Settled(CALL, JSON),
            new CallEvent.Failed(CALL, EffectHappened.NONE, List.of()),
            new CallEvent.Reconciled(CALL, EffectHappened.UNKNOWN, "?", Optional.empty()))) {
      CallState call = fold(PROPOSED, DISPATCHED, last).call(CALL);
      assertThat(call.isOpen()).isFalse();
      assertThat(call.last()).contains(last);
      assertThat(call.effect()).contains(Effect.MOVE);
      assertThat(call.arguments()).contains(JSON);
    }
    assertThat(fold(PROPOSED, new CallEvent.Refused(CALL, List.of())).call(CALL).isOpen())
        .isFalse();
  }

  @Test
  void aResultIsKnownOfSettledAndOfReconciledCalls() {
    CallEvent settled = new CallEvent.Settled(CALL, JSON);
    CallEvent reconciled =
        new CallEvent.Reconciled(CALL, EffectHappened.FULL, "ledger", Optional.of(JSON));
    CallEvent failed = new CallEvent.Failed(CALL, EffectHappened.FULL, List.of());
    assertThat(fold(PROPOSED, DISPATCHED).call(CALL).result()).isEmpty();
    assertThat(fold(PROPOSED, DISPATCHED, settled).call(CALL).result()).contains(JSON);
    assertThat(fold(PROPOSED, DISPATCHED, reconciled).call(CALL).result()).contains(JSON);
    assertThat(fold(PROPOSED, DISPATCHED, failed).call(CALL).result()).isEmpty();
  }

  @Test
  void callsStandInTheOrderOfTheirProposalAndAreCountedOn() {
    CallEvent inner =
        new CallEvent.Proposed(
            INNER, Optional.of(CALL), Optional.of("3#2.1"), "instrument.state", "{}");
    RunState state =
        fold(PROPOSED, inner, new CallEvent.Refused(INNER, List.of(PROBLEM)), DISPATCHED);
    assertThat(state.calls()).extracting(CallState::call).containsExactly(CALL, INNER);
    assertThat(state.call(INNER).parent()).contains(CALL);
    assertThat(state.nextCall()).isEqualTo(new CallId("call-3"));
    assertThat(state.refused()).isEqualTo(1);
  }

  @Test
  void keepsCampaignEventsAndRefusedPlansAndNoOtherTalk() {
    CampaignEvent finished = new CampaignEvent.Finished("done");
    ChatEvent.PlanRefused refused = new ChatEvent.PlanRefused(PLAN, List.of(PROBLEM));
    RunState state = fold(new ChatEvent.Said("hello"), finished, refused);
    assertThat(state.campaign()).containsExactly(finished);
    assertThat(state.plansRefused()).containsExactly(refused);
  }

  @Test
  void timesEachBatchAfterTheFirstFromTheEventBeforeIt() {
    RunState state = new RunState();
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    state.apply(start, Actor.RUNTIME, new CampaignEvent.BatchProposed(0, List.of(1), JSON));
    state.apply(
        start.plusSeconds(5), Actor.RUNTIME, new CampaignEvent.Measured(1, CALL, "blob", 1.0));
    state.apply(
        start.plusSeconds(7), Actor.RUNTIME, new CampaignEvent.BatchProposed(1, List.of(2), JSON));
    assertThat(state.proposalTimes()).containsExactly(Duration.ofSeconds(2));
  }

  private static RunState fold(Event... events) {
    RunState state = new RunState();
    for (Event event : events) {
      state.apply(Instant.EPOCH, Actor.RUNTIME, event);
    }
    return state;
  }
}
