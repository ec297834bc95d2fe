/**
 * What an instrument writes down of its own deeds, line by line, in a file that outlives the
 * process.
 *
 * <p>Read {@link dev.cantilever.drivers.ledger.DeviceLedger} first. A ledger is the judge of what
 * happened: what it lists was done, what it does not list never arrived. Each kind of instrument
 * says by a {@link dev.cantilever.drivers.ledger.LineForm} what its lines hold besides key, verb
 * and duration. A ledger is used from one thread at a time.
 */
package dev.cantilever.drivers.ledger;
