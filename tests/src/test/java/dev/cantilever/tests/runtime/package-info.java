/**
 * The runtime as its users meet it: plans as files, questions to people, other planners.
 *
 * <p>Read {@link dev.cantilever.tests.runtime.PlanFileTest} first.
 */
package dev.cantilever.tests.runtime;
