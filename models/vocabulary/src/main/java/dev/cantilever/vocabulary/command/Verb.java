package dev.cantilever.vocabulary.command;

import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;

/** What instruments can be asked, and what follows from asking it. */
public enum Verb {
  SPM_SET_MODE(
      "spm.set_mode",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetMode.class),
  SPM_TUNE("spm.tune", Effect.READ, Replay.SAFE, Interrupt.ABORTABLE, SpmCommand.Tune.class),
  SPM_SET_DRIVE(
      "spm.set_drive",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetDrive.class),
  SPM_SET_SETPOINT(
      "spm.set_setpoint",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetSetpoint.class),
  SPM_SET_FORCE(
      "spm.set_force",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetForce.class),
  SPM_SET_LIFT(
      "spm.set_lift",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetLift.class),
  SPM_SET_FEEDBACK(
      "spm.set_feedback",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetFeedback.class),
  SPM_ZERO_DETECTOR(
      "spm.zero_detector",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.ZeroDetector.class),
  SPM_APPROACH(
      "spm.approach",
      Effect.MOVE,
      Replay.IDEMPOTENT,
      Interrupt.ABORTABLE,
      SpmCommand.Approach.class),
  SPM_WITHDRAW(
      "spm.withdraw", Effect.MOVE, Replay.SAFE, Interrupt.NOT_ABORTABLE, SpmCommand.Withdraw.class),
  SPM_SET_FRAME(
      "spm.set_frame",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetFrame.class),
  SPM_SET_RATE(
      "spm.set_rate",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.SetRate.class),
  SPM_SCAN("spm.scan", Effect.MOVE, Replay.SAFE, Interrupt.FINISH_LINE, SpmCommand.Scan.class),
  SPM_STOP_SCAN(
      "spm.stop_scan",
      Effect.ADJUST,
      Replay.SAFE,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.StopScan.class),
  SPM_MOVE_PROBE(
      "spm.move_probe",
      Effect.MOVE,
      Replay.IDEMPOTENT,
      Interrupt.ABORTABLE,
      SpmCommand.MoveProbe.class),
  SPM_FORCE_CURVE(
      "spm.force_curve",
      Effect.MOVE,
      Replay.SAFE,
      Interrupt.ABORTABLE,
      SpmCommand.ForceCurve.class),
  SPM_BIAS_PULSE(
      "spm.bias_pulse",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.BiasPulse.class),
  SPM_LITHOGRAPHY(
      "spm.lithography",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      SpmCommand.Lithography.class),
  SPM_LOOP(
      "spm.loop",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.HysteresisLoop.class),
  SPM_READ_METERS(
      "spm.read_meters",
      Effect.READ,
      Replay.SAFE,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.ReadMeters.class),
  SPM_CAPTURE_OPTICAL(
      "spm.capture_optical",
      Effect.READ,
      Replay.SAFE,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.CaptureOptical.class),
  SPM_EXCHANGE_PROBE(
      "spm.exchange_probe",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.NOT_ABORTABLE,
      SpmCommand.ExchangeProbe.class),
  STEM_SET_VALVES(
      "stem.set_valves",
      Effect.MOVE,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetValves.class),
  STEM_BLANK(
      "stem.blank", Effect.ADJUST, Replay.SAFE, Interrupt.NOT_ABORTABLE, StemCommand.Blank.class),
  STEM_UNBLANK(
      "stem.unblank", Effect.EXPOSE, Replay.NEVER, Interrupt.ABORTABLE, StemCommand.Unblank.class),
  STEM_PLACE_BEAM(
      "stem.place_beam",
      Effect.EXPOSE,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.PlaceBeam.class),
  STEM_SET_FOV(
      "stem.set_fov",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetFieldOfView.class),
  STEM_SET_SCAN(
      "stem.set_scan",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetScan.class),
  STEM_SCAN(
      "stem.scan", Effect.EXPOSE, Replay.NEVER, Interrupt.ABORTABLE, StemCommand.ScanFrames.class),
  STEM_SPECTRUM(
      "stem.spectrum",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      StemCommand.AcquireSpectrum.class),
  STEM_SPECTRUM_IMAGE(
      "stem.spectrum_image",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      StemCommand.SpectrumImage.class),
  STEM_SCAN_4D(
      "stem.scan_4d",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      StemCommand.ScanDiffraction.class),
  STEM_CAMERA_IMAGE(
      "stem.camera_image",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      StemCommand.CameraImage.class),
  STEM_SET_CURRENT(
      "stem.set_current",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetCurrent.class),
  STEM_SET_DEFOCUS(
      "stem.set_defocus",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetDefocus.class),
  STEM_AUTO_FOCUS(
      "stem.auto_focus",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      StemCommand.AutoFocus.class),
  STEM_SET_IMAGE_SHIFT(
      "stem.set_image_shift",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetImageShift.class),
  STEM_SET_BEAM_TILT(
      "stem.set_beam_tilt",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetBeamTilt.class),
  STEM_SET_DIFFRACTION_SHIFT(
      "stem.set_diffraction_shift",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetDiffractionShift.class),
  STEM_SET_ABERRATION(
      "stem.set_aberration",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.SetAberration.class),
  STEM_MEASURE_ABERRATIONS(
      "stem.measure_aberrations",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      StemCommand.MeasureAberrations.class),
  STEM_MOVE_STAGE(
      "stem.move_stage",
      Effect.MOVE,
      Replay.IDEMPOTENT,
      Interrupt.ABORTABLE,
      StemCommand.MoveHolder.class),
  STEM_INSERT_DETECTOR(
      "stem.insert_detector",
      Effect.MOVE,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StemCommand.InsertDetector.class),
  STAGE_HOME(
      "stage.home", Effect.MOVE, Replay.IDEMPOTENT, Interrupt.ABORTABLE, StageCommand.Home.class),
  STAGE_MOVE_TO(
      "stage.move_to",
      Effect.MOVE,
      Replay.IDEMPOTENT,
      Interrupt.ABORTABLE,
      StageCommand.MoveTo.class),
  STAGE_MOVE_BY(
      "stage.move_by", Effect.MOVE, Replay.NEVER, Interrupt.ABORTABLE, StageCommand.MoveBy.class),
  STAGE_STOP(
      "stage.stop",
      Effect.ADJUST,
      Replay.SAFE,
      Interrupt.NOT_ABORTABLE,
      StageCommand.StopStage.class),
  STAGE_ENABLE(
      "stage.enable",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      StageCommand.Enable.class),
  RAMAN_ACQUIRE(
      "raman.acquire",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      LibraryCommand.AcquireRaman.class),
  XRD_ACQUIRE(
      "xrd.acquire",
      Effect.READ,
      Replay.SAFE,
      Interrupt.ABORTABLE,
      LibraryCommand.AcquireDiffraction.class),
  SYNTH_DEPOSIT(
      "synth.deposit",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      SynthesisCommand.Deposit.class),
  SYNTH_ANNEAL(
      "synth.anneal",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.ABORTABLE,
      SynthesisCommand.Anneal.class),
  SYNTH_DISPENSE(
      "synth.dispense",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.NOT_ABORTABLE,
      SynthesisCommand.Dispense.class),
  DEVICE_SET(
      "device.set",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      DeviceCommand.Set.class),
  DEVICE_RAMP(
      "device.ramp",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.ABORTABLE,
      DeviceCommand.Ramp.class),
  DEVICE_CLEAR_FAULT(
      "device.clear_fault",
      Effect.ADJUST,
      Replay.IDEMPOTENT,
      Interrupt.NOT_ABORTABLE,
      DeviceCommand.ClearFault.class),
  CONDITION_EVALUATE(
      "condition.evaluate",
      Effect.EXPOSE,
      Replay.NEVER,
      Interrupt.NOT_ABORTABLE,
      ConditionCommand.Evaluate.class);

  private static final Map<Class<? extends Command>, Verb> BY_COMMAND =
      Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(Verb::command, verb -> verb));

  private final String word;
  private final Effect effect;
  private final Replay replay;
  private final Interrupt interrupt;
  private final Class<? extends Command> command;

  Verb(
      String word,
      Effect effect,
      Replay replay,
      Interrupt interrupt,
      Class<? extends Command> command) {
    this.word = word;
    this.effect = effect;
    this.replay = replay;
    this.interrupt = interrupt;
    this.command = command;
  }

  static Verb of(Class<? extends Command> command) {
    return BY_COMMAND.get(command);
  }

  /** Whether a command may be sent again. */
  public enum Replay {
    /** Freely. */
    SAFE,
    /** Again gives the same state. */
    IDEMPOTENT,
    /** Again doubles an effect; never done on our own account. */
    NEVER
  }

  /** How a command that runs can be ended. */
  public enum Interrupt {
    ABORTABLE,
    /** After the line that is being scanned. */
    FINISH_LINE,
    NOT_ABORTABLE
  }

  /** As journals and device ledgers write it, for example {@code spm.move_probe}. */
  public String word() {
    return word;
  }

  /** The most that it may change. */
  public Effect effect() {
    return effect;
  }

  /**
   * Whether it only brings the instrument to rest: legal from every state, also when stopped, and
   * without authority or budget.
   */
  public boolean makesSafe() {
    return switch (this) {
      case SPM_WITHDRAW, SPM_STOP_SCAN, STEM_BLANK, STAGE_STOP -> true;
      default -> false;
    };
  }

  /**
   * Whether a person approves each single one: it runs as a step of an approved plan and never on
   * the word of a tool that is already running.
   */
  public boolean needsPersonEachTime() {
    return switch (this) {
      case SPM_EXCHANGE_PROBE, SYNTH_DEPOSIT -> true;
      default -> false;
    };
  }

  public Replay replay() {
    return replay;
  }

  /** The record that asks for it. */
  public Class<? extends Command> command() {
    return command;
  }

  public Interrupt interrupt() {
    return interrupt;
  }

  @Override
  public String toString() {
    return word;
  }
}
