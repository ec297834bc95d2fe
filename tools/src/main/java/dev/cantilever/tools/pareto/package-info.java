/**
 * Trade-offs between several goals as tools.
 *
 * <p>Read {@link dev.cantilever.tools.pareto.ParetoFront} first.
 */
package dev.cantilever.tools.pareto;
