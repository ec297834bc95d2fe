package dev.cantilever.tools.library;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.cantilever.kernel.envelope.Budget;
import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.envelope.Region;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Impulse;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A wafer of 76 mm under three sources at the corners of a triangle, whose fluxes fall as 1/r². */
class CompositionMapTest {

  private static final double RADIUS = 38e-3;
  private static final double[][] SOURCES = {{0, 80e-3}, {-70e-3, -40e-3}, {70e-3, -40e-3}};
  private static final SurfacePoint MIDDLE = SurfacePoint.metres(0, 0);

  /** What the sources lay down, 30 mm above the wafer. */
  private static double[] laid(double x, double y) {
    double[] flux = new double[3];
    double sum = 0;
    for (int s = 0; s < 3; s++) {
      double dx = x - SOURCES[s][0];
      double dy = y - SOURCES[s][1];
      flux[s] = 1 / (dx * dx + dy * dy + 9e-4);
      sum += flux[s];
    }
    return new double[] {flux[0] / sum, flux[1] / sum, flux[2] / sum};
  }

  /** Measured on rings, each fraction to an error. */
  private static CompositionTable measured(double error, boolean stated) {
    SplittableRandom random = new SplittableRandom(3);
    List<double[]> rows = new ArrayList<>();
    for (int ring = 0; ring < 5; ring++) {
      for (int k = 0; k < Math.max(1, 6 * ring); k++) {
        double angle = 2 * Math.PI * k / Math.max(1, 6 * ring);
        double x = RADIUS * ring / 4 * StrictMath.cos(angle);
        double y = RADIUS * ring / 4 * StrictMath.sin(angle);
        double[] laid = laid(x, y);
        double a = laid[0] + error * random.nextGaussian();
        double b = laid[1] + error * random.nextGaussian();
        rows.add(new double[] {x, y, a, b, 1 - a - b});
      }
    }
    List<Series> columns = new ArrayList<>();
    for (int c = 0; c < 5; c++) {
      int column = c;
      columns.add(Series.of(rows.stream().mapToDouble(row -> row[column]).toArray()));
    }
    double[] errors = new double[rows.size()];
    Arrays.fill(errors, error);
    return new CompositionTable(
        List.of("Fe", "Ga", "Pd"),
        columns.get(0),
        columns.get(1),
        columns.subList(2, 5),
        stated ? Optional.of(Series.of(errors)) : Optional.empty());
  }

  private static Envelope envelope(double halfWidth, Region... forbidden) {
    Length half = new Length(halfWidth);
    Length minus = new Length(-halfWidth);
    return new Envelope(
        "wafer v1",
        List.of(new Limit(Channel.STAGE_X, minus, half), new Limit(Channel.STAGE_Y, minus, half)),
        0,
        List.of(forbidden),
        new Budget(new TimeSpan(1), new Length(1), 0, new TimeSpan(0), new Impulse(0)),
        List.of(),
        0);
  }

  private static PlaceSearch search(CompositionMap map, Envelope envelope, double... wanted) {
    Map<Integer, Double> fractions = new TreeMap<>();
    for (int e = 0; e < wanted.length; e++) {
      fractions.put(e, wanted[e]);
    }
    return new PlaceSearch(map, new Ground(map.outline(), envelope), fractions);
  }

  /** Five hundred places of the wafer: worst difference to what was laid down. */
  @Test
  void predictsAnExactTableToAThousandth() {
    CompositionMap map = new CompositionMap(measured(0, false));
    double worst = 0;
    SplittableRandom random = new SplittableRandom(5);
    for (int i = 0; i < 500; i++) {
      SurfacePoint place = place(random);
      List<Fraction> there = map.at(place);
      double[] laid = laid(place.x().metres(), place.y().metres());
      for (int e = 0; e < 3; e++) {
        worst = Math.max(worst, Math.abs(there.get(e).fraction() - laid[e]));
      }
      assertThat(there.stream().mapToDouble(Fraction::fraction).sum()).isCloseTo(1, within(1e-12));
    }
    assertThat(worst).isLessThan(1e-3);
  }

  private static SurfacePoint place(SplittableRandom random) {
    double radius = 0.94 * RADIUS * Math.sqrt(random.nextDouble());
    double angle = random.nextDouble(2 * Math.PI);
    return SurfacePoint.metres(radius * StrictMath.cos(angle), radius * StrictMath.sin(angle));
  }

  /** Another entry of the table lies within two standard errors 95 times of 100. */
  @Test
  void theErrorCoversWhatWouldBeMeasured() {
    for (boolean stated : new boolean[] {false, true}) {
      CompositionMap map = new CompositionMap(measured(0.004, stated));
      SplittableRandom random = new SplittableRandom(6);
      int covered = 0;
      for (int i = 0; i < 2_000; i++) {
        SurfacePoint place = place(random);
        Fraction iron = map.at(place).getFirst();
        double again =
            laid(place.x().metres(), place.y().metres())[0] + 0.004 * random.nextGaussian();
        covered += Math.abs(again - iron.fraction()) <= 2 * iron.standardError() ? 1 : 0;
      }
      assertThat(covered / 2_000.0).as("stated: %s", stated).isBetween(0.90, 0.99);
    }
  }

  @Test
  void theInverseOfTheMapIsItsInverse() {
    CompositionMap map = new CompositionMap(measured(0.002, false));
    SplittableRandom random = new SplittableRandom(8);
    for (int i = 0; i < 60; i++) {
      SurfacePoint place = place(random);
      double[] there = map.at(place).stream().mapToDouble(Fraction::fraction).toArray();
      PlaceSearch.Best best =
          search(map, envelope(0.04), there).nearestTo(MIDDLE, 1e-4).orElseThrow();
      assertThat(best.largest()).isLessThan(1e-6);
      assertThat(best.place().distanceTo(place).metres()).isLessThan(2e-6);
    }
  }

  @Test
  void ofManyPlacesItTakesTheNearest() {
    CompositionMap map = new CompositionMap(measured(0, false));
    double third = map.at(MIDDLE).getFirst().fraction();
    for (double x : new double[] {-30e-3, 0, 30e-3}) {
      PlaceSearch.Best best =
          search(map, envelope(0.04), third)
              .nearestTo(SurfacePoint.metres(x, 0), 0.01)
              .orElseThrow();
      assertThat(best.largest()).isLessThan(1e-6);
      assertThat(best.place().x().metres()).isCloseTo(x, within(4e-3));
    }
  }

  @Test
  void beyondTheLibraryTheBestPlaceLiesAtItsEdge() {
    CompositionMap map = new CompositionMap(measured(0, false));
    PlaceSearch.Best best = search(map, envelope(0.04), 0.9).nearestTo(MIDDLE, 1e-3).orElseThrow();
    assertThat(best.largest()).isGreaterThan(0.1);
    assertThat(best.place().x().metres()).isCloseTo(0, within(1e-3));
    assertThat(best.place().y().metres()).isCloseTo(RADIUS, within(1e-5));
  }

  @Test
  void theEnvelopeAndItsForbiddenRegionsBoundIt() {
    CompositionMap map = new CompositionMap(measured(0, false));
    PlaceSearch.Best best = search(map, envelope(0.02), 0.9).nearestTo(MIDDLE, 1e-3).orElseThrow();
    assertThat(best.place().y().metres()).isCloseTo(0.02, within(1e-8));
    Region clamp =
        new Region(SurfacePoint.metres(-0.04, 0.01), SurfacePoint.metres(0.04, 0.04), "the clamp");
    best = search(map, envelope(0.04, clamp), 0.9).nearestTo(MIDDLE, 1e-3).orElseThrow();
    assertThat(best.place().y().metres()).isCloseTo(0.01, within(1e-8));
    Region all = new Region(SurfacePoint.metres(-1, -1), SurfacePoint.metres(1, 1), "all of it");
    assertThat(search(map, envelope(0.04, all), 0.9).nearestTo(MIDDLE, 1e-3)).isEmpty();
    assertThat(new Ground(map.outline(), envelope(0.04)).holds(MIDDLE)).isTrue();
  }
}
