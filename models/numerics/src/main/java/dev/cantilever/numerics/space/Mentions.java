package dev.cantilever.numerics.space;

import java.util.List;

/** Whether what constraints speak of exists and is of the right kind. */
final class Mentions {

  private Mentions() {}

  static void check(Constraint constraint, Layout layout, Problems problems) {
    switch (constraint) {
      case Constraint.Linear linear ->
          linear.terms().forEach(term -> number(term.name(), constraint, layout, problems));
      case Constraint.Avoid avoid -> {
        switch (avoid.region()) {
          case Region.Box box ->
              box.sides().forEach(side -> side(side, constraint, layout, problems));
          case Region.Ball ball ->
              ball.extents().forEach(one -> number(one.name(), constraint, layout, problems));
        }
      }
      case Constraint.Callable callable -> problems.demandName(callable.name(), "constraint");
    }
  }

  private static void side(
      Region.Side side, Constraint constraint, Layout layout, Problems problems) {
    switch (side) {
      case Region.Between between -> number(between.name(), constraint, layout, problems);
      case Region.AnyOf any -> {
        if (exists(any.name(), constraint, layout, problems)) {
          Column column = layout.columns().get(layout.place(any.name()));
          levels(any, column, constraint, problems);
        }
      }
    }
  }

  private static void levels(
      Region.AnyOf any, Column column, Constraint constraint, Problems problems) {
    if (column.kind() != Column.Kind.LEVEL) {
      problems.add(
          "constraint '%s': %s is a number; give it a range, not levels"
              .formatted(constraint.inWords(), any.name()));
      return;
    }
    for (String level : any.levels()) {
      problems.demand(
          column.levels().contains(level),
          "constraint '%s': %s has no level '%s'; known are %s"
              .formatted(
                  constraint.inWords(), any.name(), level, String.join(", ", column.levels())));
    }
  }

  private static void number(String name, Constraint constraint, Layout layout, Problems problems) {
    if (exists(name, constraint, layout, problems)) {
      Column column = layout.columns().get(layout.place(name));
      problems.demand(
          column.kind() != Column.Kind.LEVEL,
          "constraint '%s': %s is a category and has no value; name its levels in a box to avoid"
              .formatted(constraint.inWords(), name));
    }
  }

  private static boolean exists(
      String name, Constraint constraint, Layout layout, Problems problems) {
    boolean exists = layout.place(name) >= 0;
    List<String> known = layout.columns().stream().map(Column::name).toList();
    problems.demand(
        exists,
        "constraint '%s': there is no axis '%s'; known are %s"
            .formatted(constraint.inWords(), name, String.join(", ", known)));
    return exists;
  }
}
