package dev.cantilever.drivers.scpi;

/**
 * An entry of the instrument's error queue. Its own words are dropped: they are text from outside;
 * what is said to people is ours.
 *
 * @param code as SCPI-99, volume 2, chapter 21 numbers them; 0 where there is none
 */
record DeviceError(int code) {

  boolean isNone() {
    return code == 0;
  }

  /**
   * Whether the message was refused before it did anything: it could not be understood (command
   * errors, -100 to -199) or one of its parameters was not taken (-220 to -229).
   */
  boolean provesNothingDone() {
    return (code <= -100 && code >= -199) || (code <= -220 && code >= -229);
  }

  /** For a person. */
  String words() {
    return "the instrument reports error %d (%s)".formatted(code, meaning());
  }

  private String meaning() {
    return switch (code) {
      case -109 -> "a parameter is missing";
      case -113 -> "it does not know this command";
      case -203 -> "the command is protected";
      case -221 -> "it conflicts with another setting";
      case -222 -> "the value is out of its range";
      case -224 -> "it does not take this value";
      case -350 -> "its error queue ran over";
      case -363 -> "its input buffer ran over";
      default -> kind();
    };
  }

  private String kind() {
    if (code > 0) {
      return "one of the instrument's own; see its manual";
    }
    return switch (-code / 100) {
      case 1 -> "it could not understand the command";
      case 2 -> "it could not carry the command out";
      case 3 -> "something is wrong with the instrument";
      case 4 -> "question and answer got mixed up";
      default -> "an event without a meaning in the standard";
    };
  }
}
