package dev.cantilever.tools.plan;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The names that a step may refer to, and what is known of them before anything runs. */
final class Scope {

  /** What a name stands for. */
  sealed interface Binding {

    /** A value that the plan itself states. */
    record Known(JsonNode value) implements Binding {}

    /** A result that is not there yet. */
    record Typed(Shape shape) implements Binding {}
  }

  private final Map<String, Binding> names = new LinkedHashMap<>();

  /** One that has these names and takes more without handing them back. */
  Scope inner() {
    Scope inner = new Scope();
    inner.names.putAll(names);
    return inner;
  }

  boolean has(String name) {
    return names.containsKey(name);
  }

  void bind(String name, Binding binding) {
    names.put(name, binding);
  }

  List<String> names() {
    return List.copyOf(names.keySet());
  }

  /** What a reference stands for; empty where there is no such name or no such field. */
  Optional<Binding> find(Reference reference) {
    return switch (names.get(reference.name())) {
      case null -> Optional.empty();
      case Binding.Known known -> reference.in(known.value()).map(Binding.Known::new);
      case Binding.Typed typed -> {
        Optional<Shape> shape = Optional.of(typed.shape());
        for (String segment : reference.path()) {
          shape = shape.flatMap(outer -> outer.at(segment));
        }
        yield shape.map(Binding.Typed::new);
      }
    };
  }
}
