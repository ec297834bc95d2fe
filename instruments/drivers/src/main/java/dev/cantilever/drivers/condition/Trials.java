package dev.cantilever.drivers.condition;

import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/** Where the outcomes of conditions come from. Pure: same arguments, same bits. */
public interface Trials {

  /**
   * All on which outcomes depend besides the arguments of {@link #outcomes}: seed, sizes, hash of
   * the data. Trials of equal identity give equal bits.
   */
  String identity();

  /**
   * Why there is no answer for a condition although each of its values lies inside the offered
   * range; empty where there is one.
   *
   * @param condition one value for each offered parameter, in the order of the offer
   */
  Optional<String> cannot(Series condition);

  /**
   * What comes of a condition.
   *
   * @param condition as in {@link #cannot}, which was asked before
   * @param fidelity number of an offered fidelity
   * @param repetition how often the same condition was evaluated before at this fidelity
   * @return one for each offered outcome, in the order of the offer
   */
  List<Reading.Outcome> outcomes(Series condition, int fidelity, int repetition);

  /** The truth behind the outcomes, where it is known. */
  default Optional<GroundTruth> truth() {
    return Optional.empty();
  }
}
