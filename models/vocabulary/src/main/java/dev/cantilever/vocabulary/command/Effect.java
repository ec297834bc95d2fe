package dev.cantilever.vocabulary.command;

/** What a tool call may change, in rising order; undeclared means {@link #EXPOSE}. */
public enum Effect {
  /** Arithmetic only; touches no instrument. */
  COMPUTE,
  /** Reads an instrument without perturbing it. */
  READ,
  /** Changes a setting that can be set back. */
  ADJUST,
  /** Moves something. */
  MOVE,
  /** Changes something for good: dose, pulse, deposition, a probe that is used up. */
  EXPOSE;

  /** How what such a call did is taken back, for whoever is asked to let it run. */
  public String undo() {
    return switch (this) {
      case COMPUTE, READ -> "changes nothing";
      case ADJUST -> "can be set back";
      case MOVE -> "can be moved back";
      case EXPOSE -> "cannot be undone";
    };
  }

  /** Whether an instrument is other than before when such a call has run. */
  public boolean actsOnInstrument() {
    return compareTo(ADJUST) >= 0;
  }
}
