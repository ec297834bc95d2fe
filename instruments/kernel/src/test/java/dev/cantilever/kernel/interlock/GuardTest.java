package dev.cantilever.kernel.interlock;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.Severity;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

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
    boolean ends =
        (rule == ClearRule.WITH_CONDITION || rule == ClearRule.WHEN_STEADY)
            && severity != Severity.TRIP;
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

  /** A clock that begins anywhere, also close to the end of its range, where it runs over. */
  @ParameterizedTest
  @ValueSource(longs = {0, 7_000_000_000L, -3_000_000_000L, Long.MAX_VALUE - 1, Long.MIN_VALUE})
  void silenceIsCountedFromTheLastBeatOfEach(long start) {
    GuardState armed =
        Guard.step(GuardState.quiet(start - SECOND), new GuardInput.Armed(true), start).state();
    assertThat(armed.runnerNanos()).isEqualTo(start);
    assertThat(armed.driverNanos()).isEqualTo(start);
    GuardState runner = Guard.step(armed, new GuardInput.RunnerBeat(), start + SECOND / 2).state();
    assertThat(names(tick(runner, start + SECOND - 1))).isEmpty();
    assertThat(names(tick(runner, start + SECOND))).containsExactly(Guard.DRIVER);
    assertThat(names(tick(runner, start + 3 * SECOND / 2)))
        .containsExactly(Guard.RUNNER, Guard.DRIVER);
    GuardState driver = Guard.step(armed, new GuardInput.DriverBeat(), start + SECOND / 2).state();
    assertThat(names(tick(driver, start + SECOND))).containsExactly(Guard.RUNNER);
  }

  private static GuardState tick(GuardState state, long nanos) {
    return Guard.step(state, new GuardInput.Tick(), nanos).state();
  }

  private static List<String> names(GuardState state) {
    return state.causes().stream().map(Cause::name).toList();
  }

  @Test
  void aSilenceIsStatedOnceForItsHoldAndOnceForItsStop() {
    GuardState armed = after(new GuardInput.Armed(true));
    GuardState held = tick(armed, 3 * SECOND / 2);
    assertThat(held.causes())
        .extracting(Cause::words)
        .containsExactly(
            "heartbeat of the runner missed for 1.50 s",
            "heartbeat of the driver missed for 1.50 s");
    assertThat(tick(held, 5 * SECOND - 1)).isEqualTo(held);
    GuardState stopped = tick(held, 5 * SECOND);
    assertThat(stopped.causes())
        .extracting(Cause::words)
        .containsExactly(
            "heartbeat of the runner missed for 5.00 s",
            "heartbeat of the driver missed for 5.00 s");
    assertThat(tick(stopped, 60 * SECOND)).isEqualTo(stopped);
  }

  @Test
  void disarmingEndsEveryHoldForASilence() {
    GuardState held = tick(after(new GuardInput.Armed(true)), 2 * SECOND);
    GuardState free = Guard.step(held, new GuardInput.Disarmed(), 2 * SECOND).state();
    assertThat(free.causes()).isEmpty();
    assertThat(free.isArmed()).isFalse();
    assertThat(tick(free, 60 * SECOND).causes()).isEmpty();
  }

  /** What is done when the first severity turns into the second. */
  @ParameterizedTest
  @CsvSource({
    "NONE, WARN, Say",
    "WARN, HOLD, Say",
    "HOLD, SAFE_STOP, Say Stop",
    "HOLD, TRIP, Say Stop Latch",
    "SAFE_STOP, TRIP, Say Stop Latch",
    "WARN, WARN, ''",
    "HOLD, HOLD, ''",
    "SAFE_STOP, SAFE_STOP, ''",
    "TRIP, TRIP, ''",
    "TRIP, SAFE_STOP, ''",
  })
  void aChangeIsActedOnOnce(Severity first, Severity second, String actions) {
    GuardState before =
        first == Severity.NONE ? after() : after(wrong(first, ClearRule.WITH_CONDITION));
    assertThat(
            Guard.step(before, wrong(second, ClearRule.WITH_CONDITION), 0).actions().stream()
                .map(action -> action.getClass().getSimpleName()))
        .containsExactly(actions.isEmpty() ? new String[0] : actions.split(" "));
  }

  @Test
  void sayingNamesTheSeverityAndEveryCause() {
    GuardInput gas =
        new GuardInput.Wrong("gas", Severity.SAFE_STOP, ClearRule.WITH_CONDITION, "no flow");
    assertThat(Guard.step(after(wrong(Severity.WARN, ClearRule.WITH_CONDITION)), gas, 0).actions())
        .containsExactly(
            new GuardAction.Say(Severity.SAFE_STOP, "pressure too high; no flow"),
            new GuardAction.Stop("pressure too high; no flow"));
    assertThat(Guard.step(after(wrong(Severity.HOLD, ClearRule.WITH_CONDITION)), WELL, 0).actions())
        .containsExactly(new GuardAction.Say(Severity.NONE, ""));
  }

  @ParameterizedTest
  @EnumSource(Severity.class)
  void nothingIsArmedFromAHoldOnAndTheReasonIsSaid(Severity severity) {
    GuardState state =
        severity == Severity.NONE ? after() : after(wrong(severity, ClearRule.WITH_CONDITION));
    Guard.Step step = Guard.step(state, new GuardInput.Armed(true), 0);
    boolean arms = severity.compareTo(Severity.HOLD) < 0;
    assertThat(step.state().isArmed()).isEqualTo(arms);
    assertThat(step.actions())
        .isEqualTo(
            arms ? List.of() : List.of(new GuardAction.Refuse("cannot arm: pressure too high")));
  }

  @Test
  void aResetDisarmsAndIsRefusedWhileAnyCauseIsThere() {
    GuardState armed = after(new GuardInput.Armed(true), ACKNOWLEDGED);
    assertThat(armed.isArmed()).isFalse();
    GuardState wrong = after(wrong(Severity.WARN, ClearRule.AFTER_ACKNOWLEDGEMENT));
    assertThat(Guard.step(wrong, ACKNOWLEDGED, 0).actions())
        .containsExactly(
            new GuardAction.Refuse("cannot reset while this is so: pressure too high"));
  }

  @Test
  void aConditionThatIsWellChangesNoOther() {
    GuardState state = after(wrong(Severity.HOLD, ClearRule.WITH_CONDITION));
    assertThat(Guard.step(state, new GuardInput.Well("gas"), 0).state()).isEqualTo(state);
    assertThat(state.cause("gas")).isEmpty();
    assertThat(state.cause("vacuum")).isPresent();
  }

  @Test
  void aCauseThatWorsensIsStatedAnewInItsWorstSeverity() {
    GuardState state =
        after(
            new GuardInput.Wrong("gas", Severity.HOLD, ClearRule.WITH_CONDITION, "low"),
            wrong(Severity.WARN, ClearRule.WITH_CONDITION),
            new GuardInput.Wrong("gas", Severity.SAFE_STOP, ClearRule.AFTER_RESTART, "none"),
            new GuardInput.Wrong("gas", Severity.WARN, ClearRule.WITH_CONDITION, "rising"));
    assertThat(state.causes())
        .containsExactly(
            new Cause("vacuum", Severity.WARN, ClearRule.WITH_CONDITION, true, "pressure too high"),
            new Cause("gas", Severity.SAFE_STOP, ClearRule.WITH_CONDITION, true, "rising"));
  }
}
