package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;

/**
 * The film as it stands: fixed maps and the walls between up and down, which pulses move. Not safe
 * for several threads.
 */
final class Film {

  private final PfmSettings settings;
  private final PlaneGrid grid;
  private final FilmMaps maps;
  private final ActivationMap activation;
  private final WallMotion motion;

  /** Signed distance in metres to the nearest 180° wall, positive where the polarization is up. */
  private final double[] distance;

  /** Polarization times the share of the variant; stale after a wall has moved. */
  private double[] vertical;

  Film(PfmSettings settings, long seed) {
    this.settings = settings;
    FilmSettings film = settings.sample().film();
    grid = new PlaneGrid(film.cells(), film.cellMetres());
    maps = FilmMaps.draw(grid, settings, seed);
    WallCreep creep = settings.sample().creep();
    activation =
        ActivationMap.draw(
            grid, creep.activationVoltsPerMetre(), settings.sample().pinning(), seed);
    motion = new WallMotion(grid, creep, activation.voltsPerMetre());
    distance = SmoothNoise.of(grid, film.domainMetres(), NormalDraws.of(seed, "pfm domains"));
    new SignedDistance(grid).restore(distance);
  }

  PlaneGrid grid() {
    return grid;
  }

  FilmMaps maps() {
    return maps;
  }

  ActivationMap activation() {
    return activation;
  }

  double[] distance() {
    return distance.clone();
  }

  /** Puts the walls where they were. */
  void restore(double[] earlier) {
    System.arraycopy(earlier, 0, distance, 0, distance.length);
    vertical = null;
  }

  /** Polarization in (−1, 1) of one site. */
  double polarization(double xMetres, double yMetres) {
    double s = grid.sample(distance, xMetres, yMetres);
    return StrictMath.tanh(s / settings.sample().film().wallWidthMetres());
  }

  double[] polarization() {
    double width = settings.sample().film().wallWidthMetres();
    double[] values = new double[distance.length];
    for (int i = 0; i < values.length; i++) {
      values[i] = StrictMath.tanh(distance[i] / width);
    }
    return values;
  }

  void moveWalls(BiasedTip tip, double seconds) {
    motion.advance(distance, tip, seconds);
    vertical = null;
  }

  /** Adds a disc of the polarity that the tip favours. */
  void nucleate(BiasedTip tip, double radiusMetres) {
    double sense = Math.signum(tip.volts());
    for (int i = 0; i < distance.length; i++) {
      double inside =
          radiusMetres - tip.distance(grid.metres(i % grid.cells()), grid.metres(i / grid.cells()));
      distance[i] = sense * Math.max(sense * distance[i], inside);
    }
    vertical = null;
  }

  /** Area in m² that has turned to the polarity of a sign since the walls stood elsewhere. */
  double areaGained(double[] earlier, double sense) {
    double cells = 0;
    for (int i = 0; i < distance.length; i++) {
      cells += filled(sense * distance[i]) - filled(sense * earlier[i]);
    }
    return cells * grid.cellMetres() * grid.cellMetres();
  }

  /** Vertical polarization as a tip of finite resolution feels it, in [−1, 1]. */
  double blurredVertical(double xMetres, double yMetres) {
    if (vertical == null) {
      vertical = polarization();
      for (int i = 0; i < vertical.length; i++) {
        vertical[i] *= maps.verticalShare()[i];
      }
    }
    return blur(vertical, xMetres, yMetres);
  }

  /** Share of a full vertical response of the ferroelastic variants under the tip. */
  double blurredShare(double xMetres, double yMetres) {
    return blur(maps.verticalShare(), xMetres, yMetres);
  }

  /** Gaussian mean about a point, cut at three standard deviations and at the border. */
  private double blur(double[] values, double xMetres, double yMetres) {
    double deviation = settings.probe().blurMetres() / grid.cellMetres();
    double row = grid.position(yMetres);
    double column = grid.position(xMetres);
    int reach = (int) Math.ceil(3 * deviation);
    int low = Math.max(0, (int) Math.rint(row) - reach);
    int left = Math.max(0, (int) Math.rint(column) - reach);
    double[] across =
        weights(
            left, Math.min(grid.cells() - 1, (int) Math.rint(column) + reach), column, deviation);
    double[] upwards =
        weights(low, Math.min(grid.cells() - 1, (int) Math.rint(row) + reach), row, deviation);
    double sum = 0;
    for (int i = 0; i < upwards.length; i++) {
      int at = (low + i) * grid.cells() + left;
      double line = 0;
      for (int j = 0; j < across.length; j++) {
        line += across[j] * values[at + j];
      }
      sum += upwards[i] * line;
    }
    return sum;
  }

  /** Gaussian weights of the cells from first to last about a centre; their sum is 1. */
  private static double[] weights(int first, int last, double centre, double deviation) {
    double[] weights = new double[last - first + 1];
    double sum = 0;
    for (int i = 0; i < weights.length; i++) {
      double scaled = (first + i - centre) / deviation;
      weights[i] = StrictMath.exp(-0.5 * scaled * scaled);
      sum += weights[i];
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] /= sum;
    }
    return weights;
  }

  /** Share of a cell inside a straight wall at a distance. */
  private double filled(double inside) {
    return Math.min(1, Math.max(0, 0.5 + inside / grid.cellMetres()));
  }
}
