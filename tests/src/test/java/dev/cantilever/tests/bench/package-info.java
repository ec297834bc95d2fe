/**
 * Seconds of the core and, in the same run, of the library most laboratories would otherwise use.
 *
 * <p>Read {@link dev.cantilever.tests.bench.SpeedTest} first. One thread throughout.
 */
package dev.cantilever.tests.bench;
