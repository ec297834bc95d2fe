/**
 * Competing explanations as tools.
 *
 * <p>Read {@link dev.cantilever.tools.hypothesis.CompareHypotheses} first.
 */
package dev.cantilever.tools.hypothesis;
