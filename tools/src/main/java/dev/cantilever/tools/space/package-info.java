/**
 * Search spaces without an instrument as tools: continuous and whole numbers, categories, mixtures,
 * with constraints.
 *
 * <p>Read {@link dev.cantilever.tools.space.ProposeCondition} first.
 */
package dev.cantilever.tools.space;
