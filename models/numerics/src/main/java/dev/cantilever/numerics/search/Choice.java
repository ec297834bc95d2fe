package dev.cantilever.numerics.search;

/**
 * One member of a batch and why it was chosen; mean and deviation before it is measured, given the
 * batch so far.
 *
 * @param candidate its number in the pool
 * @param value of the acquisition function there
 * @param runnerUp the next best candidate, or −1 where there was none
 * @param runnerUpValue its value; equal to {@code value} where there was none
 * @param ties how many candidates had exactly this value; the choice among them was drawn
 */
public record Choice(
    int candidate,
    double value,
    int runnerUp,
    double runnerUpValue,
    int ties,
    double mean,
    double deviation) {}
