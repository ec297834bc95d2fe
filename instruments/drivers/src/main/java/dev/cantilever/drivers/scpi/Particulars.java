package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.quantity.Quantity;
import java.lang.reflect.RecordComponent;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The parts of a command under the names that its record gives them, those of nested records after
 * a dot: {@code target.x}. Quantities are numbers in SI units, truth values are 1 and 0.
 */
final class Particulars {

  private Particulars() {}

  /** The names that every command of a class has. */
  static Set<String> names(Class<?> type) {
    Set<String> names = new TreeSet<>();
    collect("", type, names);
    return names;
  }

  private static void collect(String prefix, Class<?> type, Set<String> names) {
    for (RecordComponent component : type.getRecordComponents()) {
      String name = prefix + component.getName();
      Class<?> part = component.getType();
      if (part.isRecord() && !Quantity.class.isAssignableFrom(part)) {
        collect(name + ".", part, names);
      } else {
        names.add(name);
      }
    }
  }

  /** Numbers as {@code Double}, all else as text. */
  static Map<String, Object> of(Command command) {
    Map<String, Object> parts = new LinkedHashMap<>();
    collect("", command, parts);
    return parts;
  }

  private static void collect(String prefix, Object record, Map<String, Object> parts) {
    for (RecordComponent component : record.getClass().getRecordComponents()) {
      String name = prefix + component.getName();
      switch (value(component, record)) {
        case Quantity quantity -> parts.put(name, quantity.canonical());
        case Number number -> parts.put(name, number.doubleValue());
        case Boolean truth -> parts.put(name, truth ? 1.0 : 0.0);
        case Record nested -> collect(name + ".", nested, parts);
        case Object word -> parts.put(name, word.toString());
      }
    }
  }

  private static Object value(RecordComponent component, Object record) {
    try {
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record's accessor can be called", impossible);
    }
  }
}
