package dev.cantilever.agent.grammar;

import java.util.Map;
import java.util.function.Predicate;

/**
 * Ways to say one thing.
 *
 * @param means what for
 * @param name of the act or the control; empty for what has no name
 * @param sets values that it gives without naming them
 */
record Phrase(Means means, String name, Wording wording, Map<String, String> sets) {

  enum Means {
    /** What is to be done. */
    ACT,
    /** What it is to be done to; only in recipes. */
    SUBJECT,
    /** Says nothing more; only in recipes. */
    OBJECT,
    VALUE,
    /** To the planner itself. */
    CONTROL
  }

  Phrase {
    sets = Map.copyOf(sets);
  }

  /** As it is written down, less the words that change nothing. */
  static Phrase of(
      Means means, String name, String say, Map<String, String> sets, Predicate<String> silent) {
    return new Phrase(means, name, Wording.of(say, silent), sets);
  }

  /** A value of this slot by itself. */
  static Phrase bare(String slot) {
    return of(Means.VALUE, "", "{" + slot + "}", Map.of(), word -> false);
  }
}
