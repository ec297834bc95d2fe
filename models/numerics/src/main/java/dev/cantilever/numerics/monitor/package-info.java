/**
 * What a campaign did and how well its surrogate knew: pure functions of a stored trace.
 *
 * <p>Read {@link dev.cantilever.numerics.monitor.Path} first, then {@link
 * dev.cantilever.numerics.monitor.TrapDetector}. Curves are data with one entry a step; nothing
 * here fits, measures or decides, and equal traces give equal bits. Numbers above 1e100 in
 * magnitude are refused, so that no sum of squares overflows.
 */
package dev.cantilever.numerics.monitor;
