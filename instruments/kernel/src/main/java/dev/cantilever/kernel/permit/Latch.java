package dev.cantilever.kernel.permit;

import java.util.Objects;
import java.util.Optional;

/** Trips at once, stays tripped until a named person resets it. Safe for any thread. */
final class Latch {

  private String reason;
  private long epoch;

  synchronized void trip(String why) {
    reason = Objects.requireNonNullElse(why, "no reason given");
    epoch++;
  }

  /** Voids permits without latching. */
  synchronized void revoke() {
    epoch++;
  }

  synchronized void reset(String person, String why) {
    if (person.isBlank() || why.isBlank()) {
      throw new IllegalArgumentException("a reset needs a person's name and a reason");
    }
    reason = null;
  }

  /** Why it is tripped, or empty. */
  synchronized Optional<String> reason() {
    return Optional.ofNullable(reason);
  }

  /** Grows with every trip, so that permits from before one are void after it. */
  synchronized long epoch() {
    return epoch;
  }
}
