package dev.cantilever.numerics.space;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;
import java.util.stream.Collectors;

/** A part of a space, given along some of its axes; along the others it goes all the way. */
public sealed interface Region {

  /** In short, for a person. */
  String inWords();

  /** Where every side holds. */
  record Box(
      @Doc("What has to come together for the region.") @Items(min = 1, max = 50) List<Side> sides)
      implements Region {

    public Box {
      sides = List.copyOf(sides);
      Problems problems = new Problems();
      problems.demand(!sides.isEmpty(), "a box needs at least one side");
      problems.demandDistinct(sides.stream().map(Side::name).toList(), "side");
      problems.refuse();
    }

    @Override
    public String inWords() {
      return sides.stream().map(Side::inWords).collect(Collectors.joining(" and "));
    }
  }

  /** Side of a box. */
  sealed interface Side {

    String name();

    String inWords();
  }

  /** From one number to another, both included. */
  record Between(
      @Doc("Name of a number axis, or of a component of a mixture.")
          @Text(maxLength = Axis.LONGEST_NAME)
          String name,
      @Doc("Least value of the region.") @Bounds(min = -Axis.LARGEST, max = Axis.LARGEST)
          double min,
      @Doc("Greatest value of the region.") @Bounds(min = -Axis.LARGEST, max = Axis.LARGEST)
          double max)
      implements Side {

    public Between {
      if (!(min <= max)) {
        throw new IllegalArgumentException(
            "side %s: min %s must not be above max %s".formatted(name, min, max));
      }
    }

    @Override
    public String inWords() {
      return "%s from %s to %s".formatted(name, Words.exact(min), Words.exact(max));
    }
  }

  /** Any of some levels. */
  record AnyOf(
      @Doc("Name of a category.") @Text(maxLength = Axis.LONGEST_NAME) String name,
      @Doc("Levels of the region.") @Items(min = 1, max = 100) @Text(maxLength = Axis.LONGEST_NAME)
          List<String> levels)
      implements Side {

    public AnyOf {
      levels = List.copyOf(levels);
    }

    @Override
    public String inWords() {
      return name + " any of " + String.join(", ", levels);
    }
  }

  /** Where {@code Σ ((value − centre)/radius)² ≤ 1}: an ellipsoid where the radii differ. */
  record Ball(
      @Doc("Centre and radius along each axis that counts.") @Items(min = 1, max = 50)
          List<Extent> extents)
      implements Region {

    public Ball {
      extents = List.copyOf(extents);
      Problems problems = new Problems();
      problems.demand(!extents.isEmpty(), "a ball needs an extent along at least one axis");
      problems.demandDistinct(extents.stream().map(Extent::name).toList(), "extent");
      problems.refuse();
    }

    @Override
    public String inWords() {
      return extents.stream().map(Extent::inWords).collect(Collectors.joining(", "));
    }
  }

  /** How far a ball reaches along an axis, in the axis's own unit. */
  record Extent(
      @Doc("Name of a number axis, or of a component of a mixture.")
          @Text(maxLength = Axis.LONGEST_NAME)
          String name,
      @Doc("Centre along this axis.") @Bounds(min = -Axis.LARGEST, max = Axis.LARGEST)
          double centre,
      @Doc("Radius along this axis, above 0.") @Bounds(min = Axis.SMALLEST, max = Axis.LARGEST)
          double radius) {

    public Extent {
      if (!(radius >= Axis.SMALLEST
          && radius <= Axis.LARGEST
          && Math.abs(centre) <= Axis.LARGEST)) {
        throw new IllegalArgumentException(
            "extent %s: needs a centre and a radius above 0, neither beyond 1e60, not %s and %s"
                .formatted(name, centre, radius));
      }
    }

    private String inWords() {
      return "%s within %s of %s".formatted(name, Words.exact(radius), Words.exact(centre));
    }
  }
}
