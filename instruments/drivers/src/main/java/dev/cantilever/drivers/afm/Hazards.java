package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.twin.Require;

/**
 * What may go wrong by itself.
 *
 * @param airFilmShare by how much of itself the lever's damping rises at the surface, in [0, 0.3]:
 *     a setpoint above 1/(1 + share) is reached in the air, micrometres too high
 * @param falseEngage probability that an approach stops 1–5 µm out of reach, in [0, 1]
 * @param contaminationPerLine probability that the tip picks something up, in [0, 1]
 * @param doubleTipPerCrash probability that a crash leaves a second apex, in [0, 1]
 */
public record Hazards(
    double airFilmShare,
    double falseEngage,
    double contaminationPerLine,
    double doubleTipPerCrash) {

  public Hazards {
    Require.inside("air film share", airFilmShare, 0, 0.3);
    Require.inside("probability of a false engage", falseEngage, 0, 1);
    Require.inside("probability of contamination", contaminationPerLine, 0, 1);
    Require.inside("probability of a double tip", doubleTipPerCrash, 0, 1);
  }

  /** An air film of 4 %, one false engage in twenty, dirt every 5000 lines, 0.3 double tips. */
  public static Hazards typical() {
    return new Hazards(0.04, 0.05, 2e-4, 0.3);
  }

  /** Nothing goes wrong by itself; a crash still blunts the tip. */
  public static Hazards none() {
    return new Hazards(0, 0, 0, 0);
  }
}
