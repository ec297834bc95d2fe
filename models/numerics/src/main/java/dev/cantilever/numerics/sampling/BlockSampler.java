package dev.cantilever.numerics.sampling;

import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.sampling.Target.Place;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Draws from a density by alternating two kinds of moves, each of which leaves the density as it
 * is: one No-U-Turn transition of all smooth coordinates, then one slice update of each other
 * coordinate in turn. Change points and other coordinates along which the density jumps are for
 * slices. With no such coordinate it is the No-U-Turn sampler alone, which needs one gradient for
 * each step of a trajectory and none besides; with all of them it is slice sampling and needs no
 * gradient at all.
 */
public final class BlockSampler {

  private static final int STARTS = 10;

  private final SamplerSettings settings;
  private final int[] sliced;

  /**
   * A sampler.
   *
   * @param sliced indices of the coordinates that are moved by slices, in the order of their
   *     updates
   */
  public BlockSampler(SamplerSettings settings, int... sliced) {
    if (Arrays.stream(sliced).distinct().count() != sliced.length
        || Arrays.stream(sliced).anyMatch(i -> i < 0)) {
      throw new IllegalArgumentException(
          "sliced coordinates must be different indices from 0, not " + Arrays.toString(sliced));
    }
    this.settings = settings;
    this.sliced = sliced.clone();
  }

  /**
   * Runs all chains, one after the other.
   *
   * @param density over vectors as long as those of {@code start}
   * @param stream moves by one number; each chain has a named stream of its own, seeded by it
   * @throws ImpossibleStart where the density is 0 at each of 10 starts
   */
  public Draws draw(LogDensity density, Start start, RandomStream stream) {
    long seed = stream.nextLong();
    List<Chain> chains = new ArrayList<>();
    for (int c = 0; c < settings.chains(); c++) {
      chains.add(chain(new Target(density), start, RandomStream.of(seed, "chain " + c)));
    }
    return new Draws(chains);
  }

  private Chain chain(Target target, Start start, RandomStream stream) {
    Place here = possible(target, start, stream);
    int dimension = here.theta().length;
    int[] moving = moving(dimension);
    NoUTurnSampler trajectories = new NoUTurnSampler(settings, target, moving, dimension);
    SliceSampler slices = new SliceSampler(target, dimension);
    double[][] theta = new double[settings.draws()][];
    double[] logDensity = new double[settings.draws()];
    for (int t = 0; t < settings.warmUp(); t++) {
      Place next = moving.length == 0 ? here : trajectories.tune(here, t, stream);
      here = sliced(next, target, slices, true, stream);
    }
    for (int t = 0; t < settings.draws(); t++) {
      Place next = moving.length == 0 ? here : trajectories.step(here, stream);
      here = sliced(next, target, slices, false, stream);
      theta[t] = here.theta();
      logDensity[t] = here.value();
    }
    return new Chain(theta, logDensity, trajectories.report(target));
  }

  /** The place after one slice update of each sliced coordinate. */
  private Place sliced(
      Place from, Target target, SliceSampler slices, boolean tunes, RandomStream stream) {
    if (sliced.length == 0) {
      return from;
    }
    double[] theta = from.theta().clone();
    double value = from.value();
    for (int i : sliced) {
      value = tunes ? slices.tune(theta, value, i, stream) : slices.step(theta, value, i, stream);
    }
    boolean needsGradient = sliced.length < theta.length;
    return needsGradient ? target.at(theta) : Place.withoutGradient(theta, value);
  }

  private Place possible(Target target, Start start, RandomStream stream) {
    for (int attempt = 0; attempt < STARTS; attempt++) {
      double[] theta = start.from(stream);
      Place place =
          sliced.length < theta.length
              ? target.at(theta)
              : Place.withoutGradient(theta, target.value(theta));
      if (place.isPossible()) {
        return place;
      }
    }
    throw new ImpossibleStart(STARTS);
  }

  private int[] moving(int dimension) {
    for (int i : sliced) {
      if (i >= dimension) {
        throw new IllegalArgumentException(
            "coordinate %d cannot be sliced: there are only %d".formatted(i, dimension));
      }
    }
    return IntStream.range(0, dimension)
        .filter(i -> Arrays.stream(sliced).noneMatch(s -> s == i))
        .toArray();
  }
}
