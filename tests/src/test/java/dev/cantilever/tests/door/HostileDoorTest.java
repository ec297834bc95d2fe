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
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileDoorTest {

  private static final int CALLS = 1_000_000;
  private static final List<String> PARAMETERS =
      List.of("n", "theta", "r", "t", "temperature", "coupling", "none");

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
      AnyCommand any = new AnyCommand(random, PARAMETERS);
      Standing driver = new Standing();
      Gate gate = new Gate(driver, envelopes.get(i), System::nanoTime);
      for (int call = 0; call < CALLS / instruments.size() + 1; call++) {
        Command command = any.next();
        driver.at = random.nextInt(4) == 0 ? any.place() : driver.at;
        driver.probe = pick(random, EnumSet.allOf(ProbeState.class));
        driver.beam = pick(random, EnumSet.allOf(BeamState.class));
        driver.told.clear();
        boolean acted = gate.execute(key, command) instanceof Verdict.Acted;
        assertThat(driver.told).isEqualTo(acted ? List.of(command) : List.of());
        if (acted) {
          permitted++;
          passed.add(command.getClass());
          Optional<String> offence =
              command.verb().makesSafe() ? Optional.empty() : judge.offence(command, driver.at);
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
  }

  private static <E extends Enum<E>> E pick(SplittableRandom random, EnumSet<E> of) {
    return of.stream().skip(random.nextInt(of.size())).findFirst().orElseThrow();
  }
}
