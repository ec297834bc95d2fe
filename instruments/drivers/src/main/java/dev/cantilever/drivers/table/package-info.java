/**
 * Recorded trials as an instrument: a table with one experiment in each row, served condition by
 * condition.
 *
 * <p>Read {@link dev.cantilever.drivers.table.TableFactory} first. Only recorded conditions can be
 * evaluated; nothing is interpolated. A table is read whole and strictly when the instrument is
 * connected: what is wrong with it is said with the number of its line.
 */
package dev.cantilever.drivers.table;
