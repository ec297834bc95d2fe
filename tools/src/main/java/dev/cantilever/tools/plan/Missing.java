package dev.cantilever.tools.plan;

/** Words for a name that stands for nothing. */
final class Missing {

  private Missing() {}

  static String words(Reference reference, Scope scope) {
    if (scope.has(reference.name())) {
      return "%s has nothing called %s"
          .formatted(reference.name(), String.join(".", reference.path()));
    }
    return scope.names().isEmpty()
        ? "no step before this one has a name; give one a name by as"
        : "there is no value called %s here; known are %s"
            .formatted(reference.name(), String.join(", ", scope.names()));
  }
}
