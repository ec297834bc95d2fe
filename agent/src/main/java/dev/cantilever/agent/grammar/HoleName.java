package dev.cantilever.agent.grammar;

import java.util.List;
import java.util.Optional;

/**
 * What stands in the braces of a phrase: {@code one=other:unit}.
 *
 * @param slots that the value goes to
 * @param unit of a bare number; empty where the unit is said
 */
record HoleName(List<String> slots, Optional<String> unit) {

  static HoleName of(String piece) {
    String inside = piece.substring(1, piece.length() - 1);
    int colon = inside.indexOf(':');
    String names = colon < 0 ? inside : inside.substring(0, colon);
    return new HoleName(
        List.of(names.split("=", -1)),
        colon < 0 ? Optional.empty() : Optional.of(inside.substring(colon + 1)));
  }
}
