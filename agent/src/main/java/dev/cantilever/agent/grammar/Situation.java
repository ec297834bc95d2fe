package dev.cantilever.agent.grammar;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import java.math.BigDecimal;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** How an instrument stands, and how it will stand after the steps that are planned so far. */
final class Situation {

  private final JsonNode state;
  private final Set<String> facts = new HashSet<>();
  private boolean engagedNow;
  private BigDecimal x;
  private BigDecimal y;

  /** As {@code instrument.state} tells it. */
  Situation(JsonNode state) {
    this.state = state;
    x = state.path("position").path("x").path("value").decimalValue();
    y = state.path("position").path("y").path("value").decimalValue();
    switch (state.path("probe").asText()) {
      case "engaged" -> engagedNow = true; // every run tries the stop first, which lifts it off
      case "withdrawn" -> facts.add("withdrawn");
      case "parked" -> facts.addAll(Set.of("withdrawn", "parked"));
      default -> {}
    }
    if (now("free_amplitude").isPresent()) {
      facts.add("tuned");
    }
    facts.add("zeroed");
  }

  /** Whether the probe is engaged now; a run begins with a probe that is not. */
  boolean isEngagedNow() {
    return engagedNow;
  }

  boolean holds(String fact) {
    return facts.contains(fact);
  }

  void gains(String fact) {
    facts.add(fact);
  }

  void loses(String fact) {
    facts.remove(fact);
  }

  BigDecimal x() {
    return x;
  }

  BigDecimal y() {
    return y;
  }

  void standsAt(BigDecimal newX, BigDecimal newY) {
    x = newX;
    y = newY;
  }

  /** What a channel reads now, as a quantity with its unit. */
  Optional<String> now(String channel) {
    for (JsonNode readback : state.path("readbacks")) {
      if (readback.path("channel").asText().equals(channel)) {
        JsonNode value = readback.path("value");
        return Optional.of(
            QuantityLiteral.format(value.path("value").asDouble(), value.path("unit").asText()));
      }
    }
    return Optional.empty();
  }
}
