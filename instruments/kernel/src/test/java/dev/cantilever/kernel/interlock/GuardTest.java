package dev.cantilever.kernel.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Every severity under every clear rule and every order of events. */
class GuardTest {

  private static final long SECOND = 1_000_000_000L;
  private static final GuardInput ACKNOWLEDGED = new GuardInput.Acknowledged("operator", "looked");

  private static GuardState after(GuardInput... inputs) {
    GuardState state = GuardState.quiet(0);
    for (GuardInput input : inputs) {
      state = Guard.step(state, input, 0).state();
    }
    return state;
  }

  private static GuardInput wrong(Severity severity, ClearRule clear) {
    return new GuardInput.Wrong("vacuum", severity, clear, "pressure too high");
  }

  private static final GuardInput WELL = new GuardInput.Well("vacuum");

  static Stream<Arguments> everyCauseAndRule() {
    return Stream.of(Severity.WARN, Severity.HOLD, Severity.SAFE_STOP, Severity.TRIP)
        .flatMap(
            severity -> Stream.of(ClearRule.values()).map(rule -> Arguments.of(severity, rule)));
  }

  @ParameterizedTest
  @MethodSource("everyCauseAndRule")
  void aCauseStandsWhileItsConditionIsWrongWhateverAnybodySays(Severity severity, ClearRule rule) {
    GuardState state =
        after(
            wrong(severity, rule), ACKNOWLEDGED, new GuardInput.Restarted(), new GuardInput.Tick());
    assertThat(state.severity()).isEqualTo(severity);
  }

  @ParameterizedTest
  @MethodSource("everyCauseAndRule")
  void itEndsWithItsConditionOnlyWhereTheRuleSaysSoAndItIsNoTrip(
      Severity severity, ClearRule rule) {
    boolean ends = rule == ClearRule.WITH_CONDITION && severity != Severity.TRIP;
    assertThat(after(wrong(severity, rule), WELL).severity())
        .isEqualTo(ends ? Severity.NONE : severity);
  }

  @ParameterizedTest
  @MethodSource("everyCauseAndRule")
  void aRestartEndsWhatWaitsForOneAndNoTrip(Severity severity, ClearRule rule) {
    boolean ends = rule != ClearRule.AFTER_ACKNOWLEDGEMENT && severity != Severity.TRIP;
    assertThat(after(wrong(severity, rule), WELL, new GuardInput.Restarted()).severity())
        .isEqualTo(ends ? Severity.NONE : severity);
  }

  @ParameterizedTest
  @MethodSource("everyCauseAndRule")
  void aPersonEndsWhatIsWellAgain(Severity severity, ClearRule rule) {
    boolean stays = rule == ClearRule.AFTER_RESTART && severity != Severity.TRIP;
    assertThat(after(wrong(severity, rule), WELL, ACKNOWLEDGED).severity())
        .isEqualTo(stays ? severity : Severity.NONE);
  }

  @ParameterizedTest
  @MethodSource("everyCauseAndRule")
  void whatActsFollowsFromTheSeverityAlone(Severity severity, ClearRule rule) {
    List<GuardAction> actions = Guard.step(GuardState.quiet(0), wrong(severity, rule), 0).actions();
    assertThat(actions.stream().anyMatch(one -> one instanceof GuardAction.Stop))
        .isEqualTo(severity.compareTo(Severity.SAFE_STOP) >= 0);
    assertThat(actions.stream().anyMatch(one -> one instanceof GuardAction.Latch))
        .isEqualTo(severity == Severity.TRIP);
  }

  @Test
  void aWorseningCauseKeepsTheWorstItWas() {
    GuardState state =
        after(
            wrong(Severity.TRIP, ClearRule.WITH_CONDITION),
            wrong(Severity.WARN, ClearRule.WITH_CONDITION));
    assertThat(state.severity()).isEqualTo(Severity.TRIP);
  }

  @Test
  void theHighestOfSeveralCausesDecides() {
    GuardState state =
        after(
            wrong(Severity.HOLD, ClearRule.WITH_CONDITION),
            new GuardInput.Wrong("gas", Severity.WARN, ClearRule.WITH_CONDITION, "no flow"));
    assertThat(state.severity()).isEqualTo(Severity.HOLD);
  }

  @Test
  void withoutAProofOfTheTripPathNothingIsArmed() {
    assertThat(after(new GuardInput.Armed(false)).isArmed()).isFalse();
    assertThat(after(new GuardInput.Armed(true)).isArmed()).isTrue();
    assertThat(
            after(wrong(Severity.HOLD, ClearRule.WITH_CONDITION), new GuardInput.Armed(true))
                .isArmed())
        .isFalse();
  }

  @Test
  void aSilentRunnerHoldsAfterOneSecondAndStopsAfterFive() {
    GuardState armed = after(new GuardInput.Armed(true));
    GuardState soon = Guard.step(armed, new GuardInput.Tick(), SECOND - 1).state();
    assertThat(soon.severity()).isEqualTo(Severity.NONE);
    GuardState held = Guard.step(soon, new GuardInput.Tick(), SECOND).state();
    assertThat(held.severity()).isEqualTo(Severity.HOLD);
    Guard.Step stopped = Guard.step(held, new GuardInput.Tick(), 5 * SECOND);
    assertThat(stopped.state().severity()).isEqualTo(Severity.SAFE_STOP);
    assertThat(stopped.actions()).anyMatch(action -> action instanceof GuardAction.Stop);
  }

  @Test
  void aBeatEndsAHoldButNotAStop() {
    GuardState armed = after(new GuardInput.Armed(true));
    GuardState held = Guard.step(armed, new GuardInput.Tick(), 2 * SECOND).state();
    GuardState heard =
        Guard.step(
                Guard.step(held, new GuardInput.RunnerBeat(), 2 * SECOND).state(),
                new GuardInput.DriverBeat(),
                2 * SECOND)
            .state();
    assertThat(heard.severity()).isEqualTo(Severity.NONE);
    GuardState stopped = Guard.step(armed, new GuardInput.Tick(), 6 * SECOND).state();
    GuardState late =
        Guard.step(
                Guard.step(stopped, new GuardInput.RunnerBeat(), 6 * SECOND).state(),
                new GuardInput.DriverBeat(),
                6 * SECOND)
            .state();
    assertThat(late.severity()).isEqualTo(Severity.SAFE_STOP);
  }

  @Test
  void unarmedNobodyIsMissed() {
    GuardState quiet = Guard.step(GuardState.quiet(0), new GuardInput.Tick(), 60 * SECOND).state();
    assertThat(quiet.severity()).isEqualTo(Severity.NONE);
  }

  @Test
  void aResetNeedsAPersonAndAReason() {
    GuardState tripped = after(wrong(Severity.TRIP, ClearRule.WITH_CONDITION), WELL);
    assertThat(Guard.step(tripped, new GuardInput.Acknowledged(" ", "x"), 0).state().severity())
        .isEqualTo(Severity.TRIP);
    assertThat(Guard.step(tripped, new GuardInput.Acknowledged("x", ""), 0).state().severity())
        .isEqualTo(Severity.TRIP);
  }
}
