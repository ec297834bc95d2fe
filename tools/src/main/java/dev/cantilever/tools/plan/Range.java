package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.dispatch.PossibleCall;
import java.util.Optional;
import java.util.stream.Stream;

/** What a value of an earlier step may be at least and at most, so that a person can approve it. */
record Range(Measurable least, Measurable most) {

  private static final String NONE = "1";

  static Range of(JsonNode written) {
    return new Range(
        Measurable.of(written.path(Reference.MIN)), Measurable.of(written.path(Reference.MAX)));
  }

  /** Why it is none for an argument of this shape; empty where it is one. */
  Optional<String> problem(Shape target) {
    String wanted = unit(target);
    boolean numbers =
        Stream.of(least, most).allMatch(end -> end.unit().equals(Optional.of(wanted)));
    if (!numbers) {
      return Optional.of(
          "min and max are both given, as %s"
              .formatted(
                  wanted.equals(NONE) ? "numbers" : "a number with unit, such as 2 " + wanted));
    }
    return least.number() <= most.number()
        ? Optional.empty()
        : Optional.of("min %s is above max %s".formatted(least.inWords(), most.inWords()));
  }

  private static String unit(Shape target) {
    return target.quantity().map(kind -> kind.canonicalUnit()).orElse(NONE);
  }

  PossibleCall.Range approved() {
    return new PossibleCall.Range(least.number(), most.number(), least.unit().orElse(NONE));
  }

  String inWords() {
    return "%s to %s".formatted(least.inWords(), most.inWords());
  }
}
