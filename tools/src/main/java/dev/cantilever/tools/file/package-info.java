/**
 * Microscopy files in and out.
 *
 * <p>Read {@link dev.cantilever.tools.file.FileReader} first: it tells the format by the first
 * bytes and returns calibrated arrays, or throws {@link
 * dev.cantilever.tools.file.content.UnreadableFile} and nothing else. Memory and time are bounded
 * by {@link dev.cantilever.tools.file.content.ReadLimits}, whatever the file says.
 */
package dev.cantilever.tools.file;
