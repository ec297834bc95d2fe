package dev.cantilever.numerics.monitor;

import dev.cantilever.numerics.kernel.Points;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * k-means by Lloyd's iteration (IEEE Trans. Inf. Theory 28 (1982) 129,
 * doi:10.1109/TIT.1982.1056489) from a k-means++ start (Arthur and Vassilvitskii, SODA 2007, 1027,
 * doi:10.5555/1283383.1283494). Costs O(N k d) a round.
 */
final class Lloyd {

  private static final int MOST_ROUNDS = 100;

  private final Points points;
  private final List<double[]> centres = new ArrayList<>();
  private final int[] membership;
  private final double[] squared;

  private Lloyd(Points points) {
    this.points = points;
    this.membership = new int[points.size()];
    this.squared = new double[points.size()];
  }

  static Clusters run(Points points, int count, RandomStream stream) {
    Lloyd lloyd = new Lloyd(points);
    lloyd.start(count, stream);
    int rounds = 0;
    boolean moved = true;
    while (moved && rounds < MOST_ROUNDS) {
      lloyd.move();
      moved = lloyd.assign();
      rounds++;
    }
    return lloyd.result(rounds);
  }

  /** Each further centre is a point drawn in proportion to its squared distance from the others. */
  private void start(int count, RandomStream stream) {
    Arrays.fill(squared, Double.POSITIVE_INFINITY);
    int next = stream.nextInt(points.size());
    while (next >= 0) {
      centres.add(row(next));
      nearer(centres.size() - 1);
      next = centres.size() < count ? draw(stream) : -1;
    }
  }

  /** A point away from every centre, or −1 where there is none. */
  private int draw(RandomStream stream) {
    double total = 0;
    for (double distance : squared) {
      total += distance;
    }
    double left = stream.nextDouble() * total;
    int drawn = -1;
    for (int i = 0; i < squared.length && (drawn < 0 || left >= 0); i++) {
      if (squared[i] > 0) {
        drawn = i;
        left -= squared[i];
      }
    }
    return drawn;
  }

  private void nearer(int centre) {
    for (int i = 0; i < squared.length; i++) {
      double distance = squaredDistance(i, centres.get(centre));
      if (distance < squared[i]) {
        squared[i] = distance;
        membership[i] = centre;
      }
    }
  }

  /** Every point to its nearest centre, the first among equals; whether any changed. */
  private boolean assign() {
    int[] before = membership.clone();
    Arrays.fill(squared, Double.POSITIVE_INFINITY);
    for (int c = 0; c < centres.size(); c++) {
      nearer(c);
    }
    return !Arrays.equals(before, membership);
  }

  /** Every centre to the mean of its members; one without members stays. */
  private void move() {
    int[] sizes = new int[centres.size()];
    double[][] sums = new double[centres.size()][points.dimension()];
    for (int i = 0; i < membership.length; i++) {
      sizes[membership[i]]++;
      for (int j = 0; j < points.dimension(); j++) {
        sums[membership[i]][j] += points.get(i, j);
      }
    }
    for (int c = 0; c < sizes.length; c++) {
      for (int j = 0; sizes[c] > 0 && j < points.dimension(); j++) {
        centres.get(c)[j] = sums[c][j] / sizes[c];
      }
    }
  }

  /** Clusters that have members, numbered anew. */
  private Clusters result(int rounds) {
    int[] number = new int[centres.size()];
    List<Series> kept = new ArrayList<>();
    for (int c = 0; c < number.length; c++) {
      int cluster = c;
      if (Arrays.stream(membership).anyMatch(m -> m == cluster)) {
        number[c] = kept.size();
        kept.add(Series.of(centres.get(c)));
      }
    }
    double inertia = 0;
    for (double distance : squared) {
      inertia += distance;
    }
    List<Integer> members = Arrays.stream(membership).mapToObj(m -> number[m]).toList();
    return new Clusters(kept, members, inertia, rounds);
  }

  private double[] row(int point) {
    double[] row = new double[points.dimension()];
    for (int j = 0; j < row.length; j++) {
      row[j] = points.get(point, j);
    }
    return row;
  }

  private double squaredDistance(int point, double[] centre) {
    double sum = 0;
    for (int j = 0; j < centre.length; j++) {
      double difference = points.get(point, j) - centre[j];
      sum += difference * difference;
    }
    return sum;
  }
}
