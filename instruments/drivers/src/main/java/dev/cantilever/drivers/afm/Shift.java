package dev.cantilever.drivers.afm;

/**
 * A displacement in metres.
 *
 * @param x to the right
 * @param y up the frame
 * @param z away from the sample
 */
public record Shift(double x, double y, double z) {}
