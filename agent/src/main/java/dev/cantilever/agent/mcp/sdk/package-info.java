/**
 * The protocol by the official Java SDK ({@code io.modelcontextprotocol.sdk}), which nothing
 * outside this package names: its messages, sessions and version negotiation, without its
 * transports.
 *
 * <p>Read {@link dev.cantilever.agent.mcp.sdk.SdkProtocol} first. The SDK's own transports (seen on
 * 2.1.0) are not used: over standard input one line that is no JSON ends its server, and of two
 * hundred calls sent in a row one was answered; over HTTP it needs a servlet container, and the JDK
 * has a server that is enough.
 */
package dev.cantilever.agent.mcp.sdk;
