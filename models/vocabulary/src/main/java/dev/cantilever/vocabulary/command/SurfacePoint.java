package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;

/** A place on the sample surface, in the sample frame: x to the right, y up. */
public record SurfacePoint(
    @Doc("Distance from the left edge of the scan frame.") @Bounds(min = -1, max = 1) Length x,
    @Doc("Distance from the lower edge of the scan frame.") @Bounds(min = -1, max = 1) Length y) {

  public static SurfacePoint metres(double x, double y) {
    return new SurfacePoint(new Length(x), new Length(y));
  }

  /** Straight-line distance in metres; NaN where a coordinate is. */
  public Length distanceTo(SurfacePoint other) {
    double dx = other.x.metres() - x.metres();
    double dy = other.y.metres() - y.metres();
    return new Length(Math.sqrt(dx * dx + dy * dy));
  }
}
