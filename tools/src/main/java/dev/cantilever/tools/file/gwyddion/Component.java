package dev.cantilever.tools.file.gwyddion;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A value in a Gwyddion file. Arrays of doubles stay in the file until they are wanted. */
sealed interface Component {

  record Scalar(double value) implements Component {}

  record Text(String value) implements Component {}

  /** {@code count} float64 from {@code offset} on. */
  record Doubles(long offset, long count) implements Component {}

  record Many(List<Instance> objects) implements Component {}

  /** Of no use here: characters, integers and texts in arrays. */
  record Passed() implements Component {}

  /** An object: its type and its components by name, in the order of the file. */
  record Instance(String type, Map<String, Component> components) implements Component {

    Optional<Instance> object(String name) {
      return components.get(name) instanceof Instance found ? Optional.of(found) : Optional.empty();
    }

    List<Instance> objects(String name) {
      return components.get(name) instanceof Many found ? found.objects() : List.of();
    }

    Optional<Doubles> doubles(String name) {
      return components.get(name) instanceof Doubles found ? Optional.of(found) : Optional.empty();
    }

    double number(String name, double otherwise) {
      return components.get(name) instanceof Scalar found ? found.value() : otherwise;
    }

    String text(String name, String otherwise) {
      return components.get(name) instanceof Text found ? found.value() : otherwise;
    }

    /** Symbol of a unit, which is an object of its own. */
    String unit(String name) {
      return object(name).map(unit -> unit.text("unitstr", "")).orElse("");
    }
  }
}
