/**
 * Fetches text from where it lies, has it read in quarantine, and says where the value is from.
 *
 * <p>Read {@link dev.cantilever.agent.text.ReadText} first.
 */
package dev.cantilever.agent.text;
