package dev.cantilever.tools.library;

/**
 * How much of an element there is at a place.
 *
 * @param element as the operator's table names it
 * @param fraction as predicted from the table, 0 to 1 but for its error
 * @param standardError of another entry of the table at this place
 */
public record Fraction(String element, double fraction, double standardError) {}
