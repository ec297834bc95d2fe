package dev.cantilever.tests.door;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.kernel.envelope.Interlock;
import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Current;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A twin whose sample drifts, and that takes the same picture again and again until it may not.
 *
 * @param bench what it is
 * @param pixel metres
 */
record Drifting(Bench bench, double pixel) {

  private static final int PIXELS = 64;

  /** Numbers of the calls that measure begin here. */
  private static final int MEASURES = 100;

  /** A film of 1 µm in 64 × 64 pixels, four lines a second. */
  static Drifting afm(long seed, double pixelsPerMinute) {
    double side = 1e-6;
    List<Command> preparation =
        List.of(
            new SpmCommand.Tune(new Frequency(3e5), new Frequency(2e4), 64),
            new SpmCommand.Approach(new Length(5e-4), new Speed(1e-5), new TimeSpan(60)),
            new SpmCommand.SetFrame(
                SurfacePoint.metres(0, 0),
                new Length(side),
                new Length(side),
                new Angle(0),
                PIXELS,
                PIXELS),
            new SpmCommand.SetRate(new Frequency(4)));
    Map<String, String> options =
        Map.of("surface", "fractal_film", "probe", "stiff", "title", "afm", "sample", "a film");
    Command scan = new SpmCommand.Scan(0, PIXELS - 1);
    return new Drifting(
        bench("twin.afm", options, drift(seed, side, pixelsPerMinute), preparation, scan),
        side / PIXELS);
  }

  /** Gold particles, 300 nm in 64 × 64 pixels of 1 ms, 1 pA. */
  static Drifting stem(long seed, double pixelsPerMinute) {
    List<Command> preparation =
        List.of(
            new StemCommand.SetScan(PIXELS, new TimeSpan(1e-3)),
            new StemCommand.SetCurrent(new Current(1e-12)));
    Map<String, String> options =
        Map.of(
            "specimen",
            "gold_particles",
            "acceleration_kv",
            "200",
            "title",
            "stem",
            "sample",
            "gold");
    double side = 300e-9;
    return new Drifting(
        bench(
            "twin.stem",
            options,
            drift(seed, side, pixelsPerMinute),
            preparation,
            new StemCommand.ScanFrames(1)),
        side / PIXELS);
  }

  /** To the right for even seeds, to the left for odd ones. */
  private static Map<String, String> drift(long seed, double side, double pixelsPerMinute) {
    double speed = (seed % 2 == 0 ? 1 : -1) * pixelsPerMinute * side / PIXELS / 60;
    return Map.of(
        "seed", Long.toString(seed), "steady_drift", new Speed(speed).metresPerSecond() + " m/s");
  }

  private static Bench bench(
      String kind,
      Map<String, String> options,
      Map<String, String> drift,
      List<Command> preparation,
      Command scan) {
    Map<String, String> all = new TreeMap<>(options);
    all.putAll(drift);
    return new Bench(kind, kind, all, preparation, x -> scan, 0, scan, Bench.stem().watched());
  }

  Driver connect(Path folder) throws IOException {
    return bench.connect(Files.createDirectories(folder));
  }

  /** Holds above half a pixel a minute. */
  Gate gate(Driver driver) {
    Interlock limit =
        new Interlock(
            Channel.DRIFT_AT_LEAST,
            new Speed(0),
            new Speed(0.5 * pixel / 60),
            new TimeSpan(1e6),
            Severity.HOLD,
            "the sample must stand still");
    Gate gate = bench.gate(driver, System::nanoTime, List.of(limit));
    int call = 0;
    for (Command command : bench.preparation()) {
      String outcome = FaultMatrixTest.outcome(gate.execute(Bench.key(++call), command));
      if (!outcome.startsWith("Completed")) {
        throw new AssertionError(command + ": " + outcome);
      }
    }
    return gate;
  }

  /** One picture; empty where it was refused. */
  Optional<Field> picture(Gate gate, int call) {
    Verdict verdict = gate.execute(Bench.key(MEASURES + call), bench.measure());
    if (!(verdict instanceof Verdict.Acted acted)) {
      return Optional.empty();
    }
    if (acted.outcome() instanceof Outcome.Completed done
        && done.reading() instanceof Reading.Scan scan) {
      Frame frame = scan.frames().getFirst();
      return Optional.of(
          new Field(
              frame.channel(),
              frame.unit(),
              frame.rows(),
              frame.columns(),
              frame.values().toArray()));
    }
    throw new AssertionError("no picture: " + acted.outcome());
  }
}
