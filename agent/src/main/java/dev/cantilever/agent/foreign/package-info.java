/**
 * Tools of foreign servers that speak the Model Context Protocol. They enter as what they are:
 * untrusted words, of which a person has allowed some, one tool at a time, as they stood at that
 * moment.
 *
 * <p>Read {@link dev.cantilever.agent.foreign.ForeignTool} first: a tool made from a descriptor
 * that a person pinned. {@link dev.cantilever.agent.foreign.ServersFile} says which servers there
 * are; {@link dev.cantilever.agent.foreign.ForeignServers} talks to them; {@link
 * dev.cantilever.agent.foreign.Descriptor} is what a server says of a tool, {@link
 * dev.cantilever.agent.foreign.ResultReader} what comes of it. Nothing is called that a person has
 * not allowed, and nothing that came back is ever taken for ours.
 */
package dev.cantilever.agent.foreign;
