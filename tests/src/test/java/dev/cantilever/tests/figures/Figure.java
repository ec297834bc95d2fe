package dev.cantilever.tests.figures;

/**
 * One measured promise.
 *
 * @param id issue and number, for example {@code first-light-1a}
 * @param goal what was promised, with its direction, for example {@code ≥ 0.42}
 * @param holds whether it is kept
 * @param tier {@code fast}, {@code long} or {@code bench}
 * @param seed of the random choices behind it
 * @param where test that measured it
 */
public record Figure(
    String id,
    String what,
    double value,
    String unit,
    String goal,
    boolean holds,
    String tier,
    String seed,
    String where) {}
