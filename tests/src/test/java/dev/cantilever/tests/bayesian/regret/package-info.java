/**
 * Is the core as good a guide as the library most laboratories would otherwise use? The same
 * problems from the same starts, budget by budget. Beside that, what was published of loop areas,
 * clusters of outcomes and competing forms, and what a second fidelity saves.
 *
 * <p>Read {@link dev.cantilever.tests.bayesian.regret.RegretTest} first.
 */
package dev.cantilever.tests.bayesian.regret;
