package dev.cantilever.agent.web.token;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a person or program may do; each may also do what the ones before it may. */
public enum Role {
  /** Looks. */
  VIEWER,
  /** Calls tools, approves plans by running them, answers questions. */
  OPERATOR,
  /** Opens again what was stopped. */
  SAFETY_OFFICER;

  /** As it is written: {@code safety-officer}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The role of a word. */
  public static Optional<Role> of(String word) {
    return Arrays.stream(values()).filter(role -> role.word().equals(word)).findFirst();
  }

  /** Whether it suffices where {@code needed} is asked for. */
  public boolean covers(Role needed) {
    return compareTo(needed) >= 0;
  }
}
