package dev.cantilever.drivers.afm;

/**
 * Where the draws of a twin come from.
 *
 * @param world seed of what is true: drift, the fate of the tip, faults
 * @param noise seed of what the detector adds: thermal motion, detector, pick-up, line offsets
 */
public record Seeds(long world, long noise) {}
