package dev.cantilever.agent.model;

import dev.cantilever.vocabulary.id.CallId;

/**
 * A result of a tool as the model is told it: short, and with the name under which all of it is.
 */
final class ResultText {

  private static final int LONGEST = 8_000;

  private ResultText() {}

  static String of(CallId call, String result) {
    if (result.length() <= LONGEST) {
      return call + ": " + result;
    }
    return "%s: %s… (cut: the first %,d of %,d characters; all of it is in the log of the desk as %s)"
        .formatted(call, result.substring(0, LONGEST), LONGEST, result.length(), call);
  }
}
