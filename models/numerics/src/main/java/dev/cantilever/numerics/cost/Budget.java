package dev.cantilever.numerics.cost;

import java.util.Optional;

/**
 * How much may be spent; infinity where there is no limit. It plans; it protects nothing.
 *
 * @param seconds of time
 * @param metres of travel
 * @param dose in the one unit in which the campaign counts dose
 */
public record Budget(double seconds, double metres, double dose) {

  public Budget {
    if (!(seconds >= 0) || !(metres >= 0) || !(dose >= 0)) {
      throw new IllegalArgumentException(
          "a budget of %s s, %s m and dose %s; each must be at least 0, infinity for no limit"
              .formatted(seconds, metres, dose));
    }
  }

  /** Why the next cost cannot be paid any more, naming the first limit it would pass; or none. */
  public Optional<String> refusal(Cost spent, Cost next) {
    Cost after = spent.plus(next);
    if (after.seconds() > seconds) {
      return Optional.of(words("time", after.seconds(), seconds, " s"));
    }
    if (after.metres() > metres) {
      return Optional.of(words("travel", after.metres(), metres, " m"));
    }
    return after.dose() > dose
        ? Optional.of(words("dose", after.dose(), dose, ""))
        : Optional.empty();
  }

  private static String words(String name, double after, double limit, String unit) {
    return "%s would come to %s%s of %s%s".formatted(name, after, unit, limit, unit);
  }
}
