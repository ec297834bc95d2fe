/**
 * Acquisition functions as tools: evaluate one at given inputs, propose a batch from them.
 *
 * <p>Read {@link dev.cantilever.tools.acquisition.ProposeBatch} first.
 */
package dev.cantilever.tools.acquisition;
