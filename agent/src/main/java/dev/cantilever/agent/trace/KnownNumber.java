package dev.cantilever.agent.trace;

import dev.cantilever.vocabulary.quantity.Unit;
import java.math.BigDecimal;
import java.util.Optional;

/**
 * A number that came from somewhere we know.
 *
 * @param unit where its place tells one
 */
record KnownNumber(BigDecimal value, Optional<Unit> unit) {}
