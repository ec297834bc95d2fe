package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;

/**
 * What of the film never changes, one value per cell: metres, volts, hertz. {@code verticalShare}
 * is the out-of-plane response of the ferroelastic variant relative to a c-domain.
 */
record FilmMaps(
    double[] wallDistance,
    double[] verticalShare,
    LoopMaps loop,
    double[] height,
    ResonanceMaps resonance) {

  private static final double LOOP_CORRELATION_METRES = 40e-9;
  private static final double STIFFNESS_CORRELATION_METRES = 60e-9;
  private static final double A_DOMAIN_DEPTH_METRES = 0.8e-9;
  private static final double ROUGHNESS_METRES = 0.15e-9;

  /** Coercive bias and imprint. */
  record LoopMaps(double[] coercive, double[] imprint) {}

  /** Contact resonance and its quality factor. */
  record ResonanceMaps(double[] hertz, double[] quality) {}

  static FilmMaps draw(PlaneGrid grid, PfmSettings settings, long seed) {
    FilmSettings film = settings.sample().film();
    Stripes stripes =
        new Stripes(
            film.stripes(),
            Math.sqrt(2) * grid.halfSideMetres(),
            NormalDraws.of(seed, "pfm stripes"));
    double[] share = new double[grid.count()];
    double[] distance = new double[grid.count()];
    for (int i = 0; i < grid.count(); i++) {
      double x = grid.metres(i % grid.cells());
      double y = grid.metres(i / grid.cells());
      double c = StrictMath.tanh(stripes.signedDistance(x, y) / film.wallWidthMetres());
      double inA = film.stripes().verticalShareOfA();
      share[i] = inA + (1 - inA) * (1 + c) / 2;
      distance[i] = stripes.distance(x, y);
    }
    double[] height = height(grid, share, seed);
    ResonanceMaps resonance = resonance(grid, height, settings.probe().resonance(), seed);
    LoopMaps loop = loop(grid, stripes, settings.sample(), seed);
    return new FilmMaps(distance, share, loop, height, resonance);
  }

  private static LoopMaps loop(
      PlaneGrid grid, Stripes stripes, SampleSettings settings, long seed) {
    HysteresisSettings hysteresis = settings.hysteresis();
    NormalDraws draws = NormalDraws.of(seed, "pfm loops");
    double[] coercive = SmoothNoise.of(grid, LOOP_CORRELATION_METRES, draws);
    double[] imprint = SmoothNoise.of(grid, LOOP_CORRELATION_METRES, draws);
    for (int i = 0; i < grid.count(); i++) {
      double signed =
          stripes.signedDistance(grid.metres(i % grid.cells()), grid.metres(i / grid.cells()));
      double side = StrictMath.tanh(signed / settings.film().wallWidthMetres());
      double distance = Math.abs(signed);
      // Held within three deviations, so that no site is without a coercive bias.
      double held = Math.max(-3, Math.min(3, coercive[i]));
      coercive[i] = hysteresis.coercive().volts(distance, held);
      imprint[i] = hysteresis.imprint().volts(distance, side, imprint[i]);
    }
    return new LoopMaps(coercive, imprint);
  }

  /** Sunken a-domains under a roughness of two lengths. */
  private static double[] height(PlaneGrid grid, double[] share, long seed) {
    NormalDraws draws = NormalDraws.of(seed, "pfm height");
    double[] fine = SmoothNoise.of(grid, 15e-9, draws);
    double[] coarse = SmoothNoise.of(grid, 90e-9, draws);
    double[] height = new double[grid.count()];
    for (int i = 0; i < height.length; i++) {
      height[i] = A_DOMAIN_DEPTH_METRES * share[i] + ROUGHNESS_METRES * (fine[i] + coarse[i]);
    }
    return height;
  }

  private static ResonanceMaps resonance(
      PlaneGrid grid, double[] height, ProbeSettings.ContactResonance settings, long seed) {
    NormalDraws draws = NormalDraws.of(seed, "pfm stiffness");
    double[] hertz = SmoothNoise.of(grid, STIFFNESS_CORRELATION_METRES, draws);
    double[] quality = SmoothNoise.of(grid, STIFFNESS_CORRELATION_METRES, draws);
    double[] slope = standardized(slope(grid, height));
    for (int i = 0; i < hertz.length; i++) {
      hertz[i] = settings.hertz(hertz[i], slope[i]);
      quality[i] = settings.quality(quality[i]);
    }
    return new ResonanceMaps(hertz, quality);
  }

  private static double[] slope(PlaneGrid grid, double[] height) {
    int n = grid.cells();
    double[] slope = new double[height.length];
    for (int i = 0; i < height.length; i++) {
      double x = height[i % n == n - 1 ? i : i + 1] - height[i % n == 0 ? i : i - 1];
      double y = height[i / n == n - 1 ? i : i + n] - height[i / n == 0 ? i : i - n];
      slope[i] = Math.sqrt(x * x + y * y);
    }
    return slope;
  }

  private static double[] standardized(double[] values) {
    double sum = 0;
    double squares = 0;
    for (double value : values) {
      sum += value;
      squares += value * value;
    }
    double mean = sum / values.length;
    double deviation = Math.sqrt(Math.max(0, squares / values.length - mean * mean));
    double[] scaled = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      scaled[i] = deviation == 0 ? 0 : (values[i] - mean) / deviation;
    }
    return scaled;
  }
}
