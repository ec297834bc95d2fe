/**
 * Microscopy files that a person has laid into the folder {@code data} of the home, as tools see
 * them: by plain name, never by path.
 *
 * <p>Read {@link dev.cantilever.tools.file.DataFolder} first. Files are untrusted: whatever is
 * wrong with one ends in a refusal that names it.
 */
package dev.cantilever.tools.data;
