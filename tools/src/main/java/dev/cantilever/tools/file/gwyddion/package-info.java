/**
 * Files of Gwyddion: its own container format and its simple field, read and written.
 *
 * <p>Read {@link dev.cantilever.tools.file.gwyddion.GwyddionReader} first. Layout: Gwyddion user
 * guide, "Gwyddion file format" and "Gwyddion Simple Field format".
 */
package dev.cantilever.tools.file.gwyddion;
