package dev.cantilever.numerics.acquisition;

/**
 * One part of why a candidate was chosen.
 *
 * @param name for people
 * @param value in the scale of the acquisition function
 */
public record Term(String name, double value) {}
