package dev.cantilever.drivers.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.drivers.condition.Installed;
import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.InstrumentState;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.Recollection;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.LibraryCommand;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.SynthesisCommand;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Fluence;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.HeatingRate;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Power;
import dev.cantilever.vocabulary.quantity.Pressure;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Temperature;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.quantity.Volume;
import dev.cantilever.vocabulary.reading.Reading;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What holds of every twin behind the port. */
class TwinDriverTest {

  private static final SurfacePoint ORIGIN = SurfacePoint.metres(0, 0);

  @TempDir private Path directory;

  static Stream<Arguments> twins() {
    Map<String, String> words = Map.of("title", "a twin", "sample", "a sample", "seed", "3");
    return Stream.of(
        Arguments.of(
            new Installed(
                "twin.afm",
                with(words, "surface", "terraces", "probe", "stiff", "stripe_period", "300 nm")),
            List.of(
                new SpmCommand.SetMode(SpmCommand.SpmMode.MAGNETIC),
                new SpmCommand.Tune(new Frequency(3e5), new Frequency(2e4), 64),
                new SpmCommand.Approach(new Length(5e-4), new Speed(1e-5), new TimeSpan(60)),
                new SpmCommand.SetRate(new Frequency(4)),
                new SpmCommand.SetLift(new Length(8e-8)),
                new SpmCommand.Scan(0, 7),
                new SpmCommand.CaptureOptical(),
                new SpmCommand.Withdraw(new Length(5e-3)),
                new SpmCommand.ExchangeProbe(),
                new SpmCommand.ZeroDetector())),
        Arguments.of(
            new Installed("twin.pfm", words),
            List.of(
                new SpmCommand.SetMode(SpmCommand.SpmMode.PFM_SINGLE_FREQUENCY),
                new SpmCommand.Approach(new Length(5e-4), new Speed(1e-5), new TimeSpan(60)),
                new SpmCommand.BiasPulse(new Voltage(5), new TimeSpan(1e-2)),
                new SpmCommand.Lithography(
                    SurfacePoint.metres(3e-8, 1e-8), new Voltage(-6), new Speed(2e-6)),
                new SpmCommand.HysteresisLoop(new Voltage(6), 32),
                new SpmCommand.Scan(0, 4095),
                new SpmCommand.CaptureOptical(),
                new SpmCommand.Withdraw(new Length(2e-5)))),
        Arguments.of(
            new Installed(
                "twin.stem",
                with(words, "specimen", "molybdenum_disulphide", "acceleration_kv", "60")),
            List.of(
                new StemCommand.SetScan(64, new TimeSpan(1e-5)),
                new StemCommand.ScanFrames(2),
                new StemCommand.AcquireSpectrum(
                    new TimeSpan(0.1), new Energy(1.6e-20), new Energy(-1.6e-18)),
                new StemCommand.AcquireSpectrum(
                    new TimeSpan(0.1),
                    new Energy(0.1 * 1.602176634e-19),
                    new Energy(-10 * 1.602176634e-19),
                    StemCommand.Spectroscopy.EDS),
                new StemCommand.AutoFocus(new Length(2e-8), StemCommand.Sharpness.VARIANCE),
                new StemCommand.SetImageShift(new Length(1e-8), new Length(0)),
                new StemCommand.CameraImage(new TimeSpan(0.01), 4),
                new StemCommand.InsertDetector("BF", true),
                new StemCommand.ScanFrames(1),
                new StemCommand.Blank())),
        Arguments.of(
            new Installed("twin.library", words),
            List.of(
                new StageCommand.Home(),
                new StageCommand.MoveTo(SurfacePoint.metres(1e-3, 5e-4), new Speed(5e-3)),
                new LibraryCommand.AcquireRaman(new TimeSpan(10), new Power(1e-3)),
                new SpmCommand.HysteresisLoop(new Voltage(8), 64))),
        Arguments.of(
            new Installed("twin.synthesis", words),
            List.of(
                new SynthesisCommand.Deposit(
                    "BiFeO3", 1000, new Fluence(1.5e4), new Temperature(900), new Pressure(10)),
                new SynthesisCommand.Anneal(
                    new Temperature(700), new HeatingRate(0.2), new TimeSpan(600)))));
  }

  private static Map<String, String> with(Map<String, String> words, String... more) {
    Map<String, String> all = new java.util.TreeMap<>(words);
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  /** An envelope that leaves the twin to refuse what it cannot do. */
  private Gate gate(Installed twin) {
    List<Limit> limits =
        Arrays.stream(Channel.values())
            .map(channel -> new Limit(channel, channel.kind().of(-1e9), channel.kind().of(1e9)))
            .toList();
    Budget budget =
        new Budget(
            new TimeSpan(1e9), new Length(1e9), 1000, new TimeSpan(1e9), new Impulse(1e9), 1);
    Envelope envelope = new Envelope("wide v1", limits, 256, List.of(), budget, List.of(), 0);
    return new Gate(
        twin.connect(directory), new EnvelopeStatus.Loaded(envelope, "sha256:0"), () -> 0);
  }

  private static List<Reading> perform(Gate gate, List<Command> commands) {
    List<Reading> readings = new ArrayList<>();
    for (Command command : commands) {
      Verdict verdict = gate.execute(Installed.key(readings.size() + 1), command);
      assertThat(verdict).as("%s", command).isInstanceOf(Verdict.Acted.class);
      Outcome outcome = ((Verdict.Acted) verdict).outcome();
      readings.add(((Outcome.Completed) outcome).reading());
    }
    return readings;
  }

  @ParameterizedTest
  @MethodSource("twins")
  void afterARestartEverythingIsAsItWasLeftBitForBit(Installed twin, List<Command> commands) {
    InstrumentState left;
    List<Reading> readings;
    try (Gate gate = gate(twin)) {
      readings = perform(gate, commands);
      left = gate.state();
    }
    try (Gate again = gate(twin)) {
      assertThat(again.state()).isEqualTo(left);
      for (int i = 0; i < readings.size(); i++) {
        assertThat(again.recall(Installed.key(i + 1)))
            .isInstanceOfSatisfying(
                Recollection.Done.class,
                done -> assertThat(done.reading().toString()).isNotEmpty());
        assertThat(((Recollection.Done) again.recall(Installed.key(i + 1))).reading())
            .isEqualTo(readings.get(i));
      }
      assertThat(again.recall(Installed.key(99))).isInstanceOf(Recollection.NeverArrived.class);
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void whatATwinDoesNotKnowItRefuses(Installed twin, List<Command> commands) {
    try (Gate gate = gate(twin)) {
      InstrumentState before = gate.state();
      SynthesisCommand.Dispense dispense =
          new SynthesisCommand.Dispense("A1", new Volume(1e-8), "water");
      assertThat(gate.execute(Installed.key(1), dispense)).isInstanceOf(Verdict.Refused.class);
      assertThat(gate.state()).isEqualTo(before);
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void aCommandTakesTheTimeThatWasForetold(Installed twin, List<Command> commands) {
    try (Gate gate = gate(twin)) {
      int call = 1;
      for (Command command : commands) {
        double foretold = gate.estimate(command).time().seconds();
        double before = gate.state().elapsed().seconds();
        gate.execute(Installed.key(call++), command);
        double took = gate.state().elapsed().seconds() - before;
        assertThat(took).as("%s", command).isBetween(0.0, 1.5 * foretold + 5);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("twins")
  void aStopLeavesItAtRestAndItsTruthCanBeDrawn(Installed twin, List<Command> commands) {
    try (Gate gate = gate(twin)) {
      perform(gate, commands.subList(0, 2));
      assertThat(gate.proves()).isTrue();
      gate.stop("enough");
      assertThat(gate.state().isAtRest()).isTrue();
      assertThat(gate.truth().orElseThrow().pictures()).isNotEmpty();
    }
  }

  @org.junit.jupiter.api.Test
  void aCommandReadsBackFromItsLine() {
    CommandText text = new CommandText();
    for (Verb verb : Verb.values()) {
      assertThat(verb.command()).isNotNull();
    }
    Command move = new SpmCommand.MoveProbe(SurfacePoint.metres(1e-7, -0.1), new Speed(1e-6));
    assertThat(text.read(text.write(move))).isEqualTo(move);
    Command aberration =
        new StemCommand.SetAberration(
            StemCommand.Aberration.A1, new Length(Math.nextUp(1e-9)), new Length(0));
    assertThat(text.read(text.write(aberration))).isEqualTo(aberration);
    Command focus = new StemCommand.AutoFocus(new Length(1e-8), StemCommand.Sharpness.GRADIENT);
    assertThat(text.read(text.write(focus))).isEqualTo(focus);
    assertThat(text.read(text.write(new StageCommand.MoveTo(ORIGIN, new Speed(1)))))
        .isEqualTo(new StageCommand.MoveTo(ORIGIN, new Speed(1)));
  }

  /** Lines that were written before spectra had a technique; any other short line is refused. */
  @org.junit.jupiter.api.Test
  void anOlderLineHasTheDefaultOfWhatItDoesNotSay() {
    CommandText text = new CommandText();
    assertThat(text.read(List.of("AcquireSpectrum", "0.1", "1.6E-20", "-1.6E-18")))
        .isEqualTo(
            new StemCommand.AcquireSpectrum(
                new TimeSpan(0.1), new Energy(1.6e-20), new Energy(-1.6e-18)));
    assertThat(text.read(List.of("SpectrumImage", "32", "0.001")))
        .isEqualTo(
            new StemCommand.SpectrumImage(32, new TimeSpan(0.001), StemCommand.Spectroscopy.EELS));
    for (List<String> torn :
        List.of(
            List.of("AcquireSpectrum", "0.1", "1.6E-20"),
            List.of("SpectrumImage", "32"),
            List.of("SetImageShift", "1E-8"))) {
      assertThatIllegalArgumentException().isThrownBy(() -> text.read(torn));
    }
  }
}
