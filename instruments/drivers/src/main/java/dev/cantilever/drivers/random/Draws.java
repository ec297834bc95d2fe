package dev.cantilever.drivers.random;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.SplittableRandom;

/**
 * A stream of random words: SplitMix64 (Steele, Lea and Flood, OOPSLA 2014,
 * doi:10.1145/2660193.2660195), its state the first eight bytes of the SHA-256 of seed and name.
 * Streams of different names are unrelated. Of the JDK's generator only the 64-bit words are used,
 * which a test pins; what it derives from them has changed between versions. Not safe for several
 * threads.
 */
public final class Draws {

  private static final double WORDS = 0x1p53;

  private final SplittableRandom random;

  private Draws(long state) {
    random = new SplittableRandom(state);
  }

  /** The stream {@code name} of a run with this seed. */
  public static Draws of(long seed, String name) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      sha.update(ByteBuffer.allocate(Long.BYTES).putLong(0, seed));
      byte[] digest = sha.digest(name.getBytes(StandardCharsets.UTF_8));
      return new Draws(ByteBuffer.wrap(digest).getLong());
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  /** What {@link #happens} needs to know of a probability, worked out once for many draws. */
  public static long threshold(double probability) {
    return (long) Math.ceil(probability * WORDS);
  }

  /** 1 with the probability of the threshold, to 2⁻⁵³, else 0. */
  public int happens(long threshold) {
    return (int) (((random.nextLong() >>> 11) - threshold) >>> 63);
  }

  /** Uniform in {0, …, bound − 1}; the bias is below bound · 2⁻⁶⁴. */
  public int below(int bound) {
    return (int) Math.unsignedMultiplyHigh(random.nextLong(), (long) bound);
  }
}
