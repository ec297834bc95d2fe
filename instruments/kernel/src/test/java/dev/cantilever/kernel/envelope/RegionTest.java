package dev.cantilever.kernel.envelope;

import static dev.cantilever.kernel.Examples.region;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import dev.cantilever.vocabulary.command.SurfacePoint;
import java.awt.geom.Line2D;
import java.awt.geom.Rectangle2D;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Ways against the rectangle from (1, 2) to (3, 5). */
class RegionTest {

  private static final Region REGION = region(1, 2, 3, 5);

  private static boolean isClear(double fromX, double fromY, double toX, double toY) {
    return REGION.isClearOf(SurfacePoint.metres(fromX, fromY), SurfacePoint.metres(toX, toY));
  }

  @ParameterizedTest
  @CsvSource({
    "0, 3, 4, 3, false", // across
    "2, 0, 2, 9, false",
    "0, 3, 1, 3, false", // up to the edge
    "0, 3, 0.999, 3, true",
    "4, 3, 3, 3, false",
    "4, 3, 3.001, 3, true",
    "2, 0, 2, 2, false",
    "2, 0, 2, 1.999, true",
    "2, 9, 2, 5, false",
    "2, 9, 2, 5.001, true",
    "0, 2, 9, 2, false", // along an edge
    "0, 5, 9, 5, false",
    "1, 0, 1, 9, false",
    "3, 0, 3, 9, false",
    "0, 1.999, 9, 1.999, true", // beside it
    "0, 5.001, 9, 5.001, true",
    "0.999, 0, 0.999, 9, true",
    "3.001, 0, 3.001, 9, true",
    "0, 3, 2, 1, false", // through the corner alone
    "0, 2.99, 2, 0.99, true",
    "2, 6, 4, 4, false",
    "2, 6.01, 4, 4.01, true",
    "2, 3, 2, 3, false", // standing in it
    "2, 3, 2.5, 3.5, false", // within it
    "1, 2, 1, 2, false", // standing at a corner
    "9, 9, 9, 9, true",
  })
  void isClearOfWhatNeitherMeetsNorTouchesIt(
      double fromX, double fromY, double toX, double toY, boolean clear) {
    assertThat(isClear(fromX, fromY, toX, toY)).isEqualTo(clear);
    assertThat(isClear(toX, toY, fromX, fromY)).isEqualTo(clear);
  }

  @Test
  void isNotClearOfAWayTooLongToReckon() {
    double far = Double.MAX_VALUE;
    assertThat(isClear(-far, 9, far, 8)).isFalse();
    assertThat(isClear(9, -far, 8, far)).isFalse();
    assertThat(isClear(9, 9, Double.NaN, 9)).isFalse();
    assertThat(isClear(9, 9, 9, Double.NaN)).isFalse();
  }

  /** The JDK's own geometry finds the same for ways with ends at quarters, where it is exact. */
  @Test
  void agreesWithTheGeometryOfTheJdk() {
    Rectangle2D rectangle = new Rectangle2D.Double(1, 2, 2, 3);
    Draws.each(
        20_000,
        random -> {
          double[] at = random.ints(4, 0, 32).mapToDouble(quarters -> quarters / 4.0).toArray();
          boolean meets =
              rectangle.contains(at[0], at[1])
                  || Line2D.linesIntersect(at[0], at[1], at[2], at[3], 1, 2, 3, 2)
                  || Line2D.linesIntersect(at[0], at[1], at[2], at[3], 3, 2, 3, 5)
                  || Line2D.linesIntersect(at[0], at[1], at[2], at[3], 3, 5, 1, 5)
                  || Line2D.linesIntersect(at[0], at[1], at[2], at[3], 1, 5, 1, 2);
          assertThat(isClear(at[0], at[1], at[2], at[3])).isEqualTo(!meets);
        });
  }
}
