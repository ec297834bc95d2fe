package dev.cantilever.tools.run;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * How long the rest of a campaign takes, told from the points that it has: a straight line through
 * their durations, because a surrogate grows slower with every point, and the interval in which
 * least squares expects the sum of the rest (Draper and Smith, Applied Regression Analysis, 3rd ed.
 * 1998, §1.4 and §3.1; doi:10.1002/9781118625590).
 *
 * @param likely the best guess
 * @param least rarely less
 * @param most rarely more
 */
public record TimeLeft(Duration likely, Duration least, Duration most) {

  /** Fewer say nothing of how much they differ. */
  private static final int FEWEST = 4;

  private static final double MINUTE = 60;
  private static final double HOUR = 3600;

  /**
   * Told from durations of points in their order; empty where there are too few.
   *
   * @param points how many are to come
   */
  public static Optional<TimeLeft> of(List<Duration> durations, int points) {
    int count = durations.size();
    if (count < FEWEST || points <= 0) {
      return Optional.empty();
    }
    double[] seconds = durations.stream().mapToDouble(TimeLeft::seconds).toArray();
    Line line = Line.through(seconds);
    double ahead = points * ((count + (points - 1) / 2.0) - line.middle());
    double likely = points * line.mean() + line.slope() * ahead;
    double spread =
        line.deviation()
            * Math.sqrt(points + (double) points * points / count + ahead * ahead / line.weight());
    double reach = (2 + 4.0 / count) * spread;
    return Optional.of(
        new TimeLeft(
            duration(likely), duration(Math.max(0, likely - reach)), duration(likely + reach)));
  }

  /**
   * A line through values at 0, 1, 2, …
   *
   * @param middle of the places
   * @param weight sum of the squared distances of the places from it
   * @param deviation of a value from the line
   */
  private record Line(double mean, double slope, double middle, double weight, double deviation) {

    static Line through(double[] values) {
      int count = values.length;
      double middle = (count - 1) / 2.0;
      double mean = 0;
      for (double value : values) {
        mean += value / count;
      }
      double weight = 0;
      double together = 0;
      for (int i = 0; i < count; i++) {
        weight += (i - middle) * (i - middle);
        together += (i - middle) * (values[i] - mean);
      }
      double slope = Math.max(0, together / weight); // points do not grow shorter for ever
      double squares = 0;
      for (int i = 0; i < count; i++) {
        double off = values[i] - mean - slope * (i - middle);
        squares += off * off;
      }
      return new Line(mean, slope, middle, weight, Math.sqrt(squares / (count - 2)));
    }
  }

  /** For people: {@code about 2 min left (1 to 4 min)}. */
  public String inWords() {
    double unit = seconds(most) < 2 * MINUTE ? 1 : seconds(most) < 2 * HOUR ? MINUTE : HOUR;
    String name = unit == 1 ? "s" : unit == MINUTE ? "min" : "h";
    return "about %s %s left (%s to %s %s)"
        .formatted(in(likely, unit), name, in(least, unit), in(most, unit), name);
  }

  private static String in(Duration duration, double unit) {
    double value = seconds(duration) / unit;
    return String.format(Locale.ROOT, value < 10 && unit > 1 ? "%.1f" : "%.0f", value);
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }

  private static Duration duration(double seconds) {
    return Duration.ofNanos(Math.round(seconds * 1e9));
  }
}
