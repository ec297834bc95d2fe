/**
 * Gaussian processes as tools: fit one to observations, predict with it.
 *
 * <p>Read {@link dev.cantilever.tools.surrogate.Model} first: a fitted model is a document in the
 * data store, named by its hash.
 */
package dev.cantilever.tools.surrogate;
