/**
 * What happened in a run, for a person: facts, and one self-contained page of HTML.
 *
 * <p>Read {@link dev.cantilever.tools.report.RunFacts} first. Reports alone may look at the truth
 * behind a twin or a recorded data set.
 */
package dev.cantilever.tools.report;
