package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.lever.Material;
import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.sample.Plane;
import dev.cantilever.kernel.port.Cost;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SpmCommand.SpmMode;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Force;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a person does at the microscope: another probe, a look through the eyepiece, a mode. */
class ProbeExchangeTest {

  private static final SurfacePoint ORIGIN = SurfacePoint.metres(0, 0);
  private static final Command TUNE =
      new SpmCommand.Tune(new Frequency(3e5), new Frequency(2e4), 256);
  private static final Command APPROACH =
      new SpmCommand.Approach(new Length(2e-3), new Speed(1e-5), new TimeSpan(300));
  private static final Command PARK = new SpmCommand.Withdraw(new Length(5e-3));
  private static final Command EXCHANGE = new SpmCommand.ExchangeProbe();

  private AfmTwin twin;
  private AfmSimulation simulation;

  @BeforeEach
  void mountOverAFlatFilm() {
    AfmSetup setup = Bench.ideal(new Plane(Material.HARD_FILM));
    twin = new AfmTwin(setup, Bench.quick(1e-6, 64));
    simulation = new AfmSimulation(twin, Probe.stiff());
  }

  private void perform(Command... commands) {
    for (Command command : commands) {
      assertThat(refusal(command)).as("%s", command).isEmpty();
      simulation.perform(command);
    }
  }

  private Optional<String> refusal(Command command) {
    return simulation.cannot(command, ORIGIN);
  }

  private ProbeState probe() {
    return simulation.state().probe();
  }

  @Test
  void theProbeIsParkedAtTheEndOfTheWay() {
    assertThat(probe()).isEqualTo(ProbeState.WITHDRAWN);
    perform(PARK);
    assertThat(probe()).isEqualTo(ProbeState.PARKED);
    assertThat(simulation.state().readback(Channel.CLEARANCE).orElseThrow().value())
        .isEqualTo(new Length(2e-3));
    perform(PARK, TUNE, APPROACH);
    assertThat(probe()).isEqualTo(ProbeState.ENGAGED);
    perform(new SpmCommand.Withdraw(new Length(1e-3)));
    assertThat(probe()).isEqualTo(ProbeState.WITHDRAWN);
    perform(new SpmCommand.Withdraw(new Length(1e-3)));
    assertThat(probe()).isEqualTo(ProbeState.PARKED);
  }

  @Test
  void aNewProbeIsSharpAndMustBeZeroedAndTunedBeforeItIsApproached() {
    perform(TUNE, APPROACH);
    perform(new SpmCommand.ForceCurve(new Force(3e-6), new Length(2e-7), new Frequency(1), 1));
    perform(PARK);
    assertThat(twin.truth().crashes()).isEqualTo(1);
    assertThat(twin.truth().tip().shape().radiusMetres()).isGreaterThan(30e-9);
    assertThat(simulation.state().readback(Channel.FREE_AMPLITUDE)).isPresent();
    double before = simulation.state().elapsed().seconds();
    perform(EXCHANGE);
    assertThat(simulation.state().elapsed().seconds() - before).isCloseTo(1200, within(1e-9));
    assertThat(twin.truth().tip().shape().radiusMetres()).isEqualTo(10e-9);
    assertThat(simulation.state().readback(Channel.FREE_AMPLITUDE)).isEmpty();
    assertThat(refusal(APPROACH).orElseThrow()).contains("spm.zero_detector first");
    perform(new SpmCommand.ZeroDetector());
    assertThat(refusal(APPROACH).orElseThrow()).contains("spm.tune first");
    perform(TUNE, APPROACH);
    assertThat(probe()).isEqualTo(ProbeState.ENGAGED);
  }

  @Test
  void itCountsAsOneProbeAndTwentyMinutes() {
    assertThat(simulation.estimate(EXCHANGE)).isEqualTo(Cost.newProbe(new TimeSpan(1200)));
    assertThat(simulation.estimate(TUNE).probes()).isZero();
  }

  @Test
  void itTapsHasAMagneticPassAndScansInContactAndHasNoOtherMode() {
    perform(TUNE, APPROACH);
    double once = simulation.estimate(new SpmCommand.Scan(0, 9)).time().seconds();
    perform(PARK, new SpmCommand.SetMode(SpmMode.MAGNETIC), APPROACH);
    double twice = simulation.estimate(new SpmCommand.Scan(0, 9)).time().seconds();
    assertThat(twice - 1.5).isCloseTo(2 * (once - 1.5), within(1e-9));
    for (SpmMode mode : SpmMode.values()) {
      assertThat(refusal(new SpmCommand.SetMode(mode)).isEmpty())
          .isEqualTo(
              mode == SpmMode.TAPPING || mode == SpmMode.MAGNETIC || mode == SpmMode.CONTACT);
    }
    perform(
        PARK, new SpmCommand.SetMode(SpmMode.CONTACT), new SpmCommand.SetForce(new Force(5e-9)));
    assertThat(simulation.state().readback(Channel.CONTACT_FORCE).orElseThrow().value())
        .isEqualTo(new Force(5e-9));
    assertThat(simulation.estimate(new SpmCommand.Scan(0, 9)).time().seconds()).isEqualTo(once);
    perform(new SpmCommand.SetLift(new Length(80e-9)));
    assertThat(simulation.state().readback(Channel.LIFT_HEIGHT).orElseThrow().value())
        .isEqualTo(new Length(80e-9));
  }

  private static Frame capture(AfmSimulation simulation) {
    Reading.Scan scan = (Reading.Scan) simulation.perform(new SpmCommand.CaptureOptical());
    return scan.frames().getFirst();
  }

  private static double mean(Frame frame, int fromRow, int toRow, int fromColumn, int toColumn) {
    double[] values = frame.values().toArray();
    double sum = 0;
    for (int row = fromRow; row < toRow; row++) {
      for (int column = fromColumn; column < toColumn; column++) {
        sum += values[row * frame.columns() + column];
      }
    }
    return sum / (toRow - fromRow) / (toColumn - fromColumn);
  }

  /** The lever comes from the right and is brighter than the sample; its shadow lies below. */
  @Test
  void throughTheEyepieceTheLeverStandsOverTheSample() {
    perform(TUNE, APPROACH);
    Frame frame = capture(simulation);
    assertThat(frame.width()).isEqualTo(new Length(200e-6));
    double lever = mean(frame, 95, 105, 120, 180);
    double sample = mean(frame, 95, 105, 20, 80);
    double shadow = mean(frame, 74, 78, 120, 180);
    double mirrored = mean(frame, 122, 126, 120, 180);
    assertThat(lever).isGreaterThan(1.5 * sample);
    assertThat(shadow).isLessThan(0.9 * mirrored);
    perform(PARK);
    Frame parked = capture(simulation);
    assertThat(mean(parked, 95, 105, 120, 180)).isLessThan(1.3 * sample);
  }

  @Test
  void aPictureTakesASecondAndNoTwoAreTheSame() {
    double before = simulation.state().elapsed().seconds();
    Frame first = capture(simulation);
    Frame second = capture(simulation);
    assertThat(simulation.state().elapsed().seconds() - before).isCloseTo(2, within(1e-9));
    assertThat(first).isNotEqualTo(second);
    AfmTwin again = new AfmTwin(Bench.ideal(new Plane(Material.HARD_FILM)), Bench.quick(1e-6, 64));
    assertThat(capture(new AfmSimulation(again, Probe.stiff()))).isEqualTo(first);
  }
}
