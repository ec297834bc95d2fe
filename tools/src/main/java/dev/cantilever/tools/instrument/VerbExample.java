package dev.cantilever.tools.instrument;

import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Arguments that a reader can try: what has no default, in the middle of its bounds. */
final class VerbExample {

  private VerbExample() {}

  static String of(Class<? extends Record> command) {
    String own =
        Arrays.stream(command.getRecordComponents())
            .filter(component -> component.getAnnotation(Default.class) == null)
            .map(component -> ", \"" + snake(component.getName()) + "\": " + value(component))
            .collect(Collectors.joining());
    return "{\"instrument\": \"afm\"" + own + "}";
  }

  private static String value(RecordComponent component) {
    Class<?> type = component.getType();
    Bounds bounds = component.getAnnotation(Bounds.class);
    if (type == SurfacePoint.class) {
      return "{\"x\": \"0 m\", \"y\": \"0 m\"}";
    }
    if (Quantity.class.isAssignableFrom(type)) {
      return "\"" + kind(type).of((bounds.min() + bounds.max()) / 2).format() + "\"";
    }
    if (type.isEnum()) {
      return "\"" + type.getEnumConstants()[0].toString().toLowerCase(Locale.ROOT) + "\"";
    }
    if (type.isRecord()) {
      return "{\"parameter\": \"coupling\", \"value\": 1}";
    }
    if (type == boolean.class) {
      return "true";
    }
    if (type == double.class) {
      return "1";
    }
    return bounds == null ? "\"first\"" : Long.toString((long) bounds.min());
  }

  private static QuantityKind kind(Class<?> type) {
    return Arrays.stream(QuantityKind.values())
        .filter(kind -> type.isInstance(kind.of(0)))
        .findFirst()
        .orElseThrow();
  }

  private static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }
}
