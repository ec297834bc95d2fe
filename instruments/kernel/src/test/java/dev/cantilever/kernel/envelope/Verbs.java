package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.ConditionCommand;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.LibraryCommand;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.SynthesisCommand;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Current;
import dev.cantilever.vocabulary.quantity.Energy;
import dev.cantilever.vocabulary.quantity.Fluence;
import dev.cantilever.vocabulary.quantity.Force;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.HeatingRate;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Power;
import dev.cantilever.vocabulary.quantity.Pressure;
import dev.cantilever.vocabulary.quantity.Ratio;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Temperature;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.quantity.Volume;
import java.util.List;

/** One harmless command for every verb. */
final class Verbs {

  private static final SurfacePoint ORIGIN = SurfacePoint.metres(0, 0);
  private static final Length METRE = new Length(1);
  private static final TimeSpan SECOND = new TimeSpan(1);
  private static final Speed SPEED = new Speed(1);
  private static final Angle LEVEL = new Angle(0);
  private static final Frequency HERTZ = new Frequency(1);
  private static final Setting DOSE = new Setting("dose", 1);

  private Verbs() {}

  static Command example(Verb verb) {
    return switch (verb) {
      case SPM_SET_MODE -> new SpmCommand.SetMode(SpmCommand.SpmMode.TAPPING);
      case SPM_TUNE -> new SpmCommand.Tune(HERTZ, HERTZ, 64);
      case SPM_SET_DRIVE -> new SpmCommand.SetDrive(new Voltage(1), HERTZ);
      case SPM_SET_SETPOINT -> new SpmCommand.SetSetpoint(new Ratio(0.5));
      case SPM_SET_FORCE -> new SpmCommand.SetForce(new Force(1));
      case SPM_SET_LIFT -> new SpmCommand.SetLift(METRE);
      case SPM_SET_FEEDBACK -> new SpmCommand.SetFeedback(HERTZ, new Ratio(1), true);
      case SPM_ZERO_DETECTOR -> new SpmCommand.ZeroDetector();
      case SPM_APPROACH -> new SpmCommand.Approach(METRE, SPEED, SECOND);
      case SPM_WITHDRAW -> new SpmCommand.Withdraw(METRE);
      case SPM_SET_FRAME -> new SpmCommand.SetFrame(ORIGIN, METRE, METRE, LEVEL, 64, 64);
      case SPM_SET_RATE -> new SpmCommand.SetRate(HERTZ);
      case SPM_SCAN -> new SpmCommand.Scan(0, 10);
      case SPM_STOP_SCAN -> new SpmCommand.StopScan();
      case SPM_MOVE_PROBE -> new SpmCommand.MoveProbe(ORIGIN, SPEED);
      case SPM_FORCE_CURVE -> new SpmCommand.ForceCurve(new Force(1), METRE, HERTZ, 1);
      case SPM_BIAS_PULSE -> new SpmCommand.BiasPulse(new Voltage(1), SECOND);
      case SPM_LITHOGRAPHY -> new SpmCommand.Lithography(ORIGIN, new Voltage(1), SPEED);
      case SPM_LOOP -> new SpmCommand.HysteresisLoop(new Voltage(1), 64);
      case SPM_READ_METERS -> new SpmCommand.ReadMeters();
      case SPM_CAPTURE_OPTICAL -> new SpmCommand.CaptureOptical();
      case SPM_EXCHANGE_PROBE -> new SpmCommand.ExchangeProbe();
      case STEM_SET_VALVES -> new StemCommand.SetValves(true);
      case STEM_BLANK -> new StemCommand.Blank();
      case STEM_UNBLANK -> new StemCommand.Unblank(SECOND);
      case STEM_PLACE_BEAM -> new StemCommand.PlaceBeam(ORIGIN);
      case STEM_SET_FOV -> new StemCommand.SetFieldOfView(METRE);
      case STEM_SET_SCAN -> new StemCommand.SetScan(64, SECOND);
      case STEM_SCAN -> new StemCommand.ScanFrames(1);
      case STEM_SPECTRUM -> new StemCommand.AcquireSpectrum(SECOND, new Energy(1), new Energy(0));
      case STEM_SPECTRUM_IMAGE -> new StemCommand.SpectrumImage(2, SECOND);
      case STEM_SCAN_4D -> new StemCommand.ScanDiffraction(2, SECOND);
      case STEM_CAMERA_IMAGE -> new StemCommand.CameraImage(SECOND, 1);
      case STEM_AUTO_FOCUS ->
          new StemCommand.AutoFocus(new Length(1e-8), StemCommand.Sharpness.VARIANCE);
      case STEM_SET_IMAGE_SHIFT -> new StemCommand.SetImageShift(METRE, METRE);
      case STEM_SET_BEAM_TILT -> new StemCommand.SetBeamTilt(LEVEL, LEVEL);
      case STEM_SET_DIFFRACTION_SHIFT -> new StemCommand.SetDiffractionShift(LEVEL, LEVEL);
      case STEM_SET_CURRENT -> new StemCommand.SetCurrent(new Current(1));
      case STEM_SET_DEFOCUS -> new StemCommand.SetDefocus(METRE);
      case STEM_SET_ABERRATION ->
          new StemCommand.SetAberration(StemCommand.Aberration.A1, METRE, METRE);
      case STEM_MEASURE_ABERRATIONS -> new StemCommand.MeasureAberrations(LEVEL);
      case STEM_MOVE_STAGE -> new StemCommand.MoveHolder(ORIGIN, METRE, LEVEL, LEVEL);
      case STEM_INSERT_DETECTOR -> new StemCommand.InsertDetector("HAADF", true);
      case STAGE_HOME -> new StageCommand.Home();
      case STAGE_MOVE_TO -> new StageCommand.MoveTo(ORIGIN, SPEED);
      case STAGE_MOVE_BY -> new StageCommand.MoveBy(METRE, METRE, SPEED);
      case STAGE_STOP -> new StageCommand.StopStage();
      case STAGE_ENABLE -> new StageCommand.Enable(true);
      case RAMAN_ACQUIRE -> new LibraryCommand.AcquireRaman(SECOND, new Power(1));
      case XRD_ACQUIRE -> new LibraryCommand.AcquireDiffraction(LEVEL, LEVEL, LEVEL, SECOND);
      case SYNTH_DEPOSIT ->
          new SynthesisCommand.Deposit(
              "BiFeO3", 100, new Fluence(1e4), new Temperature(900), new Pressure(10));
      case SYNTH_ANNEAL ->
          new SynthesisCommand.Anneal(new Temperature(900), new HeatingRate(0.1), SECOND);
      case SYNTH_DISPENSE -> new SynthesisCommand.Dispense("A1", new Volume(1e-8), "water");
      case DEVICE_SET -> new DeviceCommand.Set(DOSE);
      case DEVICE_RAMP -> new DeviceCommand.Ramp(DOSE, 1);
      case DEVICE_CLEAR_FAULT -> new DeviceCommand.ClearFault();
      case CONDITION_EVALUATE -> new ConditionCommand.Evaluate(List.of(DOSE), 0);
    };
  }
}
