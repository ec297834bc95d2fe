package dev.cantilever.drivers.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DrawsTest {

  /** The published test vector of SplitMix64, seed 1234567 (prng.di.unimi.it, splitmix64.c). */
  @Test
  void relyOnAGeneratorOfTheJdkThatIsSplitMix64() {
    SplittableRandom random = new SplittableRandom(1234567);
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("6457827717110365317");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("3203168211198807973");
    assertThat(Long.toUnsignedString(random.nextLong())).isEqualTo("9817491932198370423");
  }

  @Test
  void startFromTheHashOfSeedAndName() throws NoSuchAlgorithmException {
    byte[] name = "spins".getBytes(StandardCharsets.UTF_8);
    byte[] seeded = ByteBuffer.allocate(8 + name.length).putLong(7).put(name).array();
    long state = ByteBuffer.wrap(MessageDigest.getInstance("SHA-256").digest(seeded)).getLong();
    SplittableRandom words = new SplittableRandom(state);
    Draws draws = Draws.of(7, "spins");
    for (int i = 0; i < 100; i++) {
      assertThat(draws.below(1 << 30)).isEqualTo((int) (words.nextLong() >>> 34));
    }
  }

  @Test
  void happenNeverOrAlwaysAtTheEnds() {
    Draws draws = Draws.of(1, "ends");
    for (int i = 0; i < 1000; i++) {
      assertThat(draws.happens(Draws.threshold(0))).isZero();
      assertThat(draws.happens(Draws.threshold(1))).isOne();
    }
  }

  @Test
  void happenAsOftenAsAsked() {
    Draws draws = Draws.of(2, "often");
    long threshold = Draws.threshold(0.3);
    int count = 0;
    for (int i = 0; i < 100_000; i++) {
      count += draws.happens(threshold);
    }
    assertThat(count / 1e5).isCloseTo(0.3, within(4 * Math.sqrt(0.3 * 0.7 / 1e5)));
  }

  @Test
  void reachEveryNumberBelowABoundEquallyOften() {
    Draws draws = Draws.of(3, "bound");
    int[] counts = new int[9];
    for (int i = 0; i < 90_000; i++) {
      counts[draws.below(9)]++;
    }
    for (int count : counts) {
      assertThat((double) count).isCloseTo(10_000, within(4 * Math.sqrt(10_000)));
    }
  }
}
