/**
 * Campaigns over whole conditions: what to try next on an instrument that answers for conditions,
 * by one of several policies.
 *
 * <p>Read {@link dev.cantilever.tools.search.SearchDecider} first: a pure function from what was
 * seen to what comes next. {@link dev.cantilever.tools.search.SearchRunner} does what it says.
 */
package dev.cantilever.tools.search;
