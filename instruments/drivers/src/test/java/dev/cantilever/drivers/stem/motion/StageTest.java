package dev.cantilever.drivers.stem.motion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.stem.noise.Variates;
import org.junit.jupiter.api.Test;

class StageTest {

  private static final double PER_MINUTE = 1e-9 / 60;

  @Test
  void withoutErrorsItStandsWhereItIsTold() {
    Stage stage = new Stage(Variates.of(1, "drift"), StageErrors.none());
    stage.moveTo(new StagePosition(3e-6, -2e-6, 1e-7, 0, 0));
    stage.advance(1000);
    assertThat(stage.x()).isEqualTo(3e-6);
    assertThat(stage.y()).isEqualTo(-2e-6);
    assertThat(stage.readback().z()).isEqualTo(1e-7);
    assertThat(stage.secondsTo(StagePosition.HOME)).isCloseTo(2.36, within(0.01));
  }

  @Test
  void theSideItComesFromShowsAsBacklash() {
    StageErrors playOnly = new StageErrors(40e-9, 0, 1, 0, 0);
    Stage fromBelow = new Stage(Variates.of(1, "drift"), playOnly);
    Stage fromAbove = new Stage(Variates.of(1, "drift"), playOnly);
    fromBelow.moveTo(StagePosition.HOME.at(1e-6, 0));
    fromAbove.moveTo(StagePosition.HOME.at(2e-6, 0));
    fromAbove.moveTo(StagePosition.HOME.at(1e-6, 0));
    assertThat(fromAbove.x() - fromBelow.x()).isCloseTo(40e-9, within(1e-18));
    assertThat(fromAbove.readback()).isEqualTo(fromBelow.readback());
    Stage small = new Stage(Variates.of(1, "drift"), playOnly);
    small.moveTo(StagePosition.HOME.at(15e-9, 0));
    assertThat(small.x()).isZero();
  }

  @Test
  void creepsIntoPlaceAfterAMove() {
    Stage stage = new Stage(Variates.of(1, "drift"), new StageErrors(0, 0.01, 1.7, 0, 0));
    stage.moveTo(StagePosition.HOME.at(1e-6, 0));
    assertThat(stage.x()).isCloseTo(0.99e-6, within(1e-15));
    stage.advance(5);
    assertThat(stage.x()).isCloseTo(1e-6, within(0.6e-9));
  }

  /**
   * Root mean square speed and correlation over one memory time of an Ornstein–Uhlenbeck process.
   */
  @Test
  void driftSpeedsAreNormalAndForgetInAMinute() {
    StageErrors steady = new StageErrors(0, 0, 1, 0.3 * PER_MINUTE, 0.3 * PER_MINUTE);
    int runs = 4000;
    double square = 0;
    double product = 0;
    Stage stage = new Stage(Variates.of(2, "drift"), steady);
    for (int i = 0; i < runs; i++) {
      double before = stage.driftSpeedX() / PER_MINUTE;
      for (int step = 0; step < 8; step++) {
        stage.advance(7.5);
      }
      double after = stage.driftSpeedX() / PER_MINUTE;
      square += after * after / runs;
      product += before * after / runs;
    }
    assertThat(Math.sqrt(square)).isCloseTo(0.3, within(0.02));
    assertThat(product / square).isCloseTo(StrictMath.exp(-1), within(0.07));
  }

  @Test
  void aLongMoveStirsTheDriftUpForAQuarterOfAnHour() {
    double early = 0;
    double late = 0;
    for (int seed = 0; seed < 400; seed++) {
      Stage stage = new Stage(Variates.of(seed, "drift"), StageErrors.typical());
      stage.advance(4 * 3600);
      double calm = stage.driftSpeedX() / PER_MINUTE;
      stage.moveTo(StagePosition.HOME.at(5e-6, 0));
      double stirred = stage.driftSpeedX() / PER_MINUTE;
      early += stirred * stirred / 400;
      late += calm * calm / 400;
    }
    assertThat(Math.sqrt(early)).isCloseTo(0.5, within(0.06));
    assertThat(Math.sqrt(late)).isCloseTo(0.05, within(0.006));
  }

  @Test
  void positionsOutsideTheTravelAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StagePosition(2e-3, 0, 0, 0, 0))
        .withMessage("stage x: 0.002 m is outside [-0.001, 0.001] m");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new StagePosition(0, 0, 0, Double.NaN, 0));
  }
}
