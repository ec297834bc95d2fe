/**
 * Looking for as many different behaviours as possible instead of one optimum.
 *
 * <p>Read {@link dev.cantilever.numerics.novelty.NoveltySearch} first: it proposes where to
 * measure. {@link dev.cantilever.numerics.novelty.OutcomeNovelty} says how new an outcome is,
 * {@link dev.cantilever.numerics.novelty.Coverage} how much of what can happen was seen, and {@link
 * dev.cantilever.numerics.novelty.Pathfinder} weighs novelty against improvement. All types are
 * immutable; equal data and seed give equal bits. Outcomes beyond ±1e100 are refused, so that no
 * square overflows.
 */
package dev.cantilever.numerics.novelty;
