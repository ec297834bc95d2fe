/**
 * An instrument served over HTTP, kernel and driver beside the hardware.
 *
 * <p>Read {@link dev.cantilever.tools.instrument.node.NodeServer} first; docs/protocols.md
 * describes the protocol. Every command goes through the gate of this side and runs once at most,
 * whatever the network does; a stop waits for nobody.
 */
package dev.cantilever.tools.instrument.node;
