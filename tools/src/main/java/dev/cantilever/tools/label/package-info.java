/**
 * Where the values of a plan come from: a value that was worked out of an untrusted one is
 * untrusted, whatever tools it went through.
 *
 * <p>Read {@link dev.cantilever.tools.label.PlanLabels} first.
 */
package dev.cantilever.tools.label;
