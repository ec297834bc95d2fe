/**
 * Planners that ask language models, and what may go wrong with them: servers that fail, models
 * that obey what they should not, planners that mean harm.
 *
 * <p>Read {@link dev.cantilever.tests.models.FailureMatrixTest} first.
 */
package dev.cantilever.tests.models;
