package dev.cantilever.tests.door;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.ConditionCommand;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Quantity;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.RecordComponent;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An envelope as its text says, and a judge of commands by it. Written from the file and from a
 * table of its own which number belongs to which channel; uses nothing of the kernel.
 */
final class EnvelopeFile {

  /** Which component of which record is which channel; what is not here has no channel. */
  private static final Map<String, String> CHANNELS =
      Map.ofEntries(
          Map.entry("Tune.center", "drive_frequency"),
          Map.entry("SetDrive.amplitude", "drive_amplitude"),
          Map.entry("SetDrive.frequency", "drive_frequency"),
          Map.entry("SetSetpoint.ratio", "setpoint_ratio"),
          Map.entry("SetForce.force", "contact_force"),
          Map.entry("SetLift.height", "lift_height"),
          Map.entry("SetFeedback.integralGain", "integral_gain"),
          Map.entry("SetFeedback.proportionalGain", "proportional_gain"),
          Map.entry("Approach.maximumTravel", "approach_travel"),
          Map.entry("Approach.speed", "approach_speed"),
          Map.entry("SetFrame.width", "frame_width"),
          Map.entry("SetFrame.height", "frame_height"),
          Map.entry("SetFrame.angle", "frame_angle"),
          Map.entry("SetRate.lineRate", "line_rate"),
          Map.entry("MoveProbe.speed", "probe_speed"),
          Map.entry("ForceCurve.trigger", "contact_force"),
          Map.entry("ForceCurve.range", "curve_range"),
          Map.entry("BiasPulse.voltage", "bias"),
          Map.entry("BiasPulse.duration", "pulse_duration"),
          Map.entry("Lithography.bias", "bias"),
          Map.entry("Lithography.speed", "probe_speed"),
          Map.entry("HysteresisLoop.biasAmplitude", "bias"),
          Map.entry("Unblank.maximumDuration", "exposure"),
          Map.entry("SetFieldOfView.width", "field_of_view"),
          Map.entry("SetScan.dwell", "dwell"),
          Map.entry("AcquireSpectrum.exposure", "exposure"),
          Map.entry("SpectrumImage.dwell", "dwell"),
          Map.entry("ScanDiffraction.dwell", "dwell"),
          Map.entry("CameraImage.exposure", "exposure"),
          Map.entry("SetCurrent.current", "beam_current"),
          Map.entry("SetDefocus.defocus", "defocus"),
          Map.entry("AutoFocus.range", "focus_range"),
          Map.entry("SetImageShift.x", "image_shift_x"),
          Map.entry("SetImageShift.y", "image_shift_y"),
          Map.entry("SetBeamTilt.x", "beam_tilt_x"),
          Map.entry("SetBeamTilt.y", "beam_tilt_y"),
          Map.entry("SetDiffractionShift.x", "diffraction_shift_x"),
          Map.entry("SetDiffractionShift.y", "diffraction_shift_y"),
          Map.entry("SetAberration.real", "aberration"),
          Map.entry("SetAberration.imaginary", "aberration"),
          Map.entry("MoveHolder.height", "holder_z"),
          Map.entry("MoveHolder.alpha", "tilt_alpha"),
          Map.entry("MoveHolder.beta", "tilt_beta"),
          Map.entry("MoveTo.speed", "stage_speed"),
          Map.entry("MoveBy.speed", "stage_speed"),
          Map.entry("AcquireRaman.exposure", "exposure"),
          Map.entry("AcquireRaman.power", "laser_power"),
          Map.entry("Deposit.fluence", "fluence"),
          Map.entry("Deposit.temperature", "temperature"),
          Map.entry("Deposit.oxygenPressure", "pressure"),
          Map.entry("Anneal.temperature", "temperature"),
          Map.entry("Anneal.ramp", "heating_rate"),
          Map.entry("Anneal.hold", "anneal_time"),
          Map.entry("Dispense.volume", "volume"));

  private static final Map<String, Double> UNITS =
      Map.ofEntries(
          Map.entry("", 1.0),
          Map.entry("m", 1.0),
          Map.entry("mm", 1e-3),
          Map.entry("µm", 1e-6),
          Map.entry("nm", 1e-9),
          Map.entry("V", 1.0),
          Map.entry("Hz", 1.0),
          Map.entry("kHz", 1e3),
          Map.entry("MHz", 1e6),
          Map.entry("s", 1.0),
          Map.entry("ms", 1e-3),
          Map.entry("µs", 1e-6),
          Map.entry("ns", 1e-9),
          Map.entry("N", 1.0),
          Map.entry("nN", 1e-9),
          Map.entry("pA", 1e-12),
          Map.entry("mrad", 1e-3),
          Map.entry("°", Math.PI / 180),
          Map.entry("µm/s", 1e-6),
          Map.entry("nm/s", 1e-9),
          Map.entry("V*s", 1.0),
          Map.entry("mm/s", 1e-3),
          Map.entry("h", 3600.0),
          Map.entry("K", 1.0),
          Map.entry("K/s", 1.0),
          Map.entry("Pa", 1.0),
          Map.entry("J/m^2", 1.0),
          Map.entry("W", 1.0),
          Map.entry("mW", 1e-3));

  private static final Pattern NUMBER = Pattern.compile("([-+0-9.eE]+)\\s*(\\S*)");

  /** Rounding of a unit's factor is no offence. */
  private static final double ROUNDING = 1e-12;

  private final Map<String, double[]> limits = new HashMap<>();
  private final Map<String, Double> steps = new HashMap<>();
  private final Map<String, double[]> parameters = new HashMap<>();
  private final JsonNode file;

  private EnvelopeFile(JsonNode file) {
    this.file = file;
    file.get("limits")
        .forEach(
            one ->
                limits.put(
                    one.get("channel").asText(),
                    new double[] {number(one.get("min")), number(one.get("max"))}));
    file.get("limits")
        .forEach(
            one -> {
              if (one.has("maximum_step")) {
                steps.put(one.get("channel").asText(), number(one.get("maximum_step")));
              }
            });
    file.path("parameters")
        .forEach(
            one ->
                parameters.put(
                    one.get("parameter").asText(),
                    new double[] {one.get("min").asDouble(), one.get("max").asDouble()}));
  }

  static EnvelopeFile shipped(String instrument) {
    String name = "/dev/cantilever/instruments/" + instrument + "/envelope.yaml";
    try (InputStream stream = EnvelopeFile.class.getResourceAsStream(name)) {
      return new EnvelopeFile(new YAMLMapper().readTree(stream));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static double number(JsonNode literal) {
    Matcher matcher = NUMBER.matcher(literal.asText().strip());
    if (!matcher.matches() || !UNITS.containsKey(matcher.group(2))) {
      throw new IllegalArgumentException("this judge cannot read " + literal);
    }
    return Double.parseDouble(matcher.group(1)) * UNITS.get(matcher.group(2));
  }

  /** What of a command lies outside; empty where nothing does. */
  Optional<String> offence(Command command, SurfacePoint from) {
    return number(command)
        .or(() -> step(command))
        .or(() -> place(command, from))
        .or(() -> together(command))
        .or(() -> declared(command));
  }

  /** What of a command's own numbers lies outside, wherever the instrument stands. */
  Optional<String> encoded(Command command) {
    return number(command).or(() -> declared(command));
  }

  private Optional<String> number(Command command) {
    for (RecordComponent component : command.getClass().getRecordComponents()) {
      String name = command.getClass().getSimpleName() + "." + component.getName();
      Object value = value(component, command);
      if (CHANNELS.containsKey(name) && outside(CHANNELS.get(name), (Quantity) value)) {
        return Optional.of(name + " = " + value);
      }
    }
    return Optional.empty();
  }

  /** From 0, where everything that has a step reads back in these tests. */
  private Optional<String> step(Command command) {
    for (RecordComponent component : command.getClass().getRecordComponents()) {
      String name = command.getClass().getSimpleName() + "." + component.getName();
      Double most = steps.get(CHANNELS.getOrDefault(name, ""));
      if (most != null) {
        double size = Math.abs(((Quantity) value(component, command)).canonical());
        if (!(size <= most * (1 + ROUNDING))) {
          return Optional.of("a step to " + name + " = " + size);
        }
      }
    }
    return Optional.empty();
  }

  private boolean outside(String channel, Quantity value) {
    return outside(channel, value.canonical());
  }

  private boolean outside(String channel, double value) {
    double[] limit = limits.get(channel);
    if (limit == null) {
      return true;
    }
    double slack = ROUNDING * Math.max(Math.abs(limit[0]), Math.abs(limit[1]));
    return !(value >= limit[0] - slack && value <= limit[1] + slack);
  }

  private Optional<String> place(Command command, SurfacePoint from) {
    return switch (command) {
      case SpmCommand.MoveProbe move -> at("probe", move.target()).or(() -> at("probe", from));
      case SpmCommand.Lithography line ->
          at("probe", line.target())
              .or(() -> at("probe", from))
              .or(() -> impulse(line, from) ? Optional.of("impulse of " + line) : Optional.empty());
      case SpmCommand.HysteresisLoop loop -> at("probe", from);
      case SpmCommand.BiasPulse pulse -> at("probe", from);
      case SpmCommand.ForceCurve curve -> at("probe", from);
      case StemCommand.PlaceBeam place -> at("beam", place.target()).or(() -> at("beam", from));
      case StemCommand.MoveHolder move -> at("holder", move.target());
      case StageCommand.MoveTo move -> at("stage", move.target()).or(() -> at("stage", from));
      case StageCommand.MoveBy move ->
          at("stage", from)
              .or(
                  () ->
                      at(
                          "stage",
                          SurfacePoint.metres(
                              from.x().metres() + move.x().metres(),
                              from.y().metres() + move.y().metres())));
      case SpmCommand.SetFrame frame -> corners(frame);
      default -> Optional.empty();
    };
  }

  private boolean impulse(SpmCommand.Lithography line, SurfacePoint from) {
    double way =
        Math.hypot(
            line.target().x().metres() - from.x().metres(),
            line.target().y().metres() - from.y().metres());
    double voltSeconds = Math.abs(line.bias().volts()) * way / line.speed().metresPerSecond();
    return outside("bias_impulse", voltSeconds);
  }

  private Optional<String> at(String what, SurfacePoint point) {
    return outside(what + "_x", point.x()) || outside(what + "_y", point.y())
        ? Optional.of(what + " at " + point)
        : Optional.empty();
  }

  private Optional<String> corners(SpmCommand.SetFrame frame) {
    double half = Math.hypot(frame.width().metres(), frame.height().metres()) / 2;
    double corner = Math.atan2(frame.height().metres(), frame.width().metres());
    for (double turned : new double[] {corner, Math.PI - corner, -corner, corner - Math.PI}) {
      double angle = frame.angle().radians() + turned;
      Optional<String> out =
          at(
              "probe",
              SurfacePoint.metres(
                  frame.center().x().metres() + half * Math.cos(angle),
                  frame.center().y().metres() + half * Math.sin(angle)));
      if (out.isPresent()) {
        return out;
      }
    }
    return Optional.empty();
  }

  private Optional<String> together(Command command) {
    boolean isFine =
        switch (command) {
          case SpmCommand.BiasPulse pulse ->
              !outside(
                  "bias_impulse", Math.abs(pulse.voltage().volts() * pulse.duration().seconds()));
          case SpmCommand.HysteresisLoop loop ->
              loop.biasAmplitude().volts() > 0
                  && !outside("bias", -loop.biasAmplitude().volts())
                  && loop.steps() > 0
                  && loop.steps() <= file.get("maximum_loop_steps").asInt();
          case StemCommand.SetScan set -> frame(set.pixels(), set.dwell().seconds());
          case StemCommand.SpectrumImage set -> frame(set.pixels(), set.dwell().seconds());
          case StemCommand.ScanDiffraction set -> frame(set.pixels(), set.dwell().seconds());
          case StemCommand.AutoFocus focus ->
              !outside("defocus", focus.range().metres())
                  && !outside("defocus", -focus.range().metres());
          case StemCommand.MoveHolder move -> tilts(move);
          default -> true;
        };
    return isFine ? Optional.empty() : Optional.of("together: " + command);
  }

  private boolean frame(int pixels, double dwell) {
    return !outside("frame_time", dwell * pixels * pixels);
  }

  private boolean tilts(StemCommand.MoveHolder move) {
    for (JsonNode rule : file.path("combined")) {
      double sum = 0;
      for (JsonNode part : rule.get("parts")) {
        double value =
            part.get("channel").asText().equals("tilt_alpha")
                ? move.alpha().radians()
                : move.beta().radians();
        sum += part.get("weight").asDouble() * value;
      }
      if (!(sum <= rule.get("max").asDouble() * (1 + ROUNDING))) {
        return false;
      }
    }
    return true;
  }

  private Optional<String> declared(Command command) {
    return switch (command) {
      case DeviceCommand.Set set -> setting(set.setting());
      case DeviceCommand.Ramp ramp -> Optional.of("no shipped envelope allows ramps");
      case ConditionCommand.Evaluate evaluate ->
          evaluate.settings().stream()
              .flatMap(setting -> setting(setting).stream())
              .findFirst()
              .or(
                  () ->
                      evaluate.fidelity() >= 0
                              && evaluate.fidelity() <= file.path("maximum_fidelity").asInt(0)
                          ? Optional.empty()
                          : Optional.of("fidelity " + evaluate.fidelity()));
      default -> Optional.empty();
    };
  }

  private Optional<String> setting(Setting setting) {
    double[] limit = parameters.get(setting.parameter());
    return limit != null && setting.value() >= limit[0] && setting.value() <= limit[1]
        ? Optional.empty()
        : Optional.of("setting " + setting);
  }

  private static Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record's accessor can be called", impossible);
    }
  }
}
