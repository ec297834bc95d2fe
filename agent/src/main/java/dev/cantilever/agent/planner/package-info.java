/**
 * What a planner is: it reads what was said and proposes; it decides nothing and reaches no
 * instrument.
 *
 * <p>Read {@link dev.cantilever.agent.planner.Planner} first.
 */
package dev.cantilever.agent.planner;
