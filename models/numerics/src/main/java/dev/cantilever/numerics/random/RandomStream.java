package dev.cantilever.numerics.random;

import dev.cantilever.numerics.special.Normal;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/**
 * A stream of pseudo-random numbers: xoshiro256** (Blackman and Vigna, ACM Trans. Math. Softw. 47
 * (2021) 36, doi:10.1145/3460772), its state the SHA-256 of seed and name. Streams of different
 * names are unrelated, so that drawing more from one never moves another. Not safe for several
 * threads.
 */
public final class RandomStream {

  private long s0;
  private long s1;
  private long s2;
  private long s3;

  private RandomStream(byte[] state) {
    ByteBuffer words = ByteBuffer.wrap(state);
    s0 = words.getLong();
    s1 = words.getLong();
    s2 = words.getLong();
    s3 = words.getLong();
  }

  /** The stream {@code name} of a campaign with this seed. */
  public static RandomStream of(long seed, String name) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      return new RandomStream(sha.digest(name.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  public long nextLong() {
    long result = Long.rotateLeft(s1 * 5, 7) * 9;
    long t = s1 << 17;
    s2 ^= s0;
    s3 ^= s1;
    s1 ^= s2;
    s0 ^= s3;
    s2 ^= t;
    s3 = Long.rotateLeft(s3, 45);
    return result;
  }

  /** Uniform in [0, 1), a multiple of 2⁻⁵³. */
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /**
   * Standard normal, from one uniform draw by the inverse of the distribution function, so that the
   * stream moves by exactly one number.
   */
  public double nextNormal() {
    return Normal.quantile(((nextLong() >>> 12) + 0.5) * 0x1p-52);
  }

  /** Uniform in {0, …, bound − 1} without bias; {@code bound} at least 1. */
  public int nextInt(int bound) {
    if (bound < 1) {
      throw new IllegalArgumentException("bound must be at least 1, not " + bound);
    }
    long limit = (1L << 32) - (1L << 32) % bound;
    long draw = nextLong() >>> 32;
    while (draw >= limit) {
      draw = nextLong() >>> 32;
    }
    return (int) (draw % bound);
  }

  /** The first {@code count} of a random order of 0 … n − 1. */
  public int[] distinct(int count, int n) {
    if (count > n) {
      throw new IllegalArgumentException("cannot draw %d of %d".formatted(count, n));
    }
    int[] order = new int[n];
    for (int i = 0; i < n; i++) {
      order[i] = i;
    }
    for (int i = 0; i < count; i++) {
      int other = i + nextInt(n - i);
      int kept = order[i];
      order[i] = order[other];
      order[other] = kept;
    }
    return Arrays.copyOf(order, count);
  }
}
