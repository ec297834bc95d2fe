package dev.cantilever.drivers.stem;

/**
 * One image of a focus series.
 *
 * @param defocusMetres at which it was taken
 * @param sharpness pure number; below 0 where counting noise hides it
 */
public record FocusPoint(double defocusMetres, double sharpness) {}
