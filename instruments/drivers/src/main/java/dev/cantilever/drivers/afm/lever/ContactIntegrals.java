package dev.cantilever.drivers.afm.lever;

/**
 * The integrals over one cycle that contact brings, tabulated once for all probes and samples. With
 * the lowest point of the cycle at ψ = 0, the depth s of the indentation there and ρ = s/A, the
 * indentation is A (ρ − 1 + cos ψ) for |ψ| &lt; δ, cos δ = 1 − ρ. Elastic virial and loss are
 * functions of ρ alone,
 *
 * <pre>
 * e(ρ) = 4/(3π ρ²) ∫₀^δ (ρ − 1 + cos ψ)^(3/2) cos ψ dψ
 * l(ρ) = 2/ρ²      ∫₀^δ (ρ − 1 + cos ψ)^(1/2) sin² ψ dψ
 * </pre>
 *
 * smooth down to ρ = 0, where they are √2/4 and √2 π/4. The attraction outside contact also knows
 * a0: with σ = s/a0 and α = A/a0
 *
 * <pre>
 * t(σ, α) = √α/π ∫_δ^π cos ψ / (1 − σ + α (1 − cos ψ))² dψ
 * </pre>
 *
 * is tabulated on √σ and √α, in which it is nearly linear. Linear interpolation is good to 1e-4 of
 * the virial where the tip taps; beyond ρ = 8 the limits of a tip that never leaves contact are
 * used.
 */
final class ContactIntegrals {

  private static final double RATIO_STEP = 1.0 / 256;
  private static final int RATIO_CELLS = 8 * 256;
  private static final double DEPTH_STEP = 0.025;
  private static final int DEPTH_CELLS = 400;
  private static final double SIZE_STEP = 0.125;
  private static final int SIZE_CELLS = 320;
  private static final int NODES = 64;

  private final double[] elastic = new double[RATIO_CELLS + 1];
  private final double[] loss = new double[RATIO_CELLS + 1];
  private final double[] tail = new double[(DEPTH_CELLS + 1) * (SIZE_CELLS + 1)];

  private ContactIntegrals() {
    for (int i = 0; i <= RATIO_CELLS; i++) {
      double ratio = i * RATIO_STEP;
      elastic[i] = ratio <= 2 ? tappingElastic(ratio) : pressedElastic(ratio);
      loss[i] = ratio <= 2 ? tappingLoss(ratio) : pressedLoss(ratio);
    }
    for (int i = 0; i <= DEPTH_CELLS; i++) {
      double root = i * DEPTH_STEP;
      for (int j = 0; j <= SIZE_CELLS; j++) {
        double size = Math.max(j, 0.5) * SIZE_STEP;
        tail[i * (SIZE_CELLS + 1) + j] = outside(root * root, size * size);
      }
    }
  }

  static ContactIntegrals shared() {
    return Shared.INSTANCE;
  }

  /** e(ρ). */
  double elastic(double ratio) {
    return ratio < RATIO_CELLS * RATIO_STEP
        ? interpolated(elastic, ratio)
        : Math.sqrt(ratio - 1) / (ratio * ratio);
  }

  /** l(ρ). */
  double loss(double ratio) {
    return ratio < RATIO_CELLS * RATIO_STEP
        ? interpolated(loss, ratio)
        : Math.PI * Math.sqrt(ratio - 1) / (ratio * ratio);
  }

  /** t(σ, α) from √σ and √α, held at the edges of the table (σ = 100, α = 1600). */
  double tail(double rootDepth, double rootSize) {
    double u = Math.min(rootDepth / DEPTH_STEP, DEPTH_CELLS - 1e-9);
    double v = Math.min(rootSize / SIZE_STEP, SIZE_CELLS - 1e-9);
    int i = (int) u;
    int j = (int) v;
    int at = i * (SIZE_CELLS + 1) + j;
    double below = tail[at] + (v - j) * (tail[at + 1] - tail[at]);
    int next = at + SIZE_CELLS + 1;
    double above = tail[next] + (v - j) * (tail[next + 1] - tail[next]);
    return below + (u - i) * (above - below);
  }

  private static double interpolated(double[] table, double ratio) {
    double u = ratio / RATIO_STEP;
    int i = (int) u;
    return table[i] + (u - i) * (table[i + 1] - table[i]);
  }

  /** With sin ψ/2 = √(ρ/2) sin w the integrand is smooth and even: trapezoids converge fast. */
  private static double tappingElastic(double ratio) {
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double w = (i + 0.5) / NODES * Math.PI / 2;
      double sine = StrictMath.sin(w) * StrictMath.sin(w);
      double cosine = 1 - sine;
      sum += cosine * cosine * (1 - ratio * sine) / Math.sqrt(1 - ratio / 2 * sine);
    }
    return 4 * Math.sqrt(2) / (3 * Math.PI) * sum * Math.PI / 2 / NODES;
  }

  private static double tappingLoss(double ratio) {
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double w = (i + 0.5) / NODES * Math.PI / 2;
      double sine = StrictMath.sin(w) * StrictMath.sin(w);
      sum += (1 - sine) * sine * Math.sqrt(1 - ratio / 2 * sine);
    }
    return 4 * Math.sqrt(2) * sum * Math.PI / 2 / NODES;
  }

  private static double pressedElastic(double ratio) {
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double cosine = StrictMath.cos((i + 0.5) / NODES * Math.PI);
      double depth = ratio - 1 + cosine;
      sum += depth * Math.sqrt(depth) * cosine;
    }
    return 4.0 / 3 * sum / NODES / (ratio * ratio);
  }

  private static double pressedLoss(double ratio) {
    double sum = 0;
    for (int i = 0; i < NODES; i++) {
      double cosine = StrictMath.cos((i + 0.5) / NODES * Math.PI);
      sum += Math.sqrt(ratio - 1 + cosine) * (1 - cosine * cosine);
    }
    return 2 * Math.PI * sum / NODES / (ratio * ratio);
  }

  /** Simpson's rule in u, ψ = δ + (π − δ) u³, which is dense where the tip is near. */
  private static double outside(double depth, double size) {
    double ratio = depth / size;
    if (ratio >= 2) {
      return 0;
    }
    double edge = StrictMath.acos(1 - ratio);
    double width = Math.PI - edge;
    double sum = 0;
    for (int i = 1; i <= NODES; i++) {
      double u = (double) i / NODES;
      double cosine = StrictMath.cos(edge + width * u * u * u);
      double distance = 1 - depth + size * (1 - cosine);
      int weight = i == NODES ? 1 : 2 + 2 * (i % 2);
      sum += weight * 3 * u * u * cosine / (distance * distance);
    }
    return Math.sqrt(size) / Math.PI * width * sum / (3 * NODES);
  }

  private static final class Shared {
    private static final ContactIntegrals INSTANCE = new ContactIntegrals();
  }
}
