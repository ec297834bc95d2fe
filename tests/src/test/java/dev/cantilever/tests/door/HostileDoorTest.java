package dev.cantilever.tests.door;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.BeamState;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileDoorTest {

  private static final int CALLS = 1_000_000;
  private static final int CALLS_PAST_THE_FIRST = 20_000;
  private static final List<ProbeState> PROBES = List.of(ProbeState.values());
  private static final List<BeamState> BEAMS = List.of(BeamState.values());

  @TempDir private Path home;

  @Test
  void ofAMillionCallsNothingOutsideAnEnvelopeFileReachesADriver() {
    List<InstrumentId> instruments;
    List<EnvelopeStatus> envelopes = new ArrayList<>();
    try (InstrumentRack rack = InstrumentRack.open(home)) {
      instruments = rack.instruments();
      instruments.forEach(id -> envelopes.add(rack.gate(id).envelope()));
    }
    CommandKey key = new CommandKey(new RunId("run-0001"), new CallId("call-1"));
    List<String> offences = new ArrayList<>();
    Set<Class<?>> passed = new HashSet<>();
    long permitted = 0;
    for (int i = 0; i < instruments.size(); i++) {
      EnvelopeFile judge = EnvelopeFile.shipped(instruments.get(i).value());
      SplittableRandom random = new SplittableRandom(i);
      AnyCommand any = new AnyCommand(random, Bench.PARAMETERS);
      Standing driver = new Standing();
      Gate gate = new Gate(driver, envelopes.get(i), System::nanoTime);
      for (int call = 0; call < CALLS / instruments.size() + 1; call++) {
        Command command = any.next();
        if (random.nextInt(4) == 0) {
          driver.at = any.place();
          gate.reset("operator", "it was moved on purpose");
        }
        SurfacePoint from = driver.at;
        driver.probe = pick(random, PROBES);
        driver.beam = pick(random, BEAMS);
        driver.told.clear();
        boolean acted = gate.execute(key, command) instanceof Verdict.Acted;
        List<Command> expected = acted ? List.of(command) : List.of();
        if (!driver.told.equals(
            expected)) { // an assertion for each call takes longer than the call
          assertThat(driver.told).isEqualTo(expected);
        }
        if (acted) {
          permitted++;
          passed.add(command.getClass());
          Optional<String> offence =
              command.verb().makesSafe() ? Optional.empty() : judge.offence(command, from);
          offence.ifPresent(offences::add);
        }
      }
    }
    System.out.printf(
        "door: %d calls to %d instruments, %d permitted, of %d kinds, %d outside%n",
        CALLS, instruments.size(), permitted, passed.size(), offences.size());
    Figures.atMost(
        "door-1a",
        "commands outside the envelope file at the driver, of a million calls of every verb",
        offences.size(),
        "commands",
        0,
        "0-" + (instruments.size() - 1));
    assertThat(offences).isEmpty();
    assertThat(permitted).isGreaterThan(CALLS / 200);
    assertThat(passed).hasSizeGreaterThan(30);
    assertThat(passed)
        .contains(
            StemCommand.AutoFocus.class,
            StemCommand.CameraImage.class,
            StemCommand.SetImageShift.class,
            StemCommand.SetBeamTilt.class,
            StemCommand.SetDiffractionShift.class);
  }

  /** As if the first check were broken in whole: its envelope lets everything through. */
  @Test
  void withAFirstCheckThatAllowsEverythingTheSecondStillKeepsEveryNumberInside() {
    int reached = 0;
    int stopped = 0;
    List<String> offences = new ArrayList<>();
    try (InstrumentRack rack = InstrumentRack.open(home)) {
      for (InstrumentId id : rack.instruments()) {
        EnvelopeStatus.Loaded file = (EnvelopeStatus.Loaded) rack.gate(id).envelope();
        Standing driver = new Standing();
        EnvelopeStatus broken =
            new EnvelopeStatus.Loaded(Bench.wide(List.of()), "sha256:0", file.second());
        Gate gate = new Gate(driver, broken, System::nanoTime);
        EnvelopeFile judge = EnvelopeFile.shipped(id.value());
        SplittableRandom random = new SplittableRandom(17);
        AnyCommand any = new AnyCommand(random, Bench.PARAMETERS);
        for (int call = 0; call < CALLS_PAST_THE_FIRST; call++) {
          Command command = any.next();
          driver.probe = pick(random, PROBES);
          driver.beam = pick(random, BEAMS);
          driver.told.clear();
          boolean acted = gate.execute(Bench.key(call + 1), command) instanceof Verdict.Acted;
          reached += driver.told.size();
          stopped += acted && driver.told.isEmpty() ? 1 : 0;
          if (!driver.told.isEmpty() && !command.verb().makesSafe()) {
            judge.encoded(command).ifPresent(offences::add);
          }
        }
      }
    }
    System.out.printf(
        "door: past a broken first check %d commands reached a driver, the second stopped %d%n",
        reached, stopped);
    Figures.atMost(
        "door-1b",
        "numbers outside the envelope file at the driver, with the first check switched off",
        offences.size(),
        "numbers",
        0,
        "17");
    assertThat(offences).isEmpty();
    assertThat(reached).isPositive();
    assertThat(stopped).isGreaterThan(reached);
  }

  @Test
  void theJudgeItselfFindsWhatLiesOutside() {
    EnvelopeFile afm = EnvelopeFile.shipped("afm");
    SurfacePoint origin = SurfacePoint.metres(0, 0);
    SurfacePoint outside = SurfacePoint.metres(21e-6, 0);
    assertThat(afm.offence(new SpmCommand.SetRate(new Frequency(21)), origin)).isPresent();
    assertThat(afm.offence(new SpmCommand.SetRate(new Frequency(Double.NaN)), origin)).isPresent();
    assertThat(afm.offence(new SpmCommand.SetRate(new Frequency(1)), origin)).isEmpty();
    assertThat(afm.offence(new SpmCommand.MoveProbe(outside, new Speed(1e-6)), origin)).isPresent();
    assertThat(afm.offence(new SpmCommand.MoveProbe(origin, new Speed(1e-6)), outside)).isPresent();
    assertThat(afm.offence(new SpmCommand.BiasPulse(new Voltage(1), new TimeSpan(1)), origin))
        .isPresent();
    EnvelopeFile stem = EnvelopeFile.shipped("stem");
    StemCommand.MoveHolder tilted =
        new StemCommand.MoveHolder(origin, new Length(0), new Angle(0.45), new Angle(0.45));
    assertThat(stem.offence(tilted, origin)).isPresent();
    StemCommand.SetImageShift far =
        new StemCommand.SetImageShift(new Length(0), new Length(501e-9));
    assertThat(stem.offence(far, origin)).as("more than a step").isPresent();
    StemCommand.SetBeamTilt steep =
        new StemCommand.SetBeamTilt(new Angle(0), new Angle(Double.NaN));
    assertThat(stem.offence(steep, origin)).isPresent();
    StemCommand.AutoFocus wide =
        new StemCommand.AutoFocus(new Length(101e-9), StemCommand.Sharpness.VARIANCE);
    assertThat(stem.offence(wide, origin)).isPresent();
  }

  private static <E> E pick(SplittableRandom random, List<E> of) {
    return of.get(random.nextInt(of.size()));
  }
}
