/**
 * Talks to one foreign server of the Model Context Protocol, which may do whatever it likes: a line
 * over standard input and output or a message over HTTP, one question at a time, everything bounded
 * in size, number and time.
 *
 * <p>Read {@link dev.cantilever.agent.foreign.wire.Session} first. What is not a whole, strict
 * answer to the question that was asked ends the conversation with one of the fixed words of {@link
 * dev.cantilever.agent.foreign.wire.BrokenWire}; nothing that a server says of its troubles is
 * passed on.
 *
 * <p>No library is used for it: the client of LangChain4j (seen on 1.18.0-beta28) passes over lines
 * that are no messages and answers to other questions, takes the last of two equal keys, and hands
 * on 8 MB of text.
 */
package dev.cantilever.agent.foreign.wire;
