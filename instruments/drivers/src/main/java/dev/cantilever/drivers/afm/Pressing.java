package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.lever.TipSampleForce;
import dev.cantilever.drivers.twin.NormalDraws;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Takes force curves: the tip stays at the equilibrium k (D − rest) = F(D) that it is in until that
 * vanishes, and then goes the way the net force pushes it to the next one. The jumps into contact
 * and out of it follow.
 */
final class Pressing {

  /** The tip looks for its next equilibrium in steps of this. */
  private static final double SEARCH = 5e-12;

  private static final int BISECTIONS = 30;

  /** Bandwidth of the deflection that the detector's noise fills, in Hz. */
  private static final double BANDWIDTH = 1e3;

  private final Probe probe;
  private final TipSampleForce force;
  private final double rms;
  private final NormalDraws draws;
  private double distance;

  Pressing(Probe probe, TipSampleForce force, NoiseLevels noise, NormalDraws draws) {
    this.probe = probe;
    this.force = force;
    this.draws = draws;
    double detector = noise.detectorMetresPerRootHertz();
    double thermal = 1.380649e-23 * noise.kelvin() / probe.springNewtonsPerMetre();
    rms = Math.sqrt(detector * detector * BANDWIDTH + thermal);
  }

  /**
   * One curve.
   *
   * @param zOfContact height of the actuator at which the unbent tip touches
   */
  ForceCurve curve(ForceCurve.Request request, double zOfContact) {
    List<ForceCurve.Point> extend = new ArrayList<>();
    List<Double> rests = new ArrayList<>();
    double top = 0.8 * request.rangeMetres();
    distance = top;
    boolean triggered = false;
    for (int i = 0; i < request.points() && !triggered; i++) {
      double rest = top - request.rangeMetres() * i / (request.points() - 1);
      rests.add(rest);
      extend.add(point(rest, zOfContact));
      triggered = force.newtons(distance) >= request.triggerNewtons();
    }
    Collections.reverse(rests);
    List<ForceCurve.Point> retract = rests.stream().map(rest -> point(rest, zOfContact)).toList();
    return new ForceCurve(extend, retract, triggered);
  }

  private ForceCurve.Point point(double rest, double zOfContact) {
    settle(rest);
    double noisy = rms > 0 ? rms * draws.normal() : 0;
    double deflection = distance - rest + noisy;
    return new ForceCurve.Point(
        zOfContact + rest, deflection, probe.springNewtonsPerMetre() * deflection);
  }

  private void settle(double rest) {
    double sign = Math.signum(net(distance, rest));
    double other = distance;
    while (sign * net(other, rest) > 0) {
      distance = other;
      other += sign * SEARCH;
    }
    for (int i = 0; i < BISECTIONS; i++) {
      double middle = (distance + other) / 2;
      if (sign * net(middle, rest) > 0) {
        distance = middle;
      } else {
        other = middle;
      }
    }
  }

  private double net(double at, double rest) {
    return probe.springNewtonsPerMetre() * (rest - at) + force.newtons(at);
  }
}
