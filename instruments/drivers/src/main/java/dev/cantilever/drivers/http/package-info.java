/**
 * Instruments that another program serves over HTTP, as docs/protocols.md describes it.
 *
 * <p>Read {@link dev.cantilever.drivers.http.HttpDriver} first. What always holds: every request
 * ends at a deadline of ours and its answer has a bound; a command is sent once; one whose answer
 * was lost is asked about, and that question makes sure that it does not begin afterwards.
 */
package dev.cantilever.drivers.http;
