/**
 * The built-in planner: needs no key and no network, and understands what the recipes say.
 *
 * <p>Read {@link dev.cantilever.agent.grammar.GrammarPlanner} first. Every word of a sentence must
 * be accounted for; what is left over is named and nothing is guessed.
 */
package dev.cantilever.agent.grammar;
