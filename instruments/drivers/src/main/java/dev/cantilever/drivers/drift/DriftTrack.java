package dev.cantilever.drivers.drift;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/**
 * The sightings of one reference, and the drift that they prove.
 *
 * <p>A two-sided cumulative sum with reference value v and decision interval h (Page, Biometrika 41
 * (1954) 100, doi:10.1093/biomet/41.1-2.100), fed with the displacements from one sighting to the
 * next, alarms when for some earlier sighting j the way since then exceeds v (t − t_j) + h. So for
 * every v at once it alarms exactly when v is below max over j of (way − h) / (t − t_j): that
 * greatest value is the drift which is proven, and any limit may be compared with it. The interval
 * h is {@link DriftRule#standardErrors} standard errors of the difference of the two positions. A
 * single wrong sighting proves nothing: the smaller of the last two values counts. Immutable.
 */
public final class DriftTrack {

  private static final List<ToDoubleFunction<Sighting>> ALONG =
      List.of(Sighting::x, sighting -> -sighting.x());
  private static final List<ToDoubleFunction<Sighting>> ACROSS =
      List.of(Sighting::y, sighting -> -sighting.y());

  private final DriftRule rule;
  private final double standardErrors;
  private final List<Sighting> sightings;

  private DriftTrack(DriftRule rule, double standardErrors, List<Sighting> sightings) {
    this.rule = rule;
    this.standardErrors = standardErrors;
    this.sightings = sightings;
  }

  /** Of a reference that is seen for the first time when {@code first} says. */
  public static DriftTrack from(DriftRule rule, Sighting first) {
    return new DriftTrack(rule, rule.standardErrors(), List.of(first));
  }

  public Sighting last() {
    return sightings.getLast();
  }

  /**
   * With one more.
   *
   * @throws IllegalArgumentException where it comes before the period of the rule is over
   */
  public DriftTrack with(Sighting next) {
    if (!isDue(next.seconds())) {
      throw new IllegalArgumentException(
          "a sighting at %s s comes too soon after that at %s s"
              .formatted(next.seconds(), last().seconds()));
    }
    List<Sighting> all = new ArrayList<>(sightings);
    all.add(next);
    int kept = Math.min(all.size(), rule.mostSightings());
    return new DriftTrack(
        rule, standardErrors, List.copyOf(all.subList(all.size() - kept, all.size())));
  }

  /** Whether the period of the rule is over at a time. */
  public boolean isDue(double seconds) {
    return seconds - last().seconds() >= rule.periodSeconds();
  }

  /** What they say; empty for a single one. */
  public Optional<DriftEstimate> estimate() {
    if (sightings.size() < 2) {
      return Optional.empty();
    }
    Line x = Line.through(sightings, Sighting::x, Sighting::xError);
    Line y = Line.through(sightings, Sighting::y, Sighting::yError);
    double atLeast = Math.hypot(proven(ALONG, Sighting::xError), proven(ACROSS, Sighting::yError));
    return Optional.of(
        new DriftEstimate(x.slope(), y.slope(), Math.max(x.error(), y.error()), atLeast));
  }

  /** Where the reference will be, by the straight line; where it was seen last without one. */
  public double[] expectedAt(double seconds) {
    double since = seconds - last().seconds();
    return estimate()
        .filter(known -> known.speed() > 2 * known.error())
        .map(
            known ->
                new double[] {
                  last().x() + known.speedX() * since, last().y() + known.speedY() * since
                })
        .orElseGet(() -> new double[] {last().x(), last().y()});
  }

  private double proven(
      List<ToDoubleFunction<Sighting>> directions, ToDoubleFunction<Sighting> error) {
    int last = sightings.size() - 1;
    double most = 0;
    for (ToDoubleFunction<Sighting> direction : directions) {
      double now = proven(last, direction, error);
      most = Math.max(most, Math.min(now, proven(last - 1, direction, error)));
    }
    return most;
  }

  private double proven(
      int index, ToDoubleFunction<Sighting> direction, ToDoubleFunction<Sighting> error) {
    Sighting now = sightings.get(index);
    double most = 0;
    for (Sighting then : sightings.subList(0, index)) {
      double way = direction.applyAsDouble(now) - direction.applyAsDouble(then);
      double doubt = Math.hypot(error.applyAsDouble(now), error.applyAsDouble(then));
      most = Math.max(most, (way - standardErrors * doubt) / (now.seconds() - then.seconds()));
    }
    return most;
  }

  /** A straight line by weighted least squares. */
  private record Line(double slope, double error) {

    static Line through(
        List<Sighting> sightings,
        ToDoubleFunction<Sighting> value,
        ToDoubleFunction<Sighting> error) {
      double first = sightings.getFirst().seconds();
      double sum = 0;
      double time = 0;
      double mean = 0;
      for (Sighting one : sightings) {
        double weight = 1 / (error.applyAsDouble(one) * error.applyAsDouble(one));
        sum += weight;
        time += weight * (one.seconds() - first);
        mean += weight * value.applyAsDouble(one);
      }
      double spread = 0;
      double common = 0;
      for (Sighting one : sightings) {
        double weight = 1 / (error.applyAsDouble(one) * error.applyAsDouble(one));
        double beside = one.seconds() - first - time / sum;
        spread += weight * beside * beside;
        common += weight * beside * (value.applyAsDouble(one) - mean / sum);
      }
      return new Line(common / spread, 1 / Math.sqrt(spread));
    }
  }
}
