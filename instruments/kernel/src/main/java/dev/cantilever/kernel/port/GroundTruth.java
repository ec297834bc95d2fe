package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.List;

/**
 * What a twin or a recorded data set knows of all that it could be asked for, asked for or not: of
 * sites where it {@linkplain Offer.Loops offers loops}, of entries where it {@linkplain
 * Offer.Conditions offers conditions}.
 */
public interface GroundTruth {

  /**
   * The spectrum that the site would give.
   *
   * @throws UnsupportedOperationException where there are no sites
   */
  default Spectrum spectrum(int site) {
    throw new UnsupportedOperationException("an instrument without sites has no spectra");
  }

  /**
   * The outcomes of an entry of {@link Offer.Conditions#entries}, as well as they are known.
   *
   * @throws UnsupportedOperationException where there are no entries
   */
  default List<Reading.Outcome> outcomes(int entry) {
    throw new UnsupportedOperationException("an instrument without entries has no outcomes");
  }

  /** Pictures of what is there, without noise; none where nothing can be drawn. */
  default List<Frame> pictures() {
    return List.of();
  }
}
