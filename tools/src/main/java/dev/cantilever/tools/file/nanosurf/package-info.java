/**
 * Image files of Nanosurf.
 *
 * <p>Read {@link dev.cantilever.tools.file.nanosurf.NanosurfReader} first.
 */
package dev.cantilever.tools.file.nanosurf;
