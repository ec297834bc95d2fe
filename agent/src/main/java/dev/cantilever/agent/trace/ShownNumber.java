package dev.cantilever.agent.trace;

import dev.cantilever.vocabulary.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number as it stands in a text.
 *
 * @param end after its last character, the unit included
 * @param value empty where it has digits and yet no one reading, such as 1.2.3 or ½
 * @param step what one more in its last digit adds
 * @param unit behind it, where it is one that we know
 */
record ShownNumber(int end, Optional<BigDecimal> value, BigDecimal step, Optional<Unit> unit) {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  /** Whether {@code known}, rounded to the digits that are shown, is this number. */
  boolean shows(KnownNumber known) {
    return value.filter(shown -> shows(shown, known)).isPresent();
  }

  private boolean shows(BigDecimal shown, KnownNumber known) {
    if (unit.isEmpty() || known.unit().isEmpty()) {
      return isNear(shown, known.value(), step)
          || (unit.isPresent() && isNearInSi(shown, known.value()));
    }
    return unit.get().dimension().equals(known.unit().get().dimension())
        && isNearInSi(shown, known.value().multiply(known.unit().get().factor()));
  }

  private boolean isNearInSi(BigDecimal shown, BigDecimal known) {
    BigDecimal factor = unit.orElseThrow().factor();
    return isNear(shown.multiply(factor), known, step.multiply(factor));
  }

  /** A whole zero is only nothing at all; every small number would be rounded to it. */
  private static boolean isNear(BigDecimal shown, BigDecimal known, BigDecimal step) {
    if (shown.signum() == 0 && step.compareTo(BigDecimal.ONE) >= 0) {
      return known.signum() == 0;
    }
    return shown.subtract(known).abs().compareTo(step.multiply(HALF)) <= 0;
  }
}
