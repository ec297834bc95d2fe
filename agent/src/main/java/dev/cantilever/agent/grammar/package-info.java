/**
 * The built-in planner: needs no key and no network, and understands what the recipes and the
 * phrasebook of the knowledge base say.
 *
 * <p>Read {@link dev.cantilever.agent.grammar.GrammarPlanner} first. A sentence is cut into {@link
 * dev.cantilever.agent.grammar.Token}s and laid out with phrases ({@link
 * dev.cantilever.agent.grammar.Cover}); what it asks for is {@link
 * dev.cantilever.agent.grammar.Work}, which a later sentence may change; {@link
 * dev.cantilever.agent.grammar.Drafting} turns work on an instrument into steps. Every word must be
 * accounted for; what is left over is named and nothing is guessed. It acts on nothing: what it
 * calls only reads, but for the wish that a running run may end.
 */
package dev.cantilever.agent.grammar;
