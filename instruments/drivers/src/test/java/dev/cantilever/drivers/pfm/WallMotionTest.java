package dev.cantilever.drivers.pfm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.offset;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The level set against the closed form of creep, and against pins. */
class WallMotionTest {

  private static final double E0 = 7e7;
  private static final WallCreep TENSE = WallCreep.defaults();
  private static final WallCreep SLACK = TENSE.withoutTension();

  /** From a disc of 10 nm; the closed form starts there too. */
  @ParameterizedTest
  @CsvSource({
    "5, 1e-4, 3",
    "5, 1e-3, 3",
    "5, 1e-2, 3",
    "5, 0.1, 3",
    "5, 1, 3",
    "-8, 1e-3, 3",
    "8, 0.1, 3",
    "5, 1e-3, 2",
    "3, 1e-2, 2",
    "10, 1e-3, 4"
  })
  void growsADiscByTheClosedFormWithinTwoPercent(double volts, double seconds, double cellNm) {
    for (WallCreep creep : new WallCreep[] {SLACK, TENSE}) {
      double exact = creep.radius(volts, seconds, 10e-9, E0);
      double found = grownRadius(creep, volts, seconds, cellNm * 1e-9);
      assertThat(found).isCloseTo(exact, within(0.02 * exact));
    }
  }

  private static double grownRadius(WallCreep creep, double volts, double seconds, double cell) {
    PlaneGrid grid = new PlaneGrid((int) (700e-9 / cell), cell);
    double[] distance = new double[grid.count()];
    // Off the middle of a cell, as a tip is in general.
    BiasedTip tip = new BiasedTip(0.3 * cell, -0.2 * cell, volts);
    for (int i = 0; i < distance.length; i++) {
      double x = grid.metres(i % grid.cells());
      double y = grid.metres(i / grid.cells());
      distance[i] = Math.signum(volts) * (10e-9 - tip.distance(x, y));
    }
    new WallMotion(grid, creep, uniform(grid)).advance(distance, tip, seconds);
    double area =
        Arrays.stream(distance)
            .map(d -> Math.min(1, Math.max(0, 0.5 + Math.signum(volts) * d / cell)))
            .sum();
    return Math.sqrt(area / Math.PI) * cell;
  }

  /** A straight wall beside the tip, 1 V twenty times for a second; the pin lies 20 nm off. */
  @Test
  void neverCrossesATenfoldLinePinAtOneVolt() {
    Pin.Line pin = new Pin.Line(25e-9, 0, Math.PI / 2, 10e-9, 10);
    assertThat(furthestRight(pin, 20)).isBetween(17e-9, 24e-9);
  }

  /** The same without the pin: so it is the pin that holds the wall. */
  @Test
  void passesThePlaceWithoutThePin() {
    Pin.Line none = new Pin.Line(25e-9, 0, Math.PI / 2, 10e-9, 1);
    assertThat(furthestRight(none, 1)).isGreaterThan(32e-9);
  }

  private static double furthestRight(Pin pin, int pulses) {
    PlaneGrid grid = new PlaneGrid(80, 2e-9);
    double[] activation = uniform(grid);
    double[] distance = new double[grid.count()];
    for (int i = 0; i < distance.length; i++) {
      double x = grid.metres(i % grid.cells());
      double y = grid.metres(i / grid.cells());
      activation[i] *= pin.covers(x, y) ? pin.factor() : 1;
      distance[i] = -10e-9 - x;
    }
    WallMotion motion = new WallMotion(grid, TENSE, activation);
    for (int i = 0; i < pulses; i++) {
      motion.advance(distance, new BiasedTip(0, 0, 1), 1);
    }
    double furthest = Double.NEGATIVE_INFINITY;
    for (int i = 0; i < distance.length; i++) {
      if (distance[i] > 0) {
        furthest = Math.max(furthest, grid.metres(i % grid.cells()));
      }
    }
    return furthest;
  }

  @Test
  void leavesWallsAloneThatAreFarFromTheTip() {
    PlaneGrid grid = new PlaneGrid(200, 3e-9);
    double[] distance = new double[grid.count()];
    for (int i = 0; i < distance.length; i++) {
      distance[i] = grid.metres(i % grid.cells()) - 200e-9;
    }
    double[] before = distance.clone();
    new WallMotion(grid, TENSE, uniform(grid)).advance(distance, new BiasedTip(-1e-7, 0, 2), 1);
    assertThat(distance).containsExactly(before, offset(1e-12));
  }

  @Test
  void doesNothingWithoutBias() {
    PlaneGrid grid = new PlaneGrid(40, 3e-9);
    double[] distance = new double[grid.count()];
    Arrays.fill(distance, 1e-9);
    double[] before = distance.clone();
    new WallMotion(grid, TENSE, uniform(grid)).advance(distance, new BiasedTip(0, 0, 0), 100);
    assertThat(distance).isEqualTo(before);
  }

  private static double[] uniform(PlaneGrid grid) {
    double[] activation = new double[grid.count()];
    Arrays.fill(activation, E0);
    return activation;
  }
}
