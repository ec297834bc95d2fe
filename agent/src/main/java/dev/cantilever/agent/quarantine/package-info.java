/**
 * Reads text that nobody vouches for, and lets nothing of it out but a value of a closed type: a
 * number with its unit, one of some given words, or nothing. It has no tools, no memory and no
 * model, and depends on the vocabulary alone, so that nothing that a text says can reach anything.
 *
 * <p>Read {@link dev.cantilever.agent.quarantine.Quarantine} first.
 */
package dev.cantilever.agent.quarantine;
