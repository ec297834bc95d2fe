/**
 * What instruments return: spectra with axes, units and a verdict on their quality.
 *
 * <p>Read {@link dev.cantilever.vocabulary.reading.Spectrum} first. All types are immutable.
 */
package dev.cantilever.vocabulary.reading;
