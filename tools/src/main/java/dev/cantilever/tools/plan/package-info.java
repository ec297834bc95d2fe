/**
 * Plans: checked as a whole before anything runs, then run step by step in a journal of their own.
 *
 * <p>Read {@link dev.cantilever.tools.plan.PlanRunner} first.
 */
package dev.cantilever.tools.plan;
