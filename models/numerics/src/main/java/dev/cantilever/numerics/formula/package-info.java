/**
 * Formulas as data: the mean of a model or a hypothesis, written by a person or a language model as
 * text such as {@code x < t ? x^b1 : x^b2}, read into a small expression tree, and evaluated with
 * its exact derivatives.
 *
 * <p>Read {@link dev.cantilever.numerics.formula.Formula} first; {@link
 * dev.cantilever.numerics.formula.MeanFunction} adds units and priors. The text is not trusted. The
 * language has no loops, no assignment and no calls but a fixed list of elementary functions, and
 * every text is bounded before it is walked, so that reading and evaluating always end.
 *
 * <pre>
 * conditional  = or [ "?" conditional ":" conditional ]
 * or           = and { "or" and }
 * and          = not { "and" not }
 * not          = "not" not | comparison
 * comparison   = sum [ ( "&lt;" | "&lt;=" | "&gt;" | "&gt;=" ) sum ]
 * sum          = product { ( "+" | "-" ) product }
 * product      = signed { ( "*" | "/" ) signed }
 * signed       = ( "-" | "+" ) signed | power
 * power        = atom [ "^" exponent ]
 * exponent     = ( "-" | "+" ) exponent | power
 * atom         = number | name | function "(" arguments ")" | "(" conditional ")"
 * </pre>
 *
 * <p>All types are immutable and safe for several threads; equal arguments give equal bits.
 */
package dev.cantilever.numerics.formula;
