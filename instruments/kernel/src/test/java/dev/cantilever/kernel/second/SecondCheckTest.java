package dev.cantilever.kernel.second;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class SecondCheckTest {

  private static final SecondCheck CHECK =
      SecondCheck.by(
          Map.of(
              "loop_steps", new double[] {0, 64},
              "bias", new double[] {-5, 10},
              "pulse_duration", new double[] {0, 2},
              "bias_impulse", new double[] {0, 6},
              "line_rate", new double[] {0.1, 20},
              "probe_x", new double[] {-1e-5, 1e-5},
              "probe_y", new double[] {-1e-5, 1e-5},
              "frame_width", new double[] {1e-9, 3e-5},
              "frame_height", new double[] {1e-9, 3e-5},
              "frame_angle", new double[] {-4, 4}));

  @ParameterizedTest
  @CsvSource({
    "SetRate 20, true",
    "SetRate 20.000000000000004, true", // the last digit
    "SetRate 20.001, false",
    "SetRate 0.0999, false",
    "SetRate NaN, false",
    "SetRate Infinity, false",
    "SetRate -0.0, false",
    "BiasPulse 10 0.6, true",
    "BiasPulse 10 0.601, false",
    "BiasPulse -5 1.2, true",
    "BiasPulse -5 1.21, false",
    "BiasPulse 3 2, true",
    "BiasPulse 2.9 2.1, false",
    "HysteresisLoop 5 64, true",
    "HysteresisLoop 5.1 64, false",
    "HysteresisLoop 5 65, false",
    "HysteresisLoop -5 64, true",
    "HysteresisLoop 11 64, false",
    "SetFrame 0 0 1e-5 1e-5 0 256 256, true",
    "SetFrame 0 0 2e-5 2e-5 0 256 256, true",
    "SetFrame 0 0 2e-5 2e-5 0.1 256 256, false",
    "SetFrame 0 0 1.4e-5 1.4e-5 0.785 256 256, true",
    "SetFrame 6e-6 0 1e-5 1e-5 0 256 256, false",
    "SetFrame 0 -6e-6 1e-5 1e-5 0 256 256, false",
    "SetRate, false",
    "SetRate 1 1, false",
    "MoveProbe 0 0 1e-6, false", // no limit for the speed
    "SetSetpoint 0.5, false",
    "Withdraw 1e99, true", // makes safe, has no channel
  })
  void judgesTheEncodedNumbersByTheTextAlone(String line, boolean allowed) {
    assertThat(CHECK.offence(List.of(line.split(" "))).isEmpty()).isEqualTo(allowed);
  }

  /** One line of each command that is judged, with 1 for every field that has a limit. */
  static Stream<String> lines() {
    return Stream.of(
        "Tune 1 99 99",
        "SetDrive 1 1",
        "SetSetpoint 1",
        "SetForce 1",
        "SetLift 1",
        "SetFeedback 1 1 true",
        "Approach 1 1 99",
        "SetFrame 1 1 1 1 1 99 99",
        "SetRate 1",
        "MoveProbe 1 1 1",
        "ForceCurve 1 1 99 99",
        "BiasPulse 1 1",
        "Lithography 1 1 1 1",
        "HysteresisLoop 1 1",
        "Unblank 1",
        "PlaceBeam 1 1",
        "SetFieldOfView 1",
        "SetScan 2 1",
        "AcquireSpectrum 1 99 99 EELS",
        "SpectrumImage 2 1 EDS",
        "ScanDiffraction 2 1",
        "CameraImage 1 99",
        "SetCurrent 1",
        "SetDefocus 1",
        "AutoFocus 1 VARIANCE",
        "SetImageShift 1 1",
        "SetBeamTilt 1 1",
        "SetDiffractionShift 1 1",
        "SetAberration A1 1 1",
        "MoveHolder 1 1 1 1 1",
        "MoveTo 1 1 1",
        "MoveBy 99 99 1",
        "AcquireRaman 1 1",
        "Deposit BiFeO3 99 1 1 1",
        "Anneal 1 1 1",
        "Dispense A1 1 water",
        "Set flow 1",
        "Ramp flow 1 1",
        "Evaluate 0 1",
        "Evaluate 2 flow 1 n 1 1");
  }

  private static final Pattern ONE = Pattern.compile("(?<= )1(?= |$)");

  private static final List<String> CHANNELS =
      List.of(
          ("probe_x probe_y probe_speed bias drive_amplitude drive_frequency setpoint_ratio"
                  + " contact_force integral_gain proportional_gain approach_travel approach_speed"
                  + " frame_width frame_height frame_angle line_rate curve_range pulse_duration"
                  + " beam_x beam_y exposure field_of_view dwell beam_current defocus aberration"
                  + " holder_x holder_y holder_z tilt_alpha tilt_beta stage_x stage_y stage_speed"
                  + " laser_power fluence temperature heating_rate pressure anneal_time volume"
                  + " bias_impulse frame_time loop_steps fidelity focus_range image_shift_x image_shift_y beam_tilt_x"
                  + " beam_tilt_y diffraction_shift_x diffraction_shift_y lift_height")
              .split(" "));
  private static final List<String> NAMED =
      List.of("parameter flow", "rate flow", "parameter n", "rate n");

  private static SecondCheck upToFour(List<String> channels) {
    return SecondCheck.by(
        channels.stream()
            .collect(Collectors.toMap(channel -> channel, channel -> new double[] {-4, 4})));
  }

  /** All within ±4: each number of each command is held to it, and none without a limit is. */
  @ParameterizedTest
  @MethodSource("lines")
  void holdsEveryNumberOfEveryCommandToItsLimit(String line) {
    SecondCheck check = upToFour(Stream.concat(CHANNELS.stream(), NAMED.stream()).toList());
    assertThat(check.offence(List.of(line.split(" ")))).isEmpty();
    Matcher ones = ONE.matcher(line);
    int count = 0;
    while (ones.find()) {
      count++;
      for (String outside : List.of("5", "-5", "NaN")) {
        String changed = line.substring(0, ones.start()) + outside + line.substring(ones.end());
        assertThat(check.offence(List.of(changed.split(" ")))).as(changed).isPresent();
      }
    }
    assertThat(count).isPositive();
    assertThat(upToFour(List.of()).offence(List.of(line.split(" ")))).isPresent();
  }

  /** Values in the unit that the instrument declares, by the name that the command carries. */
  @ParameterizedTest
  @CsvSource({
    "Set flow 3, true",
    "Set flow 3.1, false",
    "Set flow, false",
    "Set, false",
    "Set Flow 3, false",
    "Set leak 0, false",
    "Set flow 3 1, false",
    "Ramp flow 3 0.5, true",
    "Ramp flow 3 0.6, false",
    "Ramp flow 4 0.5, false",
    "Ramp turns 1 0, true",
    "Ramp turns 1 0.1, false",
    "Evaluate 1 flow 3 1, true",
    "Evaluate 1 flow 3.1 1, false",
    "Evaluate 1 flow 3 2, false",
    "Evaluate 1 flow 3 -1, false",
    "Evaluate 2 flow 3 turns 5 0, true",
    "Evaluate 2 flow 3 turns 6 0, false",
    "Evaluate 2 flow 3 leak 0 0, false",
    "Evaluate 2 flow 3 turns 0, false",
    "Evaluate, false",
  })
  void holdsNamedParametersToTheText(String line, boolean allowed) {
    SecondCheck check =
        SecondCheck.by(
            Map.of(
                "parameter flow", new double[] {0, 3},
                "rate flow", new double[] {0, 0.5},
                "parameter turns", new double[] {-5, 5},
                "rate turns", new double[] {0, 0},
                "fidelity", new double[] {0, 1}));
    assertThat(check.offence(List.of(line.split(" "))).isEmpty()).isEqualTo(allowed);
  }

  /** Pixels squared times the dwell of one. */
  @ParameterizedTest
  @CsvSource({"SetScan, ''", "SpectrumImage, EELS", "SpectrumImage, EDS", "ScanDiffraction, ''"})
  void reckonsTheTimeOfAFrame(String name, String more) {
    SecondCheck check =
        SecondCheck.by(Map.of("dwell", new double[] {0, 1}, "frame_time", new double[] {0, 4.5}));
    Function<String, List<String>> line =
        numbers -> List.of("%s %s %s".formatted(name, numbers, more).strip().split(" "));
    assertThat(check.offence(line.apply("3 0.5"))).isEmpty();
    assertThat(check.offence(line.apply("3 0.501")))
        .contains(name + ": its numbers together lie outside of the envelope's text");
    assertThat(check.offence(line.apply("4 0.5"))).isPresent();
  }

  /** One refusal wherever the JDK turns a corner outside of x in [-4, 9] and y in [-7, 5]. */
  @Test
  void findsEveryCornerOfATurnedFrameThatLiesOutside() {
    SecondCheck check =
        SecondCheck.by(
            Map.of(
                "probe_x", new double[] {-4, 9},
                "probe_y", new double[] {-7, 5},
                "frame_width", new double[] {0, 99},
                "frame_height", new double[] {0, 99},
                "frame_angle", new double[] {-4, 4}));
    AtomicInteger permitted = new AtomicInteger();
    Draws.each(
        5_000,
        random -> {
          double x = random.nextDouble(-5, 10);
          double y = random.nextDouble(-8, 6);
          double width = random.nextDouble(0.1, 12);
          double height = random.nextDouble(0.1, 12);
          double angle = random.nextDouble(-Math.PI, Math.PI);
          Path2D frame =
              new Path2D.Double(
                  new Rectangle2D.Double(x - width / 2, y - height / 2, width, height));
          frame.transform(AffineTransform.getRotateInstance(angle, x, y));
          boolean inside = new Rectangle2D.Double(-4, -7, 13, 12).contains(frame.getBounds2D());
          List<String> line =
              Stream.of("SetFrame", x, y, width, height, angle, 64, 64)
                  .map(String::valueOf)
                  .toList();
          assertThat(check.offence(line).isEmpty()).isEqualTo(inside);
          permitted.addAndGet(inside ? 1 : 0);
        });
    assertThat(permitted.get()).isBetween(500, 4_000);
  }

  /** A slack of 10⁻¹² of the greater end, for digits that a unit has cost. */
  @ParameterizedTest
  @CsvSource({
    "3, -1000, 3.000000000999, true",
    "3, -1000, 3.000000001001, false",
    "1000, 3, 2.999999999001, true",
    "1000, 3, 2.999999998999, false",
  })
  void theSlackIsAMillionthOfAMillionth(double first, double second, double rate, boolean allowed) {
    double[] limit = {Math.min(first, second), Math.max(first, second)};
    SecondCheck check = SecondCheck.by(Map.of("line_rate", limit));
    assertThat(check.offence(List.of("SetRate", String.valueOf(rate))).isEmpty())
        .isEqualTo(allowed);
  }

  @Test
  void bothEndsOfALimitBelongToIt() {
    SecondCheck check = SecondCheck.by(Map.of("line_rate", new double[] {0, 0}));
    assertThat(check.offence(List.of("SetRate", "0"))).isEmpty();
    assertThat(check.offence(List.of("SetRate", "4.9E-324"))).isPresent();
    assertThat(check.offence(List.of("SetRate", "-4.9E-324"))).isPresent();
  }

  @Test
  void whatIsNotOfTheTableHasNoNumbersToJudge() {
    assertThat(CHECK.offence(List.of("ReadMeters"))).isEmpty();
    assertThat(CHECK.offence(List.of("SetRate", "1", "1")))
        .contains("SetRate has another number of fields than the second check knows");
  }

  @Test
  void namesTheNumberAndItsLimit() {
    assertThat(CHECK.offence(List.of("SetRate", "30")))
        .hasValueSatisfying(
            words -> assertThat(words).contains("SetRate").contains("30").contains("line_rate"));
  }

  @Test
  void withoutAFileItLetsThrough() {
    assertThat(SecondCheck.none().offence(List.of("SetRate", "30"))).isEmpty();
  }
}
