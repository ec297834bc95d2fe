/**
 * What a reviewer can rely on: exported runs, questions answered from logs alone, replays.
 *
 * <p>Read {@link dev.cantilever.tests.audit.ReviewTest} first.
 */
package dev.cantilever.tests.audit;
