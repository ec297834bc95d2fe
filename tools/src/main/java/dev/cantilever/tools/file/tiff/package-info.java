/**
 * TIFF images with real numbers: grey levels of 8 to 64 bits, integer or floating point.
 *
 * <p>Read {@link dev.cantilever.tools.file.tiff.TiffReader} first. Layout: Aldus, TIFF Revision 6.0
 * (1992). The decoder is our own because the one in the JDK turns samples into colours and bounds
 * neither memory nor time on a damaged file.
 */
package dev.cantilever.tools.file.tiff;
