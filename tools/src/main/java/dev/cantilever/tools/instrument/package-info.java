/**
 * The instruments of an installation as tools: describe, state, move, acquire.
 *
 * <p>Read {@link dev.cantilever.tools.instrument.InstrumentRack} first: it connects instruments by
 * their profiles and puts each behind its gate with its envelope. No tool can change a profile or
 * an envelope: they are files of the operator, read at start.
 */
package dev.cantilever.tools.instrument;
