/**
 * Which calls ask whom: an ordered list of rules that an operator lays down, and what they look at.
 *
 * <p>Read {@link dev.cantilever.tools.rule.Rulebook} first. Rules narrow what may run; none of them
 * lets anything past the plan that was approved, the envelope or the gate.
 */
package dev.cantilever.tools.rule;
