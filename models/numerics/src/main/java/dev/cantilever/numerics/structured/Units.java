package dev.cantilever.numerics.structured;

import dev.cantilever.numerics.surrogate.Standardisation;

/**
 * How the numbers of the core relate to those of a formula. A campaign scales its inputs once; it
 * standardises its observations anew at each proposal, by {@link Standardisation#of} of all of
 * them, and so must the units of the surrogate that is handed to that proposal.
 *
 * @param inputs between physical and scaled inputs
 * @param observations between physical and standardised observations
 */
public record Units(InputScaling inputs, Standardisation observations) {

  /** For a core that computes with the physical numbers themselves, of d inputs. */
  public static Units none(int d) {
    return new Units(InputScaling.none(d), new Standardisation(0, 1));
  }

  /** The same inputs, observations standardised otherwise. */
  public Units with(Standardisation other) {
    return new Units(inputs, other);
  }

  /** A physical value of the mean as the core sees it. */
  double standardised(double physical) {
    return (physical - observations.mean()) / observations.deviation();
  }
}
