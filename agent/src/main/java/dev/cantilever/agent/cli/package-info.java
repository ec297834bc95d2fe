/**
 * The command line: translates words into calls and results into text; decides nothing.
 *
 * <p>Read {@link dev.cantilever.agent.cli.Main} first: one class per verb, {@link
 * dev.cantilever.agent.cli.Experiment} is what demo, ask and chat share.
 */
package dev.cantilever.agent.cli;
