package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.reading.Spectrum;

/** What a twin or a recorded data set knows of every site, measured or not. */
public interface GroundTruth {

  /** The spectrum that the site would give. */
  Spectrum spectrum(int site);
}
