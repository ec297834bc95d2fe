package dev.cantilever.vocabulary.wire;

import dev.cantilever.vocabulary.quantity.Quantity;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** How types of the vocabulary are named in JSON. */
final class Forms {

  private static final Map<Class<?>, Map<String, Class<?>>> KINDS = new ConcurrentHashMap<>();

  private Forms() {}

  static String snake(String camel) {
    return camel.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** Whether a record is one text under a name, as ids are. */
  static boolean isName(Class<?> type) {
    RecordComponent[] components = type.getRecordComponents();
    return components.length == 1
        && components[0].getName().equals("value")
        && components[0].getType() == String.class;
  }

  /** Whether a record is one of several, so that it must say which. */
  static boolean isChoice(Class<?> type) {
    return Arrays.stream(type.getInterfaces()).anyMatch(Class::isSealed);
  }

  static String kind(Class<?> type) {
    return snake(type.getSimpleName());
  }

  /** The records of a sealed interface, by kind. */
  static Map<String, Class<?>> kinds(Class<?> sealed) {
    return KINDS.computeIfAbsent(
        sealed,
        type -> {
          Map<String, Class<?>> kinds = new TreeMap<>();
          collect(type, kinds);
          return kinds;
        });
  }

  private static void collect(Class<?> type, Map<String, Class<?>> kinds) {
    for (Class<?> permitted : type.getPermittedSubclasses()) {
      if (permitted.isSealed()) {
        collect(permitted, kinds);
      } else if (kinds.put(kind(permitted), permitted) != null) {
        throw new LinkageError("two kinds are called " + kind(permitted));
      }
    }
  }

  static boolean isQuantity(Class<?> type) {
    return Quantity.class.isAssignableFrom(type);
  }

  static Object value(RecordComponent component, Object record) {
    try {
      component.getAccessor().setAccessible(true);
      return component.getAccessor().invoke(record);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record's accessor can be called", impossible);
    }
  }

  /**
   * A record of these components.
   *
   * @throws WireFailure where its constructor refuses them
   */
  static Object make(Class<?> type, Object[] values) {
    try {
      Class<?>[] types =
          Arrays.stream(type.getRecordComponents())
              .map(RecordComponent::getType)
              .toArray(Class<?>[]::new);
      var constructor = type.getDeclaredConstructor(types);
      constructor.setAccessible(true);
      return constructor.newInstance(values);
    } catch (InvocationTargetException refused) {
      throw new WireFailure(String.valueOf(refused.getCause().getMessage()), refused.getCause());
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a record's constructor can be called", impossible);
    }
  }
}
