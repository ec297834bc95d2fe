/**
 * The planner that asks a language model: our own loop, our own retries, nothing run by the
 * framework.
 *
 * <p>Read {@link dev.cantilever.agent.model.ModelPlanner} first. A turn that did not end properly
 * on the wire counts as not said; a turn of which one call is wrong runs none of its calls.
 */
package dev.cantilever.agent.model;
