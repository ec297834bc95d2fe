/**
 * Where the numbers in an answer come from: each is the result of a call of this conversation, was
 * said by the person, or is marked.
 *
 * <p>Read {@link dev.cantilever.agent.trace.NumberTrace} first. One conversation, one thread.
 */
package dev.cantilever.agent.trace;
