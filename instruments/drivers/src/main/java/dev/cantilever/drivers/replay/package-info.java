/**
 * Instruments that replay recorded data sets: the probe or the beam moves, a curve or a picture is
 * acquired, time passes on a virtual clock. What is recorded and how it lies in a file is said by a
 * profile; see {@link dev.cantilever.drivers.replay.ReplayFactory}.
 *
 * <p>Read {@link dev.cantilever.drivers.replay.ReplayDriver} first. Recorded data cannot answer
 * what was not recorded: a loop with another bias, a place between the sites, a part of a frame are
 * refused, not interpolated; values are those of the file, bit for bit. Files are HDF5; those of
 * other makers become HDF5 by the tool {@code data.export}. Each instrument keeps a ledger of its
 * own of everything it did; that ledger outlives the process and is the judge of what happened.
 */
package dev.cantilever.drivers.replay;
