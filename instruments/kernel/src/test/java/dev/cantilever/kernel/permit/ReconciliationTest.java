package dev.cantilever.kernel.permit;

import static dev.cantilever.kernel.Examples.envelope;
import static dev.cantilever.kernel.Examples.key;
import static dev.cantilever.kernel.Examples.move;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Examples;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.port.DeviceState;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.DeviceCommand;
import org.junit.jupiter.api.Test;

/** What holds the gate after something that no answer explains, and what ends it. */
class ReconciliationTest {

  private final Wire driver = new Wire();
  private final Gate gate =
      new Gate(driver, new EnvelopeStatus.Loaded(envelope(), "sha256:0"), () -> 0);

  /** A line that can be cut, to an instrument that may have forgotten. */
  private static final class Wire extends LedgerDriver {

    private int failingReads;
    private int failingStops;
    private Recollection recollection = new Recollection.NeverArrived();

    @Override
    public InstrumentState state() {
      if (failingReads > 0) {
        failingReads--;
        throw new IllegalStateException("no reply");
      }
      return super.state();
    }

    @Override
    public void stop() {
      super.stop();
      if (failingStops > 0) {
        failingStops--;
        throw new IllegalStateException("no reply");
      }
    }

    @Override
    public Recollection recall(CommandKey key) {
      return recollection;
    }
  }

  private void loseAnOutcome() {
    Outcome sound = driver.outcome;
    driver.outcome = new Outcome.Unknown("no reply");
    gate.execute(key(1), move(0, 0, 1.5));
    driver.outcome = sound;
  }

  private boolean acts(int call) {
    return gate.execute(key(call), move(0, 0, 1.5)) instanceof Verdict.Acted;
  }

  @Test
  void aLostOutcomeStopsAndHoldsUntilTheInstrumentsOwnRecordAnswers() {
    loseAnOutcome();
    assertThat(driver.stops).isEqualTo(1);
    assertThat(acts(2)).isFalse();
    gate.recall(key(7));
    assertThat(acts(3)).isFalse();
    gate.recall(key(1));
    assertThat(acts(4)).isTrue();
    assertThat(driver.done).hasSize(2);
  }

  @Test
  void anInstrumentThatCannotTellNeedsAPerson() {
    loseAnOutcome();
    driver.recollection = new Recollection.CannotTell("its memory is volatile");
    gate.recall(key(1));
    assertThat(acts(2)).isFalse();
    gate.reset("operator", "looked at the sample");
    assertThat(acts(3)).isTrue();
  }

  @Test
  void threeReadingsAreTriedThenItIsOfflineUntilItAnswersAgain() {
    driver.failingReads = 2;
    assertThat(gate.state()).isEqualTo(driver.state);
    driver.failingReads = 3;
    assertThat(gate.state()).isEqualTo(InstrumentState.offline());
    assertThat(gate.guard().severity()).isEqualTo(Severity.HOLD);
    assertThat(acts(1)).isTrue();
  }

  @Test
  void aPositionThatChangedWithoutACommandHoldsUntilAPersonHasLooked() {
    assertThat(acts(1)).isTrue();
    driver.state = Examples.standingAt(0.1, 0);
    assertThat(acts(2)).isFalse();
    assertThat(gate.guard().severity()).isEqualTo(Severity.HOLD);
    driver.state = Examples.standingAt(0, 0);
    assertThat(acts(3)).isFalse();
    gate.reset("operator", "it was me");
    assertThat(acts(4)).isTrue();
  }

  @Test
  void aStopThatFailsIsTriedAgainAndTheTripStands() {
    driver.failingStops = 2;
    gate.stop("smoke");
    assertThat(acts(1)).isFalse();
    gate.tick();
    gate.tick();
    gate.tick();
    assertThat(driver.stops).isEqualTo(3);
  }

  @Test
  void aPositionThatBecomesNoNumberHolds() {
    assertThat(acts(1)).isTrue();
    driver.state = Examples.standingAt(Double.NaN, 0);
    assertThat(acts(2)).isFalse();
    assertThat(gate.guard().severity()).isEqualTo(Severity.HOLD);
  }

  @Test
  void anAlarmOfTheDeviceTripsAndIsClearedAfterAPersonHasLooked() {
    InstrumentState sound = driver.state;
    driver.state = faulty(sound);
    assertThat(acts(1)).isFalse();
    assertThat(gate.guard().severity()).isEqualTo(Severity.TRIP);
    assertThat(clears(2)).isFalse();
    gate.reset("operator", "the cooling water is back");
    assertThat(acts(3)).isFalse();
    assertThat(clears(4)).isTrue();
    driver.state = sound;
    assertThat(acts(5)).isTrue();
    driver.state = faulty(sound);
    assertThat(acts(6)).isFalse();
    assertThat(gate.guard().severity()).isEqualTo(Severity.TRIP);
  }

  private boolean clears(int call) {
    return gate.execute(key(call), new DeviceCommand.ClearFault()) instanceof Verdict.Acted;
  }

  private static InstrumentState faulty(InstrumentState state) {
    return new InstrumentState(
        state.position(),
        state.elapsed(),
        state.loops(),
        state.quality(),
        DeviceState.FAULT,
        state.probe(),
        state.beam(),
        state.readbacks());
  }
}
