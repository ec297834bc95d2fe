package dev.cantilever.agent.web.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of what there is to ask; a token may be for some parts only. */
public enum Scope {
  /** State of the installation, stop and reset. */
  INSTRUMENTS,
  /** Runs, their events, reports and data. */
  RUNS,
  /** Logs and their proofs. */
  LOGS,
  /** Tools and their calls. */
  TOOLS,
  /** Plans: checked, rehearsed, run. */
  PLANS;

  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The scope of a word. */
  public static Optional<Scope> of(String word) {
    return Arrays.stream(values()).filter(scope -> scope.word().equals(word)).findFirst();
  }
}
