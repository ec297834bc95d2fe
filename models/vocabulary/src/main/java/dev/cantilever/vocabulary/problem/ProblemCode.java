package dev.cantilever.vocabulary.problem;

/** The fixed catalogue of reasons. */
public enum ProblemCode {
  ARG_SYNTAX,
  ARG_TYPE,
  ARG_MISSING,
  ARG_UNKNOWN,
  ARG_RANGE,
  ARG_UNIT,
  ARG_CONFLICT,
  TOOL_UNKNOWN,
  TOOL_NOT_IN_LEASE,
  TOOL_DISABLED,
  LIMIT,
  STATE,
  INTERLOCK,
  STEP,
  RATE,
  BUDGET,
  BUSY,
  EPOCH,
  NEEDS_APPROVAL,
  DENIED,
  EXPIRED,
  TIMEOUT,
  DEVICE,
  STOPPED,
  OUTPUT_INVALID,
  UNKNOWN_EFFECT,
  NOT_FOUND,
  LOOP
}
