/**
 * What lies under the beam and what the beam does to it: crystals as atom lists, particles on a
 * film, dose, knock-on damage and contamination.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.sample.Specimen} first. A {@link
 * dev.cantilever.drivers.stem.sample.Scene} is an endless plane and a pure function of its seed,
 * made piece by piece wherever somebody looks; a specimen is one scene with its history and has one
 * owner. Lengths are metres in the sample frame: x right, y up, z along the beam, away from the
 * source.
 */
package dev.cantilever.drivers.stem.sample;
