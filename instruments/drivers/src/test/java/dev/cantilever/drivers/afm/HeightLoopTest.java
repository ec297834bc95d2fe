package dev.cantilever.drivers.afm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.drivers.afm.sample.CalibrationGrid;
import dev.cantilever.drivers.afm.sample.FractalFilm;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The loop on eight steps of 20 nm along a line of 1 µm, free amplitude 20 nm, setpoint ratio 0.8,
 * stiff probe. The figures to compare with are those of an independent program, which does not
 * state its number of steps.
 */
class HeightLoopTest {

  private static final double FREE = 20e-9;
  private static final double[] GAINS = {30, 100, 300, 1000, 3000, 5000, 10_000};
  private static final Map<Double, Map<Double, Line>> LINES = new TreeMap<>();

  /** Figures of one line: shares of the free amplitude, metres and newtons. */
  private record Line(double amplitudeError, double traceRetrace, double heightError) {}

  @BeforeAll
  static void scan() {
    for (double rate : new double[] {1, 4}) {
      Map<Double, Line> ofRate = new TreeMap<>();
      for (double gain : GAINS) {
        ofRate.put(gain, line(rate, new Feedback(0.8, gain, 0)));
      }
      LINES.put(rate, ofRate);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "1, 30, 0.207", "1, 100, 0.211", "1, 300, 0.114", "1, 1000, 0.042", "1, 3000, 0.017",
    "4, 30, 0.205", "4, 100, 0.202", "4, 300, 0.214", "4, 1000, 0.127", "4, 3000, 0.058"
  })
  void followsStepsAsWellAsItsGainAllows(double rate, double gain, double error) {
    assertThat(LINES.get(rate).get(gain).amplitudeError()).isCloseTo(error, within(0.025));
  }

  @Test
  void isBestBetweenSlownessAndRinging() {
    Map<Double, Line> lines = LINES.get(1.0);
    double best =
        lines.keySet().stream()
            .min((a, b) -> Double.compare(error(lines, a), error(lines, b)))
            .orElseThrow();
    assertThat(best).isBetween(1000.0, 5000.0);
    assertThat(error(lines, 10_000)).isGreaterThan(3 * error(lines, 3000));
  }

  /** Trace and retrace of a loop that hardly moves agree well: alone they choose the wrong gain. */
  @Test
  void looksBestToTraceAndRetraceWhenItIsDead() {
    Map<Double, Line> lines = LINES.get(4.0);
    double chosen = 30;
    for (double gain : new double[] {30, 100, 300, 1000}) {
      if (lines.get(gain).traceRetrace() < lines.get(chosen).traceRetrace()) {
        chosen = gain;
      }
    }
    assertThat(chosen).isEqualTo(30);
    assertThat(lines.get(chosen).heightError()).isGreaterThan(9e-9);
    assertThat(error(lines, 1000)).isLessThan(0.7 * error(lines, chosen));
    assertThat(lines.get(1000.0).heightError()).isLessThan(6e-9);
  }

  /**
   * A falling step raises the error to A0 − s A0 at most, and the loop comes down no faster than Ki
   * times that: at 0.6 in half the time, so with half the mean square error in height.
   */
  @Test
  void parachutesLessAtALowSetpoint() {
    double high = lag(new Feedback(0.8, 1000, 0));
    double low = lag(new Feedback(0.6, 1000, 0));
    assertThat(low * low / (high * high)).isCloseTo(0.5, within(0.1));
  }

  /** On a film the proportional part lowers the error that a slow integral leaves. */
  @Test
  void isQuickenedByItsProportionalPart() {
    AfmSettings settings =
        AfmSettings.typical(Bench.STIFF)
            .with(new ScanFrame(0, 0, 1e-6, 1e-8, 0, new ScanFrame.Pixels(256, 1)))
            .atLineHertz(4);
    double[] errors = new double[2];
    for (int i = 0; i < 2; i++) {
      AfmTwin twin = Bench.engaged(Bench.ideal(FractalFilm.typical(3)), settings);
      twin.configure(settings.with(new Feedback(0.8, 300, 0.4 * i)));
      errors[i] = Bench.spread(twin.scan(0, 0).field(Channel.AMPLITUDE, Direction.TRACE).values());
    }
    assertThat(errors[1]).isLessThan(0.9 * errors[0]);
  }

  /** Rms distance of a fast line from a slow one, in metres. */
  private static double lag(Feedback feedback) {
    double[] fast = Bench.row(scan(4, feedback).field(Channel.HEIGHT, Direction.TRACE), 1);
    double[] slow =
        Bench.row(scan(0.5, new Feedback(0.8, 3000, 0)).field(Channel.HEIGHT, Direction.TRACE), 1);
    return Bench.spread(Bench.minus(fast, slow));
  }

  private static double error(Map<Double, Line> lines, double gain) {
    return lines.get(gain).amplitudeError();
  }

  private static AfmTwin twin(double rate, Feedback feedback) {
    CalibrationGrid steps = new CalibrationGrid(20e-9, 0.25e-6, 0, 0, 0);
    ScanFrame frame = new ScanFrame(0, 0, 1e-6, 1e-8, 0, new ScanFrame.Pixels(256, 2));
    AfmSettings settings = AfmSettings.typical(Bench.STIFF).with(frame).atLineHertz(rate);
    AfmTwin twin = Bench.engaged(Bench.ideal(steps), settings);
    twin.configure(settings.with(feedback));
    return twin;
  }

  private static AfmScan scan(double rate, Feedback feedback) {
    return twin(rate, feedback).scan(0, 1);
  }

  private static Line line(double rate, Feedback feedback) {
    AfmTwin twin = twin(rate, feedback);
    AfmScan scan = twin.scan(0, 1);
    double[] amplitude = Bench.row(scan.field(Channel.AMPLITUDE, Direction.TRACE), 1);
    double[] trace = Bench.row(scan.field(Channel.HEIGHT, Direction.TRACE), 1);
    double[] retrace = Bench.row(scan.field(Channel.HEIGHT, Direction.RETRACE), 1);
    double[] truth = Bench.row(twin.truth().ofLastScan("True height trace"), 1);
    double square = 0;
    double apart = 0;
    for (int i = 0; i < trace.length; i++) {
      double error = amplitude[i] - feedback.setpointRatio() * FREE;
      square += error * error / trace.length;
      apart += (trace[i] - retrace[i]) * (trace[i] - retrace[i]) / trace.length;
    }
    return new Line(
        Math.sqrt(square) / FREE, Math.sqrt(apart), Bench.spread(Bench.minus(trace, truth)));
  }
}
