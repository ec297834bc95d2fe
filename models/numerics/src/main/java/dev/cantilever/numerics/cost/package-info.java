/**
 * What measuring a candidate costs, in time, travel and dose, before it is measured.
 *
 * <p>Read {@link dev.cantilever.numerics.cost.CostModel} first. Numbers here plan and rank; the
 * limits that protect an instrument and its sample are the envelope's, not these.
 */
package dev.cantilever.numerics.cost;
