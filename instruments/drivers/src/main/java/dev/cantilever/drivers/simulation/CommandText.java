package dev.cantilever.drivers.simulation;

import dev.cantilever.drivers.ledger.LineForm;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.schema.Default;
import java.lang.reflect.RecordComponent;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * A command as fields of a ledger line: the simple name of its record, then its numbers in SI units
 * and its words, in the order in which the record declares them. A choice at the end of a line that
 * an older version wrote may be missing; then its default holds.
 */
public final class CommandText implements LineForm<Command> {

  private static final Map<String, Class<?>> BY_NAME = new TreeMap<>();

  static {
    collect(Command.class);
  }

  private static void collect(Class<?> type) {
    if (type.isSealed()) {
      Arrays.stream(type.getPermittedSubclasses()).forEach(CommandText::collect);
    } else {
      BY_NAME.put(type.getSimpleName(), type);
    }
  }

  @Override
  public List<String> write(Command command) {
    List<String> fields = new ArrayList<>();
    fields.add(command.getClass().getSimpleName());
    writeRecord(command, fields);
    return fields;
  }

  private static void writeRecord(Object record, List<String> fields) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      writeValue(value(component, record), fields);
    }
  }

  private static void writeValue(Object value, List<String> fields) {
    switch (value) {
      case Quantity quantity -> fields.add(Double.toString(quantity.canonical()));
      case Enum<?> word -> fields.add(word.name());
      case Record nested -> writeRecord(nested, fields);
      case List<?> many -> {
        fields.add(Integer.toString(many.size()));
        many.forEach(one -> writeValue(one, fields));
      }
      default -> fields.add(value.toString().replace('\t', ' ').replace('\n', ' '));
    }
  }

  @Override
  public Command read(List<String> fields) {
    Deque<String> rest = new ArrayDeque<>(fields);
    Class<?> type = BY_NAME.get(rest.pop());
    if (type == null) {
      throw new IllegalArgumentException("no command is called \"" + fields.getFirst() + "\"");
    }
    Command command = (Command) readRecord(type, rest);
    if (!rest.isEmpty()) {
      throw new IllegalArgumentException("a command with fields too many: " + fields);
    }
    return command;
  }

  private static Object readRecord(Class<?> type, Deque<String> rest) {
    RecordComponent[] components = type.getRecordComponents();
    Object[] values = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < values.length; i++) {
      types[i] = components[i].getType();
      values[i] = readValue(components[i], rest);
    }
    try {
      return type.getDeclaredConstructor(types).newInstance(values);
    } catch (ReflectiveOperationException refused) {
      throw new IllegalArgumentException("a command that its record refuses", refused);
    }
  }

  private static Object readValue(RecordComponent component, Deque<String> rest) {
    Class<?> type = component.getType();
    if (rest.isEmpty()) {
      rest.add(otherwise(component));
    }
    if (type == List.class) {
      Class<?> element =
          (Class<?>)
              ((java.lang.reflect.ParameterizedType) component.getGenericType())
                  .getActualTypeArguments()[0];
      int count = Integer.parseInt(rest.pop());
      List<Object> many = new ArrayList<>();
      for (int i = 0; i < count; i++) {
        many.add(readRecord(element, rest));
      }
      return many;
    }
    if (Quantity.class.isAssignableFrom(type)) {
      double canonical = Double.parseDouble(rest.pop());
      return Arrays.stream(QuantityKind.values())
          .map(kind -> kind.of(canonical))
          .filter(type::isInstance)
          .findFirst()
          .orElseThrow();
    }
    if (type.isEnum()) {
      String name = rest.pop();
      return Arrays.stream(type.getEnumConstants())
          .filter(word -> ((Enum<?>) word).name().equals(name))
          .findFirst()
          .orElseThrow(() -> new IllegalArgumentException("unknown word " + name));
    }
    if (type.isRecord()) {
      return readRecord(type, rest);
    }
    return plain(type, rest.pop());
  }

  /** The default of a choice that older versions did not have and so did not write down. */
  private static String otherwise(RecordComponent component) {
    Default fallback = component.getAnnotation(Default.class);
    if (fallback == null || !component.getType().isEnum()) {
      throw new IllegalArgumentException("a command without its " + component.getName());
    }
    return fallback.value().replace("\"", "").toUpperCase(Locale.ROOT);
  }

  private static Object plain(Class<?> type, String text) {
    if (type == int.class) {
      return Integer.parseInt(text);
    }
    if (type == double.class) {
      return Double.parseDouble(text);
    }
    if (type == boolean.class) {
      return Boolean.parseBoolean(text);
    }
    return text;
  }

  private static Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record's accessor can be called", impossible);
    }
  }
}
