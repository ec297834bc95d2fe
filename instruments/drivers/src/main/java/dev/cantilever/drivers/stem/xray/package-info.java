/**
 * X-rays that fast electrons make in a specimen, and the detector that sorts them by energy:
 * characteristic lines on Bremsstrahlung.
 *
 * <p>Read {@link dev.cantilever.drivers.stem.xray.XraysAt} first. Energies are electron volts,
 * areal densities atoms per square metre. The specimen is thin: no absorption in it, no
 * fluorescence by its own X-rays, emission the same in all directions.
 */
package dev.cantilever.drivers.stem.xray;
