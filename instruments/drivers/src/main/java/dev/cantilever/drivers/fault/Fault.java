package dev.cantilever.drivers.fault;

/**
 * What can go wrong at the driver port, as {@code docs/faults.md} lists it. Sizes are those of
 * {@link FaultScript.Entry}.
 */
public enum Fault {
  /** The next readings of the state fail, as many as the size says. */
  READ_TIMEOUT("F1", Moment.BETWEEN),
  /** The reply is lost and the command never arrived. */
  TIMEOUT_BEFORE("F2", Moment.COMMAND),
  /** The reply is lost although the command was carried out. */
  TIMEOUT_AFTER("F2", Moment.COMMAND),
  /** The reply comes in place of that of the next command. */
  LATE_REPLY("F14", Moment.COMMAND),
  /** The reply of the former command comes once more, in place of this one's. */
  DUPLICATE_REPLY("F13", Moment.COMMAND),
  /** The line is dead from then on. */
  DISCONNECT_BEFORE("F3", Moment.BETWEEN),
  /** The line dies under the command, which arrived where the size is at least 0.5. */
  DISCONNECT_DURING("F4", Moment.COMMAND),
  /** Another device answers from then on. */
  WRONG_DEVICE("F5", Moment.BETWEEN),
  /** A value of the reading is not a number. */
  NOT_A_NUMBER("F6", Moment.COMMAND),
  /** A value of the reading is infinite. */
  INFINITE("F6", Moment.COMMAND),
  /** A value of the reading is missing. */
  WRONG_LENGTH("F6", Moment.COMMAND),
  /** The reading is of another kind than was asked for. */
  WRONG_TYPE("F12", Moment.COMMAND),
  /** The detector stands at its rail wherever the signal is in its upper half. */
  SATURATED("F7", Moment.COMMAND),
  /** The reading repeats the former one bit for bit, from then on. */
  FROZEN("F8", Moment.COMMAND),
  /** A move ends after the part of its way that the size says, and is reported done. */
  STUCK("F9", Moment.COMMAND),
  /** A move goes beyond its target by the part of its way that the size says. */
  OVERSHOOT("F10", Moment.COMMAND),
  /** The command is ignored and reported done. */
  SILENT_REJECT("F9", Moment.COMMAND),
  /** The position reads as no number from then on. */
  LOST_POSITION("F6", Moment.BETWEEN),
  /** The device reports a fault of its own from then on. */
  ALARM("F17", Moment.BETWEEN),
  /** An operator moves it to the right, by the size in metres. */
  MOVED_BY_HAND("F23", Moment.BETWEEN),
  /** A channel reads the size, in SI units, from then on: a tip that crashed, a sample lost. */
  READBACK("F24", Moment.BETWEEN),
  /** The driver does not return from the command until it is let go. */
  FREEZE("F2", Moment.COMMAND);

  private final String row;
  private final Moment moment;

  Fault(String row, Moment moment) {
    this.row = row;
    this.moment = moment;
  }

  /** The row of {@code docs/faults.md} that says how it must be answered. */
  public String row() {
    return row;
  }

  private enum Moment {
    COMMAND,
    BETWEEN
  }

  /** Whether it comes when a command has ended, not while one runs. */
  public boolean isBetween() {
    return moment == Moment.BETWEEN;
  }
}
