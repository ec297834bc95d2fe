package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A record as a JSON object: its components in snake case, unknown ones refused. */
final class RecordCodec<T extends Record> implements Codec<T> {

  private final Class<T> type;
  private final List<Field> fields;
  private final List<String> names;
  private final Constructor<T> constructor;

  /**
   * One component.
   *
   * @param optional whether the component is an {@link Optional}
   * @param fallback what holds where it is left out, or null
   */
  record Field(
      String name,
      String doc,
      RecordComponent component,
      Codec<?> codec,
      boolean optional,
      JsonNode fallback) {

    boolean required() {
      return !optional && fallback == null;
    }
  }

  RecordCodec(Class<T> type, List<Field> fields) {
    this.type = type;
    this.fields = List.copyOf(fields);
    this.names = fields.stream().map(Field::name).toList();
    try {
      Class<?>[] parameters =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      this.constructor = type.getDeclaredConstructor(parameters);
      constructor.setAccessible(true);
    } catch (NoSuchMethodException impossible) {
      throw new LinkageError("every record has its canonical constructor", impossible);
    }
  }

  /** Names of its components in JSON. */
  List<String> names() {
    return names;
  }

  static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  @Override
  public ObjectNode schema() {
    ObjectNode schema = Codec.typed("object").put("additionalProperties", false);
    ObjectNode properties = schema.putObject("properties");
    List<String> required = new ArrayList<>();
    for (Field field : fields) {
      ObjectNode property = field.codec().schema();
      if (!field.doc().isEmpty()) {
        property.put("description", field.doc());
      }
      if (field.fallback() != null) {
        property.set("default", field.fallback());
      }
      properties.set(field.name(), property);
      if (field.required()) {
        required.add(field.name());
      }
    }
    required.forEach(schema.putArray("required")::add);
    return schema;
  }

  @Override
  public Optional<T> read(JsonNode node, String at, Problems problems) {
    return read(node, at, problems, List.of());
  }

  /** As {@link #read}, letting pass the names that somebody else has read. */
  Optional<T> read(JsonNode node, String at, Problems problems, List<String> alsoKnown) {
    if (!node.isObject()) {
      return Codec.wrongType(problems, at, "an object {…}", node);
    }
    refuseUnknown(node, at, problems, alsoKnown);
    Object[] values = new Object[fields.size()];
    boolean whole = true;
    for (int i = 0; i < values.length; i++) {
      values[i] = readField(fields.get(i), node, at, problems);
      whole &= values[i] != null;
    }
    return whole ? construct(values, at, problems) : Optional.empty();
  }

  private void refuseUnknown(JsonNode node, String at, Problems problems, List<String> alsoKnown) {
    for (Iterator<String> given = node.fieldNames(); given.hasNext(); ) {
      String name = given.next();
      if (!names.contains(name) && !alsoKnown.contains(name)) {
        problems.add(
            ProblemCode.ARG_UNKNOWN,
            at + "/" + escape(name),
            "there is no such field; known are " + String.join(", ", names),
            String.join(", ", names),
            name);
      }
    }
  }

  /** The component's value; null with a problem added where there is none. */
  private static Object readField(Field field, JsonNode node, String at, Problems problems) {
    String pointer = at + "/" + field.name();
    JsonNode given = node.get(field.name());
    if (given == null && field.optional()) {
      return Optional.empty();
    }
    if (given == null && field.fallback() == null) {
      problems.add(
          ProblemCode.ARG_MISSING,
          pointer,
          "is missing" + (field.doc().isEmpty() ? "" : ": " + field.doc()),
          field.name(),
          "");
      return null;
    }
    Optional<?> value =
        field.codec().read(given == null ? field.fallback() : given, pointer, problems);
    if (field.optional()) {
      return value.isPresent() ? value : null;
    }
    return value.orElse(null);
  }

  private Optional<T> construct(Object[] values, String at, Problems problems) {
    try {
      return Optional.of(constructor.newInstance(values));
    } catch (InvocationTargetException refused) {
      if (!(refused.getCause() instanceof IllegalArgumentException reason)) {
        throw new IllegalStateException("constructor of " + type.getSimpleName(), refused);
      }
      problems.add(ProblemCode.ARG_CONFLICT, at, String.valueOf(reason.getMessage()), "", "");
      return Optional.empty();
    } catch (InstantiationException | IllegalAccessException impossible) {
      throw new LinkageError("a record can be constructed", impossible);
    }
  }

  @Override
  public JsonNode write(T value) {
    ObjectNode object = JSON.objectNode();
    for (Field field : fields) {
      Object component = component(field, value);
      if (field.optional()) {
        ((Optional<?>) component)
            .ifPresent(present -> object.set(field.name(), writeAny(field.codec(), present)));
      } else {
        object.set(field.name(), writeAny(field.codec(), component));
      }
    }
    return object;
  }

  private static Object component(Field field, Record value) {
    try {
      return field.component().getAccessor().invoke(value);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record component can be read", impossible);
    }
  }

  @SuppressWarnings("unchecked") // the codec was chosen for the component's own type
  private static <V> JsonNode writeAny(Codec<V> codec, Object value) {
    return codec.write((V) value);
  }

  private static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }
}
