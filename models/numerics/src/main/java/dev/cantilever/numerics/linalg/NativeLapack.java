package dev.cantilever.numerics.linalg;

import dev.ludovic.netlib.lapack.LAPACK;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.netlib.util.intW;

/**
 * Large covariance matrices factored and inverted by the LAPACK of the system: faster, and with
 * bits that depend on the library, the processor and the number of threads. Off unless {@link #use}
 * was called; whoever calls it must put {@link #library} on record. One choice for the whole
 * process, made once at its start, because a number may not depend on who asked first.
 *
 * <p>{@code dpotrf} and {@code dpotri} (Anderson et al., LAPACK Users' Guide, 3rd edition 1999,
 * doi:10.1137/1.9780898719604). A lower triangle by rows is LAPACK's upper one by columns.
 */
public final class NativeLapack {

  /** Fewer rows are done in Java: handing them over costs as much as it saves, up to some 500. */
  private static final int FEWEST_ROWS = 400;

  /** Kept, because a logger that nobody holds forgets its level. */
  private static final Logger CHATTER =
      Logger.getLogger("dev.ludovic.netlib.lapack.InstanceBuilder");

  private static volatile Optional<NativeLapack> used = Optional.empty();

  private final LAPACK lapack;
  private final String library;

  private NativeLapack(LAPACK lapack, String library) {
    this.lapack = lapack;
    this.library = library;
  }

  /**
   * From now on large matrices are the library's.
   *
   * @param library tells, once it is loaded, which one it is
   * @throws IllegalStateException where there is none
   */
  public static void use(Supplier<String> library) {
    CHATTER.setLevel(Level.WARNING);
    try {
      LAPACK lapack = dev.ludovic.netlib.lapack.NativeLAPACK.getInstance();
      used = Optional.of(new NativeLapack(lapack, library.get()));
    } catch (RuntimeException | LinkageError missing) {
      throw new IllegalStateException("no LAPACK can be loaded: " + missing.getMessage(), missing);
    }
  }

  /** From now on everything is Java's again. */
  static void leave() {
    used = Optional.empty();
  }

  /** Which library is used; empty as a rule. */
  public static Optional<String> library() {
    return used.map(own -> own.library);
  }

  /** The library, where it is used for so many rows. */
  static Optional<NativeLapack> of(int rows) {
    return rows < FEWEST_ROWS ? Optional.empty() : used;
  }

  /** As {@link Factorisation#of}. */
  Optional<Triangles> factor(double[][] lower, double jitter) {
    int n = lower.length;
    double[] packed = packed(lower);
    for (int i = 0; i < n; i++) {
      packed[i * n + i] += jitter;
    }
    intW info = new intW(0);
    lapack.dpotrf("U", n, packed, n, info);
    for (int i = 0; i < n; i++) {
      double pivot = packed[i * n + i];
      if (info.val != 0 || !(pivot > 0) || Double.isInfinite(pivot)) {
        return Optional.empty();
      }
    }
    double[][] l = rows(packed, n);
    return Optional.of(new Triangles(l, Triangle.transposed(l)));
  }

  /** As {@link Inversion#of}. */
  double[][] inverse(double[][] l) {
    int n = l.length;
    double[] packed = packed(l);
    lapack.dpotri("U", n, packed, n, new intW(0));
    return rows(packed, n);
  }

  private static double[] packed(double[][] lower) {
    int n = lower.length;
    double[] packed = new double[n * n];
    for (int i = 0; i < n; i++) {
      System.arraycopy(lower[i], 0, packed, i * n, i + 1);
    }
    return packed;
  }

  private static double[][] rows(double[] packed, int n) {
    double[][] rows = Triangle.zeros(n);
    for (int i = 0; i < n; i++) {
      System.arraycopy(packed, i * n, rows[i], 0, i + 1);
    }
    return rows;
  }
}
