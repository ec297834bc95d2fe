/**
 * Annular dark field images: where the beam stands at each pixel, what reaches the detector there,
 * and what the electronics make of it.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.imaging.DarkField} first. Arrays run row by row, row 0
 * at the lowest y of an unrotated field. Everything but the noise is a pure function.
 */
package dev.cantilever.drivers.stem.imaging;
