package dev.cantilever.numerics.random;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class RandomStreamTest {

  @Test
  void streamsOfOneSeedAreUnrelatedAndEachIsRepeatable() {
    assertThat(RandomStream.of(7, "a").nextLong()).isEqualTo(RandomStream.of(7, "a").nextLong());
    assertThat(RandomStream.of(7, "a").nextLong()).isNotEqualTo(RandomStream.of(7, "b").nextLong());
    assertThat(RandomStream.of(7, "a").nextLong()).isNotEqualTo(RandomStream.of(8, "a").nextLong());
  }

  @Test
  void drawsWithoutRepetitionFromAllMembersEqually() {
    int[] count = new int[10];
    for (int seed = 0; seed < 5_000; seed++) {
      int[] drawn = RandomStream.of(seed, "draw").distinct(3, 10);
      assertThat(Arrays.stream(drawn).distinct().count()).isEqualTo(3);
      Arrays.stream(drawn).forEach(i -> count[i]++);
    }
    // 1500 expected each, standard deviation 32
    for (int c : count) {
      assertThat(c).isBetween(1_340, 1_660);
    }
  }

  @Test
  void uniformNumbersHaveTheMomentsOfTheirDistribution() {
    RandomStream stream = RandomStream.of(1, "uniform");
    double sum = 0;
    double squares = 0;
    for (int i = 0; i < 100_000; i++) {
      double u = stream.nextDouble();
      sum += u;
      squares += u * u;
    }
    assertThat(sum / 100_000).isBetween(0.496, 0.504);
    assertThat(squares / 100_000).isBetween(0.330, 0.337);
  }

  @Test
  void normalNumbersHaveTheMomentsOfTheirDistribution() {
    RandomStream stream = RandomStream.of(1, "normal");
    double sum = 0;
    double squares = 0;
    int beyondTwo = 0;
    for (int i = 0; i < 100_000; i++) {
      double z = stream.nextNormal();
      sum += z;
      squares += z * z;
      beyondTwo += Math.abs(z) > 2 ? 1 : 0;
    }
    // four standard errors each
    assertThat(sum / 100_000).isBetween(-0.013, 0.013);
    assertThat(squares / 100_000).isBetween(0.982, 1.018);
    assertThat(beyondTwo).isBetween(4_286, 4_814);
  }
}
