package dev.cantilever.tests.door;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.envelope.ParameterLimit;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.CommandKey;
import dev.cantilever.vocabulary.command.LibraryCommand;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.SynthesisCommand;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Fluence;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Power;
import dev.cantilever.vocabulary.quantity.Pressure;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Temperature;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.TreeMap;
import java.util.function.DoubleFunction;
import java.util.function.LongSupplier;

/**
 * A twin with something to do.
 *
 * @param name its name in the matrix
 * @param kind of its driver
 * @param options of its driver
 * @param preparation what makes it ready
 * @param move to a place on the x axis, in metres
 * @param unit a distance that it can move, in metres; 0 where nothing moves
 * @param measure what gives data
 * @param watched a channel that it reads back, with its least and greatest value when well
 */
record Bench(
    String name,
    String kind,
    Map<String, String> options,
    List<Command> preparation,
    DoubleFunction<Command> move,
    double unit,
    Command measure,
    Interlock watched) {

  /** Parameters that shipped instruments declare, and one that none does. */
  static final List<String> PARAMETERS =
      List.of("n", "theta", "r", "t", "temperature", "coupling", "none");

  static List<Bench> all() {
    return List.of(afm(), pfm(), stem(), library(), furnace());
  }

  static Bench afm() {
    return new Bench(
        "afm",
        "twin.afm",
        set("surface", "terraces", "probe", "stiff"),
        List.of(
            new SpmCommand.Tune(new Frequency(3e5), new Frequency(2e4), 64),
            new SpmCommand.Approach(new Length(5e-4), new Speed(1e-5), new TimeSpan(60)),
            new SpmCommand.SetRate(new Frequency(4))),
        x -> new SpmCommand.MoveProbe(SurfacePoint.metres(x, 0), new Speed(1e-6)),
        1e-7,
        new SpmCommand.Scan(0, 3),
        interlock(Channel.FREE_AMPLITUDE, 1e-9, 1e-6));
  }

  static Bench pfm() {
    return new Bench(
        "pfm",
        "twin.pfm",
        set(),
        List.of(
            new SpmCommand.SetMode(SpmCommand.SpmMode.PFM_SINGLE_FREQUENCY),
            new SpmCommand.Approach(new Length(5e-4), new Speed(1e-5), new TimeSpan(60))),
        x -> new SpmCommand.MoveProbe(SurfacePoint.metres(x, 0), new Speed(1e-6)),
        1e-7,
        new SpmCommand.HysteresisLoop(new Voltage(6), 32),
        interlock(Channel.CLEARANCE, 0, 1));
  }

  static Bench stem() {
    return new Bench(
        "stem",
        "twin.stem",
        set("specimen", "molybdenum_disulphide", "acceleration_kv", "60"),
        List.of(new StemCommand.SetScan(64, new TimeSpan(1e-5))),
        x -> new StemCommand.PlaceBeam(SurfacePoint.metres(x, 0)),
        1e-10,
        new StemCommand.ScanFrames(1),
        interlock(Channel.VACUUM, 0, 1e-3));
  }

  static Bench library() {
    return new Bench(
        "library",
        "twin.library",
        set(),
        List.of(new StageCommand.Home()),
        x -> new StageCommand.MoveTo(SurfacePoint.metres(x, 5e-4), new Speed(5e-3)),
        1e-3,
        new LibraryCommand.AcquireRaman(new TimeSpan(1), new Power(1e-3)),
        interlock(Channel.STAGE_X, -1, 1));
  }

  static Bench furnace() {
    Command deposit =
        new SynthesisCommand.Deposit(
            "BiFeO3", 500, new Fluence(15_000), new Temperature(950), new Pressure(10));
    return new Bench(
        "furnace",
        "twin.synthesis",
        set(),
        List.of(),
        x -> deposit,
        0,
        deposit,
        interlock(Channel.TEMPERATURE, 0, 2_000));
  }

  boolean moves() {
    return unit > 0;
  }

  private static Map<String, String> set(String... more) {
    Map<String, String> all =
        new TreeMap<>(Map.of("title", "a twin", "sample", "a sample", "seed", "3"));
    for (int i = 0; i < more.length; i += 2) {
      all.put(more[i], more[i + 1]);
    }
    return all;
  }

  static CommandKey key(int call) {
    return new CommandKey(new RunId("run-0001"), new CallId("call-" + call));
  }

  /** Found as an installation finds it. */
  Driver connect(Path directory) {
    return ServiceLoader.load(DriverFactory.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(candidate -> candidate.kind().equals(kind))
        .findFirst()
        .orElseThrow()
        .open(new DriverSetup(new InstrumentId("device"), directory, options));
  }

  private static Interlock interlock(Channel channel, double min, double max) {
    return new Interlock(
        channel,
        channel.kind().of(min),
        channel.kind().of(max),
        new TimeSpan(1e9),
        Severity.SAFE_STOP,
        "the sample must be there");
  }

  /** Behind an envelope that leaves the twin to refuse what it cannot do. */
  Gate gate(Driver driver, LongSupplier nanos, List<Interlock> interlocks) {
    return new Gate(driver, new EnvelopeStatus.Loaded(wide(interlocks), "sha256:0"), nanos);
  }

  static Envelope wide(List<Interlock> interlocks) {
    List<Limit> limits =
        Arrays.stream(Channel.values())
            .map(channel -> new Limit(channel, channel.kind().of(-1e9), channel.kind().of(1e9)))
            .toList();
    List<ParameterLimit> parameters =
        PARAMETERS.stream().map(name -> new ParameterLimit(name, -1e9, 1e9, 1e9)).toList();
    Budget budget =
        new Budget(new TimeSpan(1e9), new Length(1e9), 1000, new TimeSpan(1e9), new Impulse(1e9));
    return new Envelope(
        "wide v1", limits, 4096, List.of(), budget, parameters, 1000, List.of(), interlocks);
  }
}
