package dev.cantilever.numerics.space;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.space.Constraint.Avoid;
import dev.cantilever.numerics.space.Constraint.Callable;
import dev.cantilever.numerics.space.Constraint.Linear;
import dev.cantilever.numerics.space.Constraint.Relation;
import dev.cantilever.numerics.space.Constraint.Term;
import dev.cantilever.numerics.space.Region.Ball;
import dev.cantilever.numerics.space.Region.Extent;
import java.util.ArrayList;
import java.util.List;

/** Spaces of random axes, with constraints that leave at least one random condition. */
final class RandomSpaces {

  private RandomSpaces() {}

  static SearchSpace unconstrained(RandomStream random) {
    List<Axis> axes = new ArrayList<>();
    int count = 1 + random.nextInt(4);
    for (int a = 0; a < count; a++) {
      axes.add(axis("a" + a, random));
    }
    return new SearchSpace(axes, List.of());
  }

  private static Axis axis(String name, RandomStream random) {
    double min = StrictMath.pow(10, 4 * random.nextDouble() - 2);
    return switch (random.nextInt(5)) {
      case 0 -> new Axis.Continuous(name, -min, 2 * min);
      case 1 -> new Axis.Continuous(name, min, min * (2 + 1000 * random.nextDouble()), true, "");
      case 2 -> new Axis.Whole(name, -random.nextInt(4), 1 + random.nextInt(30));
      case 3 ->
          new Axis.Category(name, List.of("p", "q", "r", "s").subList(0, 2 + random.nextInt(3)));
      default -> mixture(name, random);
    };
  }

  private static Axis mixture(String name, RandomStream random) {
    List<Axis.Component> components = new ArrayList<>();
    int count = 2 + random.nextInt(4);
    for (int c = 0; c < count; c++) {
      components.add(
          new Axis.Component(
              name + "c" + c, random.nextDouble() / count, 1 - 0.5 * random.nextDouble()));
    }
    return new Axis.Mixture(name, components);
  }

  /** The same axes under one to four constraints; about half of the spaces are narrow. */
  static SearchSpace constrained(RandomStream random) {
    SearchSpace free = unconstrained(random);
    Condition kept = new SpaceDraws(free).draw(1, random).getFirst();
    List<Column> numbers =
        free.layout().columns().stream().filter(c -> c.kind() != Column.Kind.LEVEL).toList();
    if (numbers.isEmpty()) {
      return free;
    }
    List<Constraint> constraints = new ArrayList<>();
    constraints.add(linear(numbers, kept, Relation.AT_MOST, 0.02, random));
    if (random.nextInt(2) == 0) {
      constraints.add(linear(numbers, kept, Relation.AT_LEAST, 0.05, random));
    }
    if (random.nextInt(2) == 0) {
      constraints.add(linear(numbers, kept, Relation.EQUAL, 0, random));
    }
    constraints.add(ball(numbers, kept, random));
    constraints.add(new Callable("anything goes", condition -> -1));
    return new SearchSpace(free.axes(), constraints);
  }

  private static Linear linear(
      List<Column> numbers, Condition kept, Relation relation, double slack, RandomStream random) {
    List<Term> terms = new ArrayList<>();
    double sum = 0;
    for (Column column : numbers) {
      double weight = Math.rint(8 * random.nextDouble() - 4);
      if (weight != 0) {
        double coefficient = column.kind() == Column.Kind.WHOLE ? weight : weight / column.range();
        terms.add(new Term(column.name(), coefficient));
        sum += coefficient * kept.number(column.name());
      }
    }
    if (terms.isEmpty()) {
      terms.add(new Term(numbers.getFirst().name(), 1));
      sum = kept.number(numbers.getFirst().name());
    }
    double bound = relation == Relation.AT_LEAST ? sum - slack : sum + slack;
    return new Linear(terms, relation, bound);
  }

  private static Avoid ball(List<Column> numbers, Condition kept, RandomStream random) {
    Column column = numbers.get(random.nextInt(numbers.size()));
    double at = kept.number(column.name());
    double radius = Math.max(column.range(), 1e-3) / 10;
    return new Avoid(
        new Ball(List.of(new Extent(column.name(), at + 1.5 * radius, radius))), "beam damage");
  }
}
