package dev.cantilever.vocabulary.wire;

import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.quantity.QuantityLiteral;
import dev.cantilever.vocabulary.quantity.QuantityLiteral.Read;
import dev.cantilever.vocabulary.reading.Series;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Records as JSON: an object with the names of the components in snake case; one of several has a
 * {@code kind}. Quantities are text with their SI unit, {@code "1.5E-9 m"}; ids are text; words of
 * an enum are lower case; a number that is none is {@code null}.
 */
public final class Wire {

  private static final double[] NO_NUMBERS = {
    Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY
  };

  private Wire() {}

  /** A record, or a list of them, as one line of JSON. */
  public static String write(Object value) {
    return JsonWriter.write(value);
  }

  /**
   * The inverse of {@link #write}.
   *
   * @param type a record or a sealed interface of records
   * @throws WireFailure that says where the text is not such a value
   */
  public static <T> T read(Class<T> type, String json) {
    return type.cast(value(type, JsonReader.read(json), ""));
  }

  private static Object value(Type type, Object json, String at) {
    if (type instanceof ParameterizedType generic) {
      Type element = generic.getActualTypeArguments()[0];
      return generic.getRawType() == Optional.class
          ? Optional.ofNullable(json).map(some -> value(element, some, at))
          : list(element, json, at);
    }
    Class<?> plain = (Class<?>) type;
    if (Forms.isQuantity(plain)) {
      return quantity(plain, json, at);
    }
    if (plain.isSealed()) {
      return choice(plain, json, at);
    }
    return plain.isRecord() ? record(plain, json, at) : scalar(plain, json, at);
  }

  private static Object choice(Class<?> sealed, Object json, String at) {
    Object kind = json instanceof Map<?, ?> object ? object.get("kind") : null;
    Class<?> record = kind instanceof String name ? Forms.kinds(sealed).get(name) : null;
    if (record == null) {
      throw failure(at + "/kind", "one of " + String.join(", ", Forms.kinds(sealed).keySet()));
    }
    return record(record, json, at);
  }

  private static Object record(Class<?> type, Object json, String at) {
    if (Forms.isName(type)) {
      return Forms.make(type, new Object[] {text(json, at)});
    }
    if (!(json instanceof Map<?, ?> object)) {
      throw failure(at, "an object");
    }
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Set<Object> unknown = new TreeSet<>(object.keySet());
    unknown.remove("kind");
    for (int i = 0; i < values.length; i++) {
      String name = Forms.snake(components[i].getName());
      if (!object.containsKey(name) && components[i].getType() != Optional.class) {
        throw failure(at + "/" + name, "a value");
      }
      values[i] = value(components[i].getGenericType(), object.get(name), at + "/" + name);
      unknown.remove(name);
    }
    if (!unknown.isEmpty()) {
      throw failure(at, "no \"%s\"".formatted(shortened(unknown.iterator().next())));
    }
    return Forms.make(type, values);
  }

  private static String shortened(Object name) {
    String text = name.toString().replaceAll("\\p{Cntrl}", "?");
    return text.substring(0, Math.min(40, text.length()));
  }

  private static List<Object> list(Type element, Object json, String at) {
    if (!(json instanceof List<?> many)) {
      throw failure(at, "a list");
    }
    List<Object> values = new ArrayList<>();
    for (Object one : many) {
      values.add(value(element, one, at + "/" + values.size()));
    }
    return values;
  }

  /** Where any quantity will do, its unit says which. */
  private static Quantity quantity(Class<?> type, Object json, String at) {
    String text = text(json, at);
    for (QuantityKind kind : QuantityKind.values()) {
      if (!type.isInstance(kind.of(0))) {
        continue;
      }
      if (QuantityLiteral.parse(text, kind) instanceof Read read) {
        return read.quantity();
      }
      for (double none : NO_NUMBERS) {
        if (text.equals(none + " " + kind.canonicalUnit())) {
          return kind.of(none);
        }
      }
    }
    throw failure(at, "a number with a unit");
  }

  private static Object scalar(Class<?> type, Object json, String at) {
    if (type == String.class) {
      return text(json, at);
    }
    if (type == boolean.class && json instanceof Boolean truth) {
      return truth;
    }
    if (type == double.class) {
      return number(json, at);
    }
    if (type == int.class) {
      return (int) whole(json, Integer.MAX_VALUE, at);
    }
    if (type == long.class) {
      return whole(json, 1L << 53, at);
    }
    if (type == Series.class && json instanceof List<?> many) {
      return Series.of(many.stream().mapToDouble(one -> number(one, at)).toArray());
    }
    if (type.isEnum()) {
      return word(type, text(json, at), at);
    }
    throw failure(at, "a " + type.getSimpleName());
  }

  private static Object word(Class<?> type, String text, String at) {
    return Arrays.stream(type.getEnumConstants())
        .filter(word -> ((Enum<?>) word).name().toLowerCase(Locale.ROOT).equals(text))
        .findFirst()
        .orElseThrow(() -> failure(at, "a word of " + type.getSimpleName()));
  }

  private static double number(Object json, String at) {
    if (json instanceof Double number) {
      return number;
    }
    if (json == null) {
      return Double.NaN;
    }
    if (json.equals("Infinity")) {
      return Double.POSITIVE_INFINITY;
    }
    if (json.equals("-Infinity")) {
      return Double.NEGATIVE_INFINITY;
    }
    throw failure(at, "a number");
  }

  private static long whole(Object json, long most, String at) {
    double value = number(json, at);
    if (!(Math.abs(value) <= most) || value != Math.rint(value)) {
      throw failure(at, "a whole number");
    }
    return (long) value;
  }

  private static String text(Object json, String at) {
    if (json instanceof String text) {
      return text;
    }
    throw failure(at, "a text");
  }

  private static WireFailure failure(String at, String expected) {
    return new WireFailure("%s: expected %s".formatted(at.isEmpty() ? "/" : at, expected));
  }
}
