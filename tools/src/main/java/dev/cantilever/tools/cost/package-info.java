/**
 * What measuring costs, as the tools that choose are told it, and what they say of it.
 *
 * <p>Read {@link dev.cantilever.tools.cost.CostForm} first. Costs here rank; the limits that
 * protect an instrument and its sample are the envelope's.
 */
package dev.cantilever.tools.cost;
