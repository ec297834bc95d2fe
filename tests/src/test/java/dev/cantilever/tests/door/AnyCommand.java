package dev.cantilever.tests.door;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.QuantityKind;
import dev.cantilever.vocabulary.schema.Bounds;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/** Commands of every verb with any numbers: usual ones, ends, huge ones and none at all. */
final class AnyCommand {

  private static final double[] ODD = {
    Double.NaN,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    -0.0,
    Double.MIN_VALUE,
    -Double.MAX_VALUE,
    Double.MAX_VALUE,
    1e-300
  };

  private final SplittableRandom random;
  private final List<String> parameters;
  private final Map<Class<?>, Form> forms = new HashMap<>();

  AnyCommand(SplittableRandom random, List<String> parameters) {
    this.random = random;
    this.parameters = parameters;
  }

  Command next() {
    Verb[] verbs = Verb.values();
    return (Command) record(verbs[random.nextInt(verbs.length)].command());
  }

  SurfacePoint place() {
    return SurfacePoint.metres(number(1e-5), number(1e-5));
  }

  private Object record(Class<?> type) {
    if (type == SurfacePoint.class) {
      return place();
    }
    if (type == Setting.class) {
      String name =
          parameters.isEmpty() ? "none" : parameters.get(random.nextInt(parameters.size()));
      return new Setting(name, number(10));
    }
    Form form = forms.computeIfAbsent(type, Form::of);
    Object[] values = new Object[form.parts().size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = value(form.parts().get(i));
    }
    try {
      return form.constructor().newInstance(values);
    } catch (ReflectiveOperationException impossible) {
      throw new LinkageError("a command is made from its components", impossible);
    }
  }

  private Object value(Part part) {
    Class<?> type = part.type();
    if (part.quantity().isPresent()) {
      return part.quantity().get().of(number(part.most()));
    }
    if (type == int.class) {
      return random.nextInt(8) == 0 ? random.nextInt() : random.nextInt(-2, 300);
    }
    if (type == double.class) {
      return number(part.most());
    }
    if (type == boolean.class) {
      return random.nextBoolean();
    }
    if (type.isEnum()) {
      return type.getEnumConstants()[random.nextInt(type.getEnumConstants().length)];
    }
    if (type == List.class) {
      List<Setting> settings = new ArrayList<>();
      for (int i = random.nextInt(4); i > 0; i--) {
        settings.add((Setting) record(Setting.class));
      }
      return settings;
    }
    return type == String.class ? "first" : record(type);
  }

  /**
   * How a record is made; looked up once, since asking a class for it takes longer than a check.
   */
  private record Form(Constructor<?> constructor, List<Part> parts) {

    static Form of(Class<?> type) {
      RecordComponent[] components = type.getRecordComponents();
      try {
        return new Form(
            type.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new)),
            Arrays.stream(components).map(Part::of).toList());
      } catch (NoSuchMethodException impossible) {
        throw new LinkageError("a record has its constructor", impossible);
      }
    }
  }

  /**
   * One component of it.
   *
   * @param quantity its kind, where it is one
   * @param most the greatest size that is legal
   */
  private record Part(Class<?> type, Optional<QuantityKind> quantity, double most) {

    static Part of(RecordComponent component) {
      Bounds bounds = component.getAnnotation(Bounds.class);
      return new Part(
          component.getType(),
          Arrays.stream(QuantityKind.values())
              .filter(kind -> kind.of(0).getClass() == component.getType())
              .findFirst(),
          bounds == null ? 10 : Math.max(Math.abs(bounds.min()), bounds.max()));
    }
  }

  /** Mostly of usual size, over many decades, of either sign. */
  private double number(double most) {
    return switch (random.nextInt(16)) {
      case 0 -> ODD[random.nextInt(ODD.length)];
      case 1 -> most;
      case 2 -> 0;
      case 3, 4, 5 -> most * random.nextDouble(-1.1, 1.1);
      default ->
          most * Math.pow(10, random.nextDouble(-6, 0.2)) * (random.nextInt(4) == 0 ? -1 : 1);
    };
  }
}
