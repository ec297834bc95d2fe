package dev.cantilever.kernel.second;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges an encoded command: its name and then its numbers in SI units, as a driver writes them
 * down before it acts. A name that is not in the table has no numbers to judge.
 */
public final class SecondCheck {

  /** Which limit each field falls under; a dot is none, a leading ± judges both signs. */
  private static final Map<String, String> FIELDS =
      Map.ofEntries(
          Map.entry("Tune", "drive_frequency . ."),
          Map.entry("SetDrive", "drive_amplitude drive_frequency"),
          Map.entry("SetSetpoint", "setpoint_ratio"),
          Map.entry("SetForce", "contact_force"),
          Map.entry("SetLift", "lift_height"),
          Map.entry("SetFeedback", "integral_gain proportional_gain ."),
          Map.entry("Approach", "approach_travel approach_speed ."),
          Map.entry("SetFrame", "probe_x probe_y frame_width frame_height frame_angle . ."),
          Map.entry("SetRate", "line_rate"),
          Map.entry("MoveProbe", "probe_x probe_y probe_speed"),
          Map.entry("ForceCurve", "contact_force curve_range . ."),
          Map.entry("BiasPulse", "bias pulse_duration"),
          Map.entry("Lithography", "probe_x probe_y bias probe_speed"),
          Map.entry("HysteresisLoop", "±bias loop_steps"),
          Map.entry("Unblank", "exposure"),
          Map.entry("PlaceBeam", "beam_x beam_y"),
          Map.entry("SetFieldOfView", "field_of_view"),
          Map.entry("SetScan", ". dwell"),
          Map.entry("AcquireSpectrum", "exposure . . ."),
          Map.entry("SpectrumImage", ". dwell ."),
          Map.entry("ScanDiffraction", ". dwell"),
          Map.entry("CameraImage", "exposure ."),
          Map.entry("SetCurrent", "beam_current"),
          Map.entry("SetDefocus", "defocus"),
          Map.entry("AutoFocus", "focus_range ."),
          Map.entry("SetImageShift", "image_shift_x image_shift_y"),
          Map.entry("SetBeamTilt", "beam_tilt_x beam_tilt_y"),
          Map.entry("SetDiffractionShift", "diffraction_shift_x diffraction_shift_y"),
          Map.entry("SetAberration", ". aberration aberration"),
          Map.entry("MoveHolder", "holder_x holder_y holder_z tilt_alpha tilt_beta"),
          Map.entry("MoveTo", "stage_x stage_y stage_speed"),
          Map.entry("MoveBy", ". . stage_speed"),
          Map.entry("AcquireRaman", "exposure laser_power"),
          Map.entry("Deposit", ". . fluence temperature pressure"),
          Map.entry("Anneal", "temperature heating_rate anneal_time"),
          Map.entry("Dispense", ". volume ."));

  private final Map<String, double[]> limits;
  private final boolean judges;

  private SecondCheck(Map<String, double[]> limits, boolean judges) {
    this.limits = Map.copyOf(limits);
    this.judges = judges;
  }

  /**
   * By the limits of an envelope's text: least and greatest value by the word of the file for a
   * channel, in SI units; by {@code "parameter NAME"} and {@code "rate NAME"} for a parameter, in
   * the unit that the instrument declares; by {@code "fidelity"} and {@code "loop_steps"}.
   */
  public static SecondCheck by(Map<String, double[]> limits) {
    return new SecondCheck(limits, true);
  }

  /** Lets everything through, for gates that are not built from a file. */
  public static SecondCheck none() {
    return new SecondCheck(Map.of(), false);
  }

  /** What lies outside of its limit; empty where nothing does. */
  public Optional<String> offence(List<String> fields) {
    String name = fields.get(0);
    Optional<List<String>> row = row(fields);
    if (!judges || row.isEmpty()) {
      return Optional.empty();
    }
    List<String> limited = row.get();
    if (limited.size() != fields.size() - 1) {
      return Optional.of(name + " has another number of fields than the second check knows");
    }
    for (int i = 0; i < limited.size(); i++) {
      if (!limited.get(i).equals(".") && !isInside(limited.get(i), fields.get(i + 1))) {
        return Optional.of(
            "%s: %s of %s lies outside of the envelope's text"
                .formatted(name, fields.get(i + 1), limited.get(i)));
      }
    }
    return together(name, fields)
        ? Optional.empty()
        : Optional.of(name + ": its numbers together lie outside of the envelope's text");
  }

  /** The limit of each field after the name; empty where the command has no numbers to judge. */
  private static Optional<List<String>> row(List<String> fields) {
    String named = fields.size() > 1 ? fields.get(1) : "";
    return switch (fields.get(0)) {
      case "Set" -> Optional.of(List.of(".", "parameter " + named));
      case "Ramp" -> Optional.of(List.of(".", "parameter " + named, "rate " + named));
      case "Evaluate" -> Optional.of(condition(fields));
      default -> Optional.ofNullable(FIELDS.get(fields.get(0))).map(row -> List.of(row.split(" ")));
    };
  }

  /** How many settings there are, then the name and value of each, then the fidelity. */
  private static List<String> condition(List<String> fields) {
    List<String> row = new ArrayList<>(List.of("."));
    for (int name = 2; name < fields.size() - 1; name += 2) {
      row.add(".");
      row.add("parameter " + fields.get(name));
    }
    row.add("fidelity");
    return row;
  }

  private boolean isInside(String channel, String field) {
    double value = Double.parseDouble(field);
    return channel.startsWith("±")
        ? isInside(channel.substring(1), value) && isInside(channel.substring(1), -value)
        : isInside(channel, value);
  }

  /** Units are converted by multiplication, so that the last digit may differ. */
  private boolean isInside(String channel, double value) {
    double[] limit = limits.get(channel);
    if (limit == null) {
      return false;
    }
    double slack = 1e-12 * Math.max(Math.abs(limit[0]), Math.abs(limit[1]));
    return value >= limit[0] - slack && value <= limit[1] + slack;
  }

  private boolean together(String name, List<String> fields) {
    return switch (name) {
      case "BiasPulse" -> isInside("bias_impulse", Math.abs(number(fields, 1) * number(fields, 2)));
      case "SetScan", "SpectrumImage", "ScanDiffraction" ->
          isInside("frame_time", number(fields, 1) * number(fields, 1) * number(fields, 2));
      case "SetFrame" -> corners(fields);
      default -> true;
    };
  }

  /** Of a diagonal to either side of the fast axis, the ends that reach furthest. */
  private boolean corners(List<String> fields) {
    double reach = StrictMath.hypot(number(fields, 3), number(fields, 4)) / 2;
    double half = StrictMath.atan2(number(fields, 4), number(fields, 3));
    double one = number(fields, 5) + half;
    double other = number(fields, 5) - half;
    double x = reach * Math.max(Math.abs(StrictMath.cos(one)), Math.abs(StrictMath.cos(other)));
    double y = reach * Math.max(Math.abs(StrictMath.sin(one)), Math.abs(StrictMath.sin(other)));
    return isInside("probe_x", number(fields, 1) - x)
        && isInside("probe_x", number(fields, 1) + x)
        && isInside("probe_y", number(fields, 2) - y)
        && isInside("probe_y", number(fields, 2) + y);
  }

  private static double number(List<String> fields, int field) {
    return Double.parseDouble(fields.get(field));
  }
}
