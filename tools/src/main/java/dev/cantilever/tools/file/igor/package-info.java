/**
 * Igor binary waves, version 5, as instruments of Asylum Research save them.
 *
 * <p>Read {@link dev.cantilever.tools.file.igor.IgorWaveReader} first. Layout: WaveMetrics,
 * Technical Note PTN003, Igor Binary Format.
 */
package dev.cantilever.tools.file.igor;
