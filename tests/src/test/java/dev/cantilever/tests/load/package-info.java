/**
 * The program under load: as many as may watch, campaigns at the pace of instruments, and stop.
 *
 * <p>Read {@link dev.cantilever.tests.load.LoadTest} first. The program serves as a process of its
 * own with the flags of the launcher, and whoever watches is another process of low priority. Eight
 * campaigns are measured by a driver that gives readings at the ticks of its own clock and notes
 * when the next command comes. With and without watchers alternate, so that what else the machine
 * does falls on both; the medians of the runs are compared.
 */
package dev.cantilever.tests.load;
