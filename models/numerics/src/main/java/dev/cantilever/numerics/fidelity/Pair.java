package dev.cantilever.numerics.fidelity;

/** A candidate at a fidelity, both by number from 0. */
public record Pair(int candidate, int fidelity) {}
