/**
 * The append-only log of a run, with proofs.
 *
 * <p>Read {@link dev.cantilever.tools.journal.Journal} first. An entry is one line of canonical
 * JSON; the lines are the leaves of a Merkle tree (RFC 6962). One SQLite file holds one run; the
 * tables carry the run's name so that the same plain SQL serves a database of many. Nothing is ever
 * rewritten; a file that failed to reach the disk is left behind, and its entries go on in another.
 * Several processes may append to one journal; within a process one thread uses it.
 */
package dev.cantilever.tools.journal;
