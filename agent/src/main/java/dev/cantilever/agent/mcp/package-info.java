/**
 * An edge for foreign hosts that speak the Model Context Protocol (revision 2025-11-25). It
 * translates and authenticates and decides nothing: every call goes to the same desk as
 * everybody's.
 *
 * <p>Read {@link dev.cantilever.agent.mcp.Offer} first: what there is to see and to call, in words
 * of ours. {@link dev.cantilever.agent.mcp.Message} reads what a client sent, strictly; {@link
 * dev.cantilever.agent.mcp.StdioWire} and {@link dev.cantilever.agent.mcp.HttpWire} carry it;
 * between them stands {@link dev.cantilever.agent.mcp.Protocol}, which the package {@code sdk}
 * implements with the official library. Nothing outside that package names the library.
 *
 * <p>One message of a client has one answer, in the order of the messages. Threads: a wire may be
 * served by many; calls of tools run one at a time.
 */
package dev.cantilever.agent.mcp;
