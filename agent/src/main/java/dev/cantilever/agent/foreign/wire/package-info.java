/**
 * Talks to one foreign server of the Model Context Protocol, which may do whatever it likes: a line
 * over standard input and output or a message over HTTP, one question at a time, everything bounded
 * in size, number and time.
 *
 * <p>Read {@link dev.cantilever.agent.foreign.wire.Session} first. What is not a whole, strict
 * answer to the question that was asked ends the conversation with one of the fixed words of {@link
 * dev.cantilever.agent.foreign.wire.BrokenWire}; nothing that a server says of its troubles is
 * passed on.
 */
package dev.cantilever.agent.foreign.wire;
