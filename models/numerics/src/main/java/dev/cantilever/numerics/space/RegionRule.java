package dev.cantilever.numerics.space;

import dev.cantilever.numerics.space.Region.AnyOf;
import dev.cantilever.numerics.space.Region.Between;
import dev.cantilever.numerics.space.Region.Extent;
import dev.cantilever.numerics.space.Region.Side;
import java.util.List;
import java.util.stream.Collectors;

/** A region to avoid, border included. */
record RegionRule(Constraint.Avoid constraint, Layout layout) implements Rule {

  @Override
  public double excess(double[] natural) {
    return switch (constraint.region()) {
      case Region.Box box -> depth(box, natural);
      case Region.Ball ball -> 1 - Math.sqrt(squares(ball, natural));
    };
  }

  @Override
  public boolean allows(double[] natural) {
    return excess(natural) < 0;
  }

  /** The least distance to a side, as a share of the axis's range; below 0 outside. */
  private double depth(Region.Box box, double[] natural) {
    double depth = Double.POSITIVE_INFINITY;
    for (Side side : box.sides()) {
      int place = layout.place(side.name());
      depth = Math.min(depth, depth(side, layout.columns().get(place), natural[place]));
    }
    return depth;
  }

  private static double depth(Side side, Column column, double value) {
    return switch (side) {
      case Between between -> {
        double range = column.range() > 0 ? column.range() : 1;
        yield Math.min(value - between.min(), between.max() - value) / range;
      }
      case AnyOf any -> any.levels().contains(column.levels().get((int) value)) ? 1 : -1;
    };
  }

  private double squares(Region.Ball ball, double[] natural) {
    double squares = 0;
    for (Extent extent : ball.extents()) {
      double radii = (natural[layout.place(extent.name())] - extent.centre()) / extent.radius();
      squares += radii * radii;
    }
    return squares;
  }

  @Override
  public Refusal refusal(double[] natural) {
    List<String> names =
        switch (constraint.region()) {
          case Region.Box box -> box.sides().stream().map(Side::name).toList();
          case Region.Ball ball -> ball.extents().stream().map(Extent::name).toList();
        };
    String here =
        names.stream()
            .map(name -> name + " = " + inWords(layout.place(name), natural))
            .collect(Collectors.joining(", "));
    return new Refusal(
        constraint.inWords(),
        excess(natural),
        "%s lies in a region to avoid: %s; %s"
            .formatted(here, constraint.region().inWords(), constraint.reason()));
  }

  private String inWords(int place, double[] natural) {
    Column column = layout.columns().get(place);
    return column.kind() == Column.Kind.LEVEL
        ? column.levels().get((int) natural[place])
        : Words.rounded(natural[place]);
  }
}
