package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.Unit;
import dev.cantilever.vocabulary.quantity.Units;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * A value as a condition sees it: a number in an SI unit.
 *
 * @param number NaN where it is not known yet or not a number
 * @param unit empty where it is not known yet
 * @param unfit what it is instead of a number; empty where it is one
 */
record Measurable(double number, Optional<String> unit, Optional<String> unfit) {

  private static final String NONE = "1";

  /** Before anything runs. */
  static Measurable of(Scope.Binding binding, boolean comparedWithText) {
    return switch (binding) {
      case Scope.Binding.Known known -> of(known.value(), comparedWithText);
      case Scope.Binding.Typed typed -> of(typed.shape(), comparedWithText);
    };
  }

  private static Measurable of(Shape shape, boolean comparedWithText) {
    if (comparedWithText) {
      return shape.kind() == Shape.Kind.TEXT || shape.kind() == Shape.Kind.ANY
          ? known(Double.NaN, NONE)
          : unfit(shape.inWords() + ", not a text");
    }
    return switch (shape.kind()) {
      case QUANTITY -> known(Double.NaN, shape.quantity().orElseThrow().canonicalUnit());
      case NUMBER -> shape.hasUnitBeside() ? unknown() : known(Double.NaN, NONE);
      case ANY -> unknown();
      case TRUTH -> known(Double.NaN, NONE);
      case TEXT -> unfit("a text; compare it as name is \"words\"");
      case LIST, OBJECT -> unfit(shape.inWords() + "; name one of its values");
    };
  }

  private static Measurable of(JsonNode value, boolean comparedWithText) {
    if (comparedWithText) {
      return value.isTextual() ? known(Double.NaN, NONE) : unfit("no text");
    }
    Measurable measured = of(value);
    return value.isTextual() && measured.unit().isEmpty()
        ? unfit("a text; compare it as name is \"words\"")
        : measured;
  }

  /** Of a value that is there. */
  static Measurable of(JsonNode value) {
    if (value.isNumber()) {
      return known(value.doubleValue(), NONE);
    }
    if (value.isBoolean()) {
      return known(value.booleanValue() ? 1 : 0, NONE);
    }
    if (value.isTextual()) {
      return literal(value.textValue());
    }
    return value.path("value").isNumber() && value.path("unit").isTextual()
        ? of(value.path("value").decimalValue(), value.path("unit").textValue())
        : unfit("no number");
  }

  private static Measurable literal(String text) {
    for (QuantityKind kind : QuantityKind.values()) {
      if (QuantityLiteral.parse(text, kind) instanceof QuantityLiteral.Read read) {
        return known(read.quantity().canonical(), kind.canonicalUnit());
      }
    }
    return unfit("no number");
  }

  /** A number in some unit. */
  static Measurable of(BigDecimal value, String unitText) {
    return Units.parse(unitText)
        .map(unit -> finite(unit.toCanonical(value), canonical(unit)))
        .orElseGet(() -> unfit("a number in the unknown unit " + unitText));
  }

  /** Text against text: 1 where they are the same, else 0. */
  static Measurable same(JsonNode value, String words) {
    return value.isTextual()
        ? known(value.textValue().equals(words) ? 1 : 0, NONE)
        : unfit("no text");
  }

  private static String canonical(Unit unit) {
    return Arrays.stream(QuantityKind.values())
        .filter(kind -> kind.dimension().equals(unit.dimension()))
        .findFirst()
        .map(QuantityKind::canonicalUnit)
        .orElse(unit.symbol());
  }

  private static Measurable known(double number, String unit) {
    return new Measurable(number, Optional.of(unit), Optional.empty());
  }

  private static Measurable finite(double number, String unit) {
    return Double.isFinite(number) ? known(number, unit) : unfit("too large for a number");
  }

  private static Measurable unknown() {
    return new Measurable(Double.NaN, Optional.empty(), Optional.empty());
  }

  private static Measurable unfit(String what) {
    return new Measurable(Double.NaN, Optional.empty(), Optional.of(what));
  }

  /** Tells why it can stand in no condition. */
  Measurable ifUnfit(String written, Consumer<String> objection) {
    unfit.ifPresent(what -> objection.accept(written + " is " + what));
    return this;
  }

  String inWords() {
    return unfit.orElseGet(() -> QuantityLiteral.format(number, unit.orElse(NONE)));
  }
}
