package dev.cantilever.tools.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.cantilever.vocabulary.command.SurfacePoint;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class OutlineTest {

  /** A triangle with places inside and on its edges: corners (0,0), (10,0), (0,10) mm. */
  private static final Outline TRIANGLE =
      Outline.around(
          new double[] {2e-3, 0, 10e-3, 0, 5e-3, 0, 1e-3, 10e-3},
          new double[] {2e-3, 0, 0, 10e-3, 5e-3, 4e-3, 3e-3, 0});

  @Test
  void hasTheCornersAndNothingElse() {
    assertThat(TRIANGLE.corners())
        .containsExactly(
            SurfacePoint.metres(0, 0),
            SurfacePoint.metres(10e-3, 0),
            SurfacePoint.metres(0, 10e-3));
  }

  @Test
  void holdsWhatTheInequalitiesOfTheTriangleHold() {
    SplittableRandom random = new SplittableRandom(7);
    int inside = 0;
    for (int i = 0; i < 10_000; i++) {
      double x = random.nextDouble(-2e-3, 12e-3);
      double y = random.nextDouble(-2e-3, 12e-3);
      boolean isInside = x >= 0 && y >= 0 && x + y <= 10e-3;
      assertThat(TRIANGLE.holds(SurfacePoint.metres(x, y))).isEqualTo(isInside);
      inside += isInside ? 1 : 0;
    }
    assertThat(inside).isBetween(2_000, 3_000);
  }

  @Test
  void itsCornersAndEdgesBelongToIt() {
    TRIANGLE.corners().forEach(corner -> assertThat(TRIANGLE.holds(corner)).isTrue());
    assertThat(TRIANGLE.holds(SurfacePoint.metres(5e-3, 5e-3))).isTrue();
    assertThat(TRIANGLE.holds(SurfacePoint.metres(Double.NaN, 0))).isFalse();
  }

  @Test
  void placesOnOneLineHaveNone() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Outline.around(
                    new double[] {0, 1e-3, 2e-3, 3e-3}, new double[] {0, 2e-3, 4e-3, 6e-3}))
        .withMessageContaining("on one line");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Outline.around(new double[4], new double[4]))
        .withMessageContaining("on one line");
  }
}
