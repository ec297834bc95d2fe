package dev.cantilever.numerics.space;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What is wrong, collected so that it can be said at once. */
final class Problems {

  private final List<String> found = new ArrayList<>();

  void add(String problem) {
    found.add(problem);
  }

  void demand(boolean holds, String otherwise) {
    if (!holds) {
      found.add(otherwise);
    }
  }

  /** Demands a text that can stand in a table heading. */
  void demandName(String name, String what) {
    demand(
        !name.isBlank() && name.equals(name.strip()) && name.length() <= Axis.LONGEST_NAME,
        "%s '%s' must have 1 to %d characters and no space at either end"
            .formatted(what, name, Axis.LONGEST_NAME));
  }

  void demandDistinct(List<String> names, String what) {
    Set<String> seen = new HashSet<>();
    for (String name : names) {
      demand(seen.add(name), "%s '%s' stands twice; each name once".formatted(what, name));
    }
  }

  boolean isEmpty() {
    return found.isEmpty();
  }

  List<String> list() {
    return List.copyOf(found);
  }

  /**
   * Ends the collection.
   *
   * @throws InvalidInput where there is any problem
   */
  void refuse() {
    if (!found.isEmpty()) {
      throw new InvalidInput(found);
    }
  }
}
