/**
 * Tables of numbers as text: comma-separated values, read and written.
 *
 * <p>Read {@link dev.cantilever.tools.file.text.CsvReader} first.
 */
package dev.cantilever.tools.file.text;
