package dev.cantilever.numerics.space;

/**
 * A constraint that a condition does not meet.
 *
 * @param constraint in short
 * @param amount by how much: of the sum of a linear constraint, of the axis's range to the nearest
 *     side of a box, of the radius of a ball (1 at its centre); as it was given by a callable one
 * @param message the same as a sentence
 */
public record Refusal(String constraint, double amount, String message) {}
