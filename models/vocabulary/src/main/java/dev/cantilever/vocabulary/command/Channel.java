package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.QuantityKind;

/** The quantities by which commands act on an instrument; each needs a limit to be usable. */
public enum Channel {
  PROBE_X("probe x", QuantityKind.LENGTH),
  PROBE_Y("probe y", QuantityKind.LENGTH),
  PROBE_SPEED("probe speed", QuantityKind.SPEED),
  BIAS("bias", QuantityKind.VOLTAGE),
  DRIVE_AMPLITUDE("drive amplitude", QuantityKind.VOLTAGE),
  DRIVE_FREQUENCY("drive frequency", QuantityKind.FREQUENCY),
  SETPOINT_RATIO("setpoint ratio", QuantityKind.RATIO),
  CONTACT_FORCE("contact force", QuantityKind.FORCE),
  INTEGRAL_GAIN("integral gain", QuantityKind.FREQUENCY),
  PROPORTIONAL_GAIN("proportional gain", QuantityKind.RATIO),
  APPROACH_TRAVEL("approach travel", QuantityKind.LENGTH),
  APPROACH_SPEED("approach speed", QuantityKind.SPEED),
  FRAME_WIDTH("frame width", QuantityKind.LENGTH),
  FRAME_HEIGHT("frame height", QuantityKind.LENGTH),
  FRAME_ANGLE("frame angle", QuantityKind.ANGLE),
  LINE_RATE("line rate", QuantityKind.FREQUENCY),
  LIFT_HEIGHT("lift height", QuantityKind.LENGTH),
  CURVE_RANGE("range of a force curve", QuantityKind.LENGTH),
  PULSE_DURATION("pulse duration", QuantityKind.TIME),
  BEAM_X("beam x", QuantityKind.LENGTH),
  BEAM_Y("beam y", QuantityKind.LENGTH),
  EXPOSURE("exposure", QuantityKind.TIME),
  FIELD_OF_VIEW("field of view", QuantityKind.LENGTH),
  DWELL("dwell time", QuantityKind.TIME),
  BEAM_CURRENT("beam current", QuantityKind.CURRENT),
  DEFOCUS("defocus", QuantityKind.LENGTH),
  FOCUS_RANGE("range of a focus series", QuantityKind.LENGTH),
  ABERRATION("aberration coefficient", QuantityKind.LENGTH),
  IMAGE_SHIFT_X("image shift x", QuantityKind.LENGTH),
  IMAGE_SHIFT_Y("image shift y", QuantityKind.LENGTH),
  BEAM_TILT_X("beam tilt x", QuantityKind.ANGLE),
  BEAM_TILT_Y("beam tilt y", QuantityKind.ANGLE),
  DIFFRACTION_SHIFT_X("diffraction shift x", QuantityKind.ANGLE),
  DIFFRACTION_SHIFT_Y("diffraction shift y", QuantityKind.ANGLE),
  HOLDER_X("holder x", QuantityKind.LENGTH),
  HOLDER_Y("holder y", QuantityKind.LENGTH),
  HOLDER_Z("holder z", QuantityKind.LENGTH),
  TILT_ALPHA("tilt alpha", QuantityKind.ANGLE),
  TILT_BETA("tilt beta", QuantityKind.ANGLE),
  STAGE_X("stage x", QuantityKind.LENGTH),
  STAGE_Y("stage y", QuantityKind.LENGTH),
  STAGE_SPEED("stage speed", QuantityKind.SPEED),
  LASER_POWER("laser power", QuantityKind.POWER),
  FLUENCE("fluence", QuantityKind.FLUENCE),
  TEMPERATURE("temperature", QuantityKind.TEMPERATURE),
  HEATING_RATE("heating rate", QuantityKind.HEATING_RATE),
  PRESSURE("pressure", QuantityKind.PRESSURE),
  ANNEAL_TIME("annealing time", QuantityKind.TIME),
  VOLUME("volume", QuantityKind.VOLUME),
  BIAS_IMPULSE("bias impulse", QuantityKind.IMPULSE),
  FRAME_TIME("frame time", QuantityKind.TIME),
  DOSE("dose", QuantityKind.DOSE),
  CLEARANCE("clearance over the sample", QuantityKind.LENGTH),
  FREE_AMPLITUDE("free amplitude", QuantityKind.LENGTH),
  VACUUM("column pressure", QuantityKind.PRESSURE),
  GAS_FLOW("gas flow", QuantityKind.RATIO),
  CONTACT_CURRENT("contact current", QuantityKind.CURRENT),
  LOAD("tip load", QuantityKind.FORCE),
  DRIFT("drift", QuantityKind.SPEED),
  DRIFT_ERROR("standard error of the drift", QuantityKind.SPEED),
  DRIFT_AT_LEAST("drift beyond doubt", QuantityKind.SPEED),
  HAADF_INSERTION("insertion of the HAADF detector, 1 in and 0 out", QuantityKind.RATIO),
  BF_INSERTION("insertion of the BF detector, 1 in and 0 out", QuantityKind.RATIO),
  EDS_INSERTION("insertion of the EDS detector, 1 in and 0 out", QuantityKind.RATIO);

  private final String label;
  private final QuantityKind kind;

  Channel(String label, QuantityKind kind) {
    this.label = label;
    this.kind = kind;
  }

  /** The words for people. */
  public String label() {
    return label;
  }

  public QuantityKind kind() {
    return kind;
  }
}
