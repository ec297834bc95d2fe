/**
 * An edge for foreign hosts that speak the Model Context Protocol (revision 2025-11-25). It
 * translates and authenticates and decides nothing: every call goes to the same desk as
 * everybody's, and what runs was approved as everybody's is.
 *
 * <p>Read {@link dev.cantilever.agent.mcp.Offer} first: what there is to see and to call, in words
 * of ours. {@link dev.cantilever.agent.mcp.Message} reads what a client sent, strictly; {@link
 * dev.cantilever.agent.mcp.StdioWire} and {@link dev.cantilever.agent.mcp.HttpWire} carry it;
 * between them stands {@link dev.cantilever.agent.mcp.Protocol}, which the package {@code sdk}
 * implements with the official library. Nothing outside that package names the library.
 *
 * <p>A host asks for plans and begins approved ones by two tools of this edge, {@link
 * dev.cantilever.agent.mcp.RequestPlan} and {@link dev.cantilever.agent.mcp.RunPlan}. Whether a
 * person may be asked by way of the host, and what for, {@link
 * dev.cantilever.agent.mcp.HostApproval} knows alone.
 *
 * <p>One message of a client has one answer, in the order of the messages but for those that last.
 * Threads: a wire may be served by many; calls of tools of the catalogue run one at a time.
 */
package dev.cantilever.agent.mcp;
