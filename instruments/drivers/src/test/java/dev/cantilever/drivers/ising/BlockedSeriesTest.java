package dev.cantilever.drivers.ising;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against x(t) = φ x(t−1) + noise, whose time is (1 + φ)/(2 (1 − φ)) and variance 1/(1 − φ²). */
class BlockedSeriesTest {

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.8, 0.95})
  void findsTheTimeOfAKnownSeries(double memory) {
    BlockedSeries series = new BlockedSeries(autoregressive(memory, 60_000, 1));
    double time = (1 + memory) / (2 * (1 - memory));
    assertThat(series.time()).isCloseTo(time, within(0.08 * time));
    assertThat(series.blocks()).isEqualTo(60_000 / (int) Math.ceil(10 * series.time()));
    assertThat(series.isResolved()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.5, 0.8, 0.95})
  void hasTheErrorsThatRepetitionShows(double memory) {
    int repeats = 200;
    BlockedSeries[] series =
        IntStream.range(0, repeats)
            .mapToObj(seed -> new BlockedSeries(autoregressive(memory, 2500, seed)))
            .toArray(BlockedSeries[]::new);
    Estimate[] means = Arrays.stream(series).map(BlockedSeries::mean).toArray(Estimate[]::new);
    Estimate[] variances =
        Arrays.stream(series).map(BlockedSeries::variance).toArray(Estimate[]::new);
    assertThat(spread(means) / reported(means)).isBetween(0.85, 1.18);
    assertThat(spread(variances) / reported(variances)).isBetween(0.85, 1.18);
    double variance = 1 / (1 - memory * memory);
    double error = spread(variances) / Math.sqrt(repeats);
    assertThat(average(variances)).isCloseTo(variance, within(4 * error));
    assertThat(average(means)).isCloseTo(5, within(4 * spread(means) / Math.sqrt(repeats)));
  }

  /** ⟨x²⟩ − ⟨x⟩² alone would be 1.9 % too small. */
  @Test
  void takesTheBiasOutOfTheVariance() {
    Estimate[] variances =
        IntStream.range(0, 1500)
            .mapToObj(seed -> new BlockedSeries(autoregressive(0.9, 1000, seed)).variance())
            .toArray(Estimate[]::new);
    double variance = 1 / (1 - 0.81);
    assertThat(average(variances)).isCloseTo(variance, within(0.01 * variance));
  }

  @Test
  void saysWhenASeriesIsTooShortForItsMemory() {
    BlockedSeries series = new BlockedSeries(autoregressive(0.98, 3000, 4));
    assertThat(series.isResolved()).isFalse();
    assertThat(series.blocks()).isEqualTo(10);
  }

  @Test
  void givesAConstantNoError() {
    double[] constant = new double[100];
    Arrays.fill(constant, -1.1);
    BlockedSeries series = new BlockedSeries(constant);
    assertThat(series.time()).isEqualTo(0.5);
    assertThat(series.mean()).isEqualTo(new Estimate(-1.1, 0));
    assertThat(series.variance()).isEqualTo(new Estimate(0, 0));
  }

  @Test
  void doesNotCountAlternationAsPrecision() {
    double[] alternating = IntStream.range(0, 100).mapToDouble(i -> i % 2).toArray();
    assertThat(new BlockedSeries(alternating).time()).isEqualTo(0.5);
  }

  @Test
  void refusesASeriesWithoutBlocks() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new BlockedSeries(new double[9]))
        .withMessageContaining("9 values are too few");
  }

  /** With uniform noise of variance 1, about 5, from its stationary state on. */
  private static double[] autoregressive(double memory, int length, int seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[length];
    double x = 0;
    for (int i = -500; i < length; i++) {
      x = memory * x + (random.nextDouble() - 0.5) * Math.sqrt(12);
      values[Math.max(i, 0)] = 5 + x;
    }
    return values;
  }

  private static double average(Estimate[] estimates) {
    return Arrays.stream(estimates).mapToDouble(Estimate::value).average().orElseThrow();
  }

  private static double reported(Estimate[] estimates) {
    double squares =
        Arrays.stream(estimates)
            .mapToDouble(one -> one.standardError() * one.standardError())
            .average()
            .orElseThrow();
    return Math.sqrt(squares);
  }

  private static double spread(Estimate[] estimates) {
    double mean = average(estimates);
    double squares =
        Arrays.stream(estimates)
            .mapToDouble(one -> (one.value() - mean) * (one.value() - mean))
            .sum();
    return Math.sqrt(squares / (estimates.length - 1));
  }
}
