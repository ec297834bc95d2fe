package dev.cantilever.kernel.permit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.kernel.Draws;
import dev.cantilever.kernel.Examples;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.StageCommand;
import dev.cantilever.vocabulary.command.StemCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhereaboutsTest {

  private static final SurfacePoint HERE = SurfacePoint.metres(1, 2);
  private static final SurfacePoint THERE = SurfacePoint.metres(4, 6);

  /** The way is 5 m long along (0.6, 0.8); its tolerance is 0.5 m. */
  @ParameterizedTest
  @CsvSource({
    "1, 2, true",
    "4, 6, true",
    "2.5, 4, true",
    "2.108, 4.294, true", // 0.49 m to the left of the middle
    "2.892, 3.706, true", // and to the right
    "2.092, 4.306, false", // 0.51 m to the left of the middle
    "2.908, 3.694, false",
    "0.706, 1.608, true", // 0.49 m before its beginning
    "0.694, 1.592, false",
    "4.294, 6.392, true", // 0.49 m behind its end
    "4.306, 6.408, false",
    "4, 2, false",
    "NaN, 2, false",
    "1, NaN, false",
    "Infinity, 2, false",
  })
  void allowsWhatLiesWithinItsToleranceOfTheWay(double x, double y, boolean allowed) {
    Whereabouts way = new Whereabouts(HERE, THERE, 0.5);
    assertThat(way.allows(SurfacePoint.metres(x, y))).isEqualTo(allowed);
    assertThat(new Whereabouts(THERE, HERE, 0.5).allows(SurfacePoint.metres(x, y)))
        .isEqualTo(allowed);
  }

  @Test
  void allowsADistanceThatIsItsTolerance() {
    Whereabouts level = new Whereabouts(SurfacePoint.metres(0, 0), SurfacePoint.metres(4, 0), 0.5);
    assertThat(level.allows(SurfacePoint.metres(2, 0.5))).isTrue();
    assertThat(level.allows(SurfacePoint.metres(2, Math.nextUp(0.5)))).isFalse();
    Whereabouts point = new Whereabouts(HERE, HERE, 0);
    assertThat(point.allows(HERE)).isTrue();
    assertThat(point.allows(SurfacePoint.metres(1, Math.nextUp(2.0)))).isFalse();
  }

  /** The least of the distances to 20,001 points of the way, by Pythagoras alone. */
  @Test
  void agreesWithASearchAlongTheWay() {
    Draws.each(
        300,
        random -> {
          double[] at = random.doubles(6, -10, 10).toArray();
          Whereabouts way =
              new Whereabouts(
                  SurfacePoint.metres(at[0], at[1]), SurfacePoint.metres(at[2], at[3]), 3);
          double least = Double.MAX_VALUE;
          for (int i = 0; i <= 20_000; i++) {
            double t = i / 20_000.0;
            double dx = at[0] * (1 - t) + at[2] * t - at[4];
            double dy = at[1] * (1 - t) + at[3] * t - at[5];
            least = Math.min(least, Math.sqrt(dx * dx + dy * dy));
          }
          boolean close = Math.abs(least - 3) < 1e-3;
          assertThat(close || way.allows(SurfacePoint.metres(at[4], at[5])) == least < 3).isTrue();
        });
  }

  @Test
  void isReachedAtItsEndAlone() {
    Whereabouts level = new Whereabouts(SurfacePoint.metres(0, 0), SurfacePoint.metres(4, 0), 0.5);
    assertThat(level.isReached(SurfacePoint.metres(4, 0))).isTrue();
    assertThat(level.isReached(SurfacePoint.metres(4.5, 0))).isTrue();
    assertThat(level.isReached(SurfacePoint.metres(Math.nextUp(4.5), 0))).isFalse();
    assertThat(level.isReached(SurfacePoint.metres(0, 0))).isFalse();
    assertThat(level.isReached(SurfacePoint.metres(Double.NaN, 0))).isFalse();
  }

  @Test
  void isAWayWhereItLeadsSomewhere() {
    assertThat(new Whereabouts(HERE, THERE, 1).isWay()).isTrue();
    assertThat(new Whereabouts(HERE, SurfacePoint.metres(1, 2), 1).isWay()).isFalse();
  }

  @Test
  void knowsWhereEveryMoveLeads() {
    assertThat(Whereabouts.target(Examples.move(4, 6, 1), HERE)).contains(THERE);
    assertThat(Whereabouts.target(new StemCommand.PlaceBeam(THERE), HERE)).contains(THERE);
    assertThat(Whereabouts.target(new StageCommand.MoveTo(THERE, new Speed(1)), HERE))
        .contains(THERE);
    assertThat(
            Whereabouts.target(
                new StageCommand.MoveBy(new Length(3), new Length(4), new Speed(1)), HERE))
        .contains(THERE);
    assertThat(Whereabouts.target(new SpmCommand.ReadMeters(), HERE)).isEmpty();
  }
}
