package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.ArrayList;
import java.util.List;

/**
 * Bias pulses on a film: existing walls creep, a nucleus is born if the pulse lasts long enough,
 * and a small new domain may be lost afterwards. Not safe for several threads.
 */
final class Writing {

  /** A disc of this many cells is the smallest that the level set carries well. */
  private static final double SEED_CELLS = 2.5;

  private final Film film;
  private final WallCreep creep;
  private final Nucleation nucleation;
  private final NormalDraws chance;
  private final List<Pulse> pulses = new ArrayList<>();

  /**
   * @param chance decides whether a small domain is lost; part of the sample, not of the noise
   */
  Writing(Film film, SampleSettings settings, NormalDraws chance) {
    this.film = film;
    this.chance = chance;
    creep = settings.creep();
    nucleation = settings.nucleation();
  }

  List<Pulse> pulses() {
    return pulses;
  }

  void pulse(BiasedTip tip, double seconds) {
    if (tip.volts() == 0) {
      return;
    }
    double[] before = film.distance();
    double sense = Math.signum(tip.volts());
    double birth = nucleation.seconds(tip.volts());
    double waiting = Math.min(seconds, birth);
    film.moveWalls(tip, waiting);
    boolean opposed = sense * film.polarization(tip.xMetres(), tip.yMetres()) < 0;
    boolean nucleated = opposed && seconds >= birth && creep.grows(tip.volts());
    if (nucleated) {
      grow(tip, seconds - waiting);
    } else {
      film.moveWalls(tip, seconds - waiting);
    }
    double area = film.areaGained(before, sense);
    boolean lost = nucleated && isLost(area, seconds);
    if (lost) {
      film.restore(before);
    }
    pulses.add(new Pulse(tip, seconds, nucleated, lost, lost ? 0 : area));
  }

  private void grow(BiasedTip tip, double seconds) {
    double activation =
        film.grid().sample(film.activation().voltsPerMetre(), tip.xMetres(), tip.yMetres());
    double seed = SEED_CELLS * film.grid().cellMetres();
    double radius = creep.radiusUpTo(seed, tip.volts(), seconds, activation);
    double used = Math.min(seconds, creep.secondsTo(tip.volts(), radius, activation));
    film.moveWalls(tip, used);
    film.nucleate(tip, radius);
    film.moveWalls(tip, seconds - used);
  }

  private boolean isLost(double areaSquareMetres, double seconds) {
    double radius = Math.sqrt(Math.max(0, areaSquareMetres) / Math.PI);
    // Drawn for every nucleus, so that the draws of later pulses do not hang on this one's size.
    return chance.uniform() < nucleation.lossProbability(radius, seconds);
  }
}
