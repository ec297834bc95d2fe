package dev.cantilever.numerics.space;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/** Something that can be set before a measurement, and between what limits. */
public sealed interface Axis {

  /** Most characters of a name or a level. */
  int LONGEST_NAME = 60;

  /** Largest magnitude of any number: products of a few and their squares stay finite. */
  double LARGEST = 1e60;

  /** Smallest width, factor or radius. */
  double SMALLEST = 1e-60;

  String name();

  /**
   * Any number between two.
   *
   * @param logarithmic scales by the logarithm, so that equal factors are equally far apart
   */
  record Continuous(
      @Doc("Name, unique in the space.") @Text(maxLength = LONGEST_NAME) String name,
      @Doc("Least value.") @Bounds(min = -LARGEST, max = LARGEST) double min,
      @Doc("Greatest value.") @Bounds(min = -LARGEST, max = LARGEST) double max,
      @Doc("Whether equal factors are equally far apart; the least value is then above 0.")
          @Default("false")
          boolean logarithmic,
      @Doc("Unit, for display.") @Text(maxLength = 20) @Default("\"\"") String unit)
      implements Axis {

    public Continuous {
      Problems problems = new Problems();
      problems.demandName(name, "axis");
      problems.demand(
          min < max && max - min >= SMALLEST && -min <= LARGEST && max <= LARGEST,
          "axis %s: min %s must be below max %s, and neither beyond 1e60"
              .formatted(name, min, max));
      problems.demand(
          !logarithmic || min > 0,
          "axis %s: a logarithmic axis needs a min above 0, not %s".formatted(name, min));
      problems.refuse();
    }

    /** A linear axis without unit. */
    public Continuous(String name, double min, double max) {
      this(name, min, max, false, "");
    }
  }

  /** Any whole number from one to another, both included. */
  record Whole(
      @Doc("Name, unique in the space.") @Text(maxLength = LONGEST_NAME) String name,
      @Doc("Least value.") @Bounds(min = -1_000_000_000, max = 1_000_000_000) int min,
      @Doc("Greatest value.") @Bounds(min = -1_000_000_000, max = 1_000_000_000) int max,
      @Doc("Unit, for display.") @Text(maxLength = 20) @Default("\"\"") String unit)
      implements Axis {

    public Whole {
      Problems problems = new Problems();
      problems.demandName(name, "axis");
      problems.demand(min < max, "axis %s: min %d must be below max %d".formatted(name, min, max));
      problems.demand(
          Math.max(Math.abs((double) min), Math.abs((double) max)) <= 1e9,
          "axis %s: whole numbers go from -1e9 to 1e9; use a continuous axis".formatted(name));
      problems.refuse();
    }

    /** An axis without unit. */
    public Whole(String name, int min, int max) {
      this(name, min, max, "");
    }
  }

  /** One of some levels without order. */
  record Category(
      @Doc("Name, unique in the space.") @Text(maxLength = LONGEST_NAME) String name,
      @Doc("All levels.") @Items(min = 2, max = 100) @Text(maxLength = LONGEST_NAME)
          List<String> levels)
      implements Axis {

    public Category {
      levels = List.copyOf(levels);
      Problems problems = new Problems();
      problems.demandName(name, "axis");
      for (String level : levels) {
        problems.demandName(level, "axis " + name + ": level");
      }
      problems.demandDistinct(levels, "axis " + name + ": level");
      problems.demand(
          levels.size() >= 2,
          "axis %s: %d levels leave no choice; name two or more, or drop the axis"
              .formatted(name, levels.size()));
      problems.refuse();
    }

    /** An axis of the levels given. */
    public Category(String name, String... levels) {
      this(name, List.of(levels));
    }
  }

  /** Fractions of components that add up to 1: a composition. */
  record Mixture(
      @Doc("Name, unique in the space.") @Text(maxLength = LONGEST_NAME) String name,
      @Doc("What it is made of.") @Items(min = 2, max = 50) List<Component> components)
      implements Axis {

    public Mixture {
      components = List.copyOf(components);
      Problems problems = new Problems();
      problems.demandName(name, "axis");
      problems.demandDistinct(
          components.stream().map(Component::name).toList(), "mixture " + name + ": component");
      problems.demand(
          components.size() >= 2,
          "mixture %s: needs two or more components, not %d".formatted(name, components.size()));
      double least = components.stream().mapToDouble(Component::min).sum();
      double most = components.stream().mapToDouble(Component::max).sum();
      problems.demand(
          least <= 1 + Blend.LIMIT_TOLERANCE && most >= 1 - Blend.LIMIT_TOLERANCE,
          "mixture %s: fractions between %s and %s in sum cannot add up to 1; widen their limits"
              .formatted(name, Words.rounded(least), Words.rounded(most)));
      problems.refuse();
    }

    /** A mixture of any fractions of the components named. */
    public static Mixture of(String name, String... components) {
      return new Mixture(
          name, List.of(components).stream().map(one -> new Component(one, 0, 1)).toList());
    }
  }

  /** A component of a mixture and the limits of its fraction. */
  record Component(
      @Doc("Name, unique in the space.") @Text(maxLength = LONGEST_NAME) String name,
      @Doc("Least fraction.") @Bounds(min = 0, max = 1) @Default("0") double min,
      @Doc("Greatest fraction.") @Bounds(min = 0, max = 1) @Default("1") double max) {

    public Component {
      Problems problems = new Problems();
      problems.demandName(name, "component");
      problems.demand(
          min >= 0 && min <= max && max <= 1,
          "component %s: fractions go from 0 to 1 and min up to max, not %s to %s"
              .formatted(name, min, max));
      problems.refuse();
    }
  }
}
