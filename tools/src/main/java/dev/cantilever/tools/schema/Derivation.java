package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.lang.reflect.Field;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Derives codecs from record classes. For tools it demands a description of every component and
 * bounds on every number, text and list; for our own files and events it does not.
 */
final class Derivation {

  private static final int DEEPEST = 8;
  private static final long EXACT = (1L << 53) - 1;

  private final boolean demanding;
  private final Map<Class<?>, RecursiveCodec<?>> underway = new HashMap<>();
  private final Map<String, RecursiveCodec<?>> definitions = new TreeMap<>();

  Derivation(boolean demanding) {
    this.demanding = demanding;
  }

  /** Choices that contain themselves, by name; their schemas are cited, not repeated. */
  Map<String, RecursiveCodec<?>> definitions() {
    return definitions;
  }

  <T extends Record> RecordCodec<T> record(Class<T> type, int depth) {
    if (depth > DEEPEST) {
      throw bad(type, "is nested deeper than " + DEEPEST);
    }
    List<RecordCodec.Field> fields = new ArrayList<>();
    for (RecordComponent component : type.getRecordComponents()) {
      fields.add(field(component, depth));
    }
    return new RecordCodec<>(type, fields);
  }

  private RecordCodec.Field field(RecordComponent component, int depth) {
    Doc doc = component.getAnnotation(Doc.class);
    if (demanding && doc == null) {
      throw bad(component, "needs @Doc");
    }
    boolean optional = component.getType() == Optional.class;
    Type type = optional ? argument(component.getGenericType()) : component.getGenericType();
    Default fallback = component.getAnnotation(Default.class);
    JsonNode fallbackJson = fallback == null ? null : StrictJson.ours(fallback.value());
    Codec<?> codec = codec(component, type, depth);
    if (fallbackJson != null) {
      Problems problems = new Problems();
      if (codec.read(fallbackJson, "", problems).isEmpty()) {
        throw bad(component, "has a default that it refuses: " + problems.list());
      }
    }
    return new RecordCodec.Field(
        RecordCodec.snake(component.getName()),
        doc == null ? "" : doc.value(),
        component,
        codec,
        optional,
        fallbackJson);
  }

  private Codec<?> codec(RecordComponent at, Type type, int depth) {
    if (type instanceof ParameterizedType list && list.getRawType() == List.class) {
      Items items = at.getAnnotation(Items.class);
      demand(at, items != null, "@Items");
      return new SequenceCodecs.Many<>(
          codec(at, argument(type), depth),
          items == null ? 0 : items.min(),
          items == null ? Integer.MAX_VALUE : items.max());
    }
    if (!(type instanceof Class<?> plain)) {
      throw bad(at, "has a type that JSON does not know: " + type);
    }
    return scalar(at, plain).orElseGet(() -> structure(at, plain, depth));
  }

  private Optional<Codec<?>> scalar(RecordComponent at, Class<?> type) {
    Bounds bounds = at.getAnnotation(Bounds.class);
    if (type == boolean.class || type == Boolean.class) {
      return Optional.of(new ScalarCodecs.Flag());
    }
    if (type == int.class || type == Integer.class) {
      demand(at, bounds != null, "@Bounds");
      return Optional.of(
          new ScalarCodecs.Whole<>(
              bounds == null ? Integer.MIN_VALUE : (long) bounds.min(),
              bounds == null ? Integer.MAX_VALUE : (long) bounds.max(),
              Long::intValue));
    }
    if (type == long.class || type == Long.class) {
      demand(at, bounds != null, "@Bounds");
      return Optional.of(
          new ScalarCodecs.Whole<>(
              bounds == null ? -EXACT : (long) bounds.min(),
              bounds == null ? EXACT : (long) bounds.max(),
              number -> number));
    }
    if (type == double.class || type == Double.class) {
      demand(at, bounds != null, "@Bounds");
      return Optional.of(
          new ScalarCodecs.Real(
              bounds == null ? -Double.MAX_VALUE : bounds.min(),
              bounds == null ? Double.MAX_VALUE : bounds.max()));
    }
    if (type == String.class) {
      Text text = at.getAnnotation(Text.class);
      demand(at, text != null, "@Text");
      return Optional.of(
          new ScalarCodecs.Words(
              text == null ? Integer.MAX_VALUE : text.maxLength(),
              text == null ? "" : text.pattern()));
    }
    return Optional.empty();
  }

  private Codec<?> structure(RecordComponent at, Class<?> type, int depth) {
    if (type.isEnum()) {
      return enumeration(type);
    }
    if (type == JsonText.class) {
      return new SequenceCodecs.Verbatim();
    }
    if (type == Series.class) {
      return new SequenceCodecs.Numbers();
    }
    if (type == Quantity.class) {
      return new QuantityCodec.AnyKind();
    }
    if (Quantity.class.isAssignableFrom(type)) {
      return quantity(at, type);
    }
    if (type.isRecord()) {
      Class<? extends Record> record = type.asSubclass(Record.class);
      return IdCodec.form(record)
          .<Codec<?>>map(form -> new IdCodec<>(record, form))
          .orElseGet(() -> record(record, depth + 1));
    }
    if (type.isSealed()) {
      return choice(type, depth);
    }
    throw bad(at, "has a type that JSON does not know: " + type);
  }

  private Codec<?> quantity(RecordComponent at, Class<?> type) {
    Bounds bounds = at.getAnnotation(Bounds.class);
    demand(at, bounds != null, "@Bounds");
    for (QuantityKind kind : QuantityKind.values()) {
      if (kind.of(0).getClass() == type) {
        return bounds == null
            ? QuantityCodec.unbounded(kind)
            : new QuantityCodec(kind, bounds.min(), bounds.max());
      }
    }
    throw bad(at, "is a quantity of no known kind");
  }

  @SuppressWarnings({"unchecked", "rawtypes"}) // type.isEnum() was asked before
  private static Codec<?> enumeration(Class<?> type) {
    return new ScalarCodecs.OneOf(type);
  }

  private Codec<?> choice(Class<?> sealed, int depth) {
    RecursiveCodec<?> around = underway.get(sealed);
    if (around != null) {
      definitions.put(around.name(), around);
      return around;
    }
    RecursiveCodec<?> self = new RecursiveCodec<>(RecordCodec.snake(sealed.getSimpleName()));
    underway.put(sealed, self);
    Map<String, RecordCodec<? extends Record>> kinds = new LinkedHashMap<>();
    Map<Class<?>, String> names = new LinkedHashMap<>();
    for (Class<?> permitted : leaves(sealed)) {
      String kind = RecordCodec.snake(permitted.getSimpleName());
      kinds.put(kind, record(permitted.asSubclass(Record.class), depth + 1));
      names.put(permitted, kind);
    }
    underway.remove(sealed);
    Codec<?> whole = new ChoiceCodec<>(kinds, names);
    self.standsFor(whole);
    return definitions.containsKey(self.name()) ? self : whole;
  }

  /** The records of a sealed family, also those of families inside it. */
  private static List<Class<?>> leaves(Class<?> sealed) {
    List<Class<?>> leaves = new ArrayList<>();
    for (Class<?> permitted : sealed.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        leaves.addAll(leaves(permitted));
      } else {
        leaves.add(permitted);
      }
    }
    return leaves;
  }

  private void demand(RecordComponent at, boolean given, String annotation) {
    if (demanding && !given) {
      throw bad(at, "needs " + annotation);
    }
  }

  private static Type argument(Type type) {
    return ((ParameterizedType) type).getActualTypeArguments()[0];
  }

  private static IllegalArgumentException bad(RecordComponent component, String what) {
    return bad(component.getDeclaringRecord(), "component " + component.getName() + " " + what);
  }

  private static IllegalArgumentException bad(Class<?> type, String what) {
    return new IllegalArgumentException(type.getName() + ": " + what);
  }

  /** A record around one validated text, such as a run id: a JSON text of its form. */
  record IdCodec<T extends Record>(Class<T> type, Pattern form) implements Codec<T> {

    static Optional<Pattern> form(Class<? extends Record> type) {
      try {
        Field field = type.getField("FORM");
        return field.getType() == Pattern.class
            ? Optional.of((Pattern) field.get(null))
            : Optional.empty();
      } catch (NoSuchFieldException none) {
        return Optional.empty();
      } catch (IllegalAccessException impossible) {
        throw new LinkageError("a public field can be read", impossible);
      }
    }

    @Override
    public com.fasterxml.jackson.databind.node.ObjectNode schema() {
      return new ScalarCodecs.Words(120, form.pattern()).schema();
    }

    @Override
    public Optional<T> read(JsonNode node, String at, Problems problems) {
      return new ScalarCodecs.Words(120, form.pattern())
          .read(node, at, problems)
          .map(text -> make(text));
    }

    private T make(String text) {
      try {
        return type.getConstructor(String.class).newInstance(text);
      } catch (ReflectiveOperationException impossible) {
        throw new LinkageError("an id is made from its text", impossible);
      }
    }

    @Override
    public JsonNode write(T value) {
      return JSON.textNode(value.toString());
    }
  }
}
