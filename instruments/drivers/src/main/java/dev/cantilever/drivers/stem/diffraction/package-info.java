/**
 * Diffraction patterns at every place of a scan, kept simple: discs without interference, moved by
 * fields and by strain, and counted.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.diffraction.Diffraction} first. Angles are radians in
 * the frame of the sample; row 0 of a pattern is the lowest angle along y.
 */
package dev.cantilever.drivers.stem.diffraction;
