/**
 * Files of Nanonis controllers: scans, grids of spectra, single spectra.
 *
 * <p>Read {@link dev.cantilever.tools.file.nanonis.ScanReader} first. Positions are in the frame of
 * the scan; a rotation of that frame stays in the metadata and is not applied.
 */
package dev.cantilever.tools.file.nanonis;
