/**
 * What a microscopy file holds, whatever program wrote it: arrays of numbers with calibrated axes.
 *
 * <p>Read {@link dev.cantilever.tools.file.content.Dataset} first. Everything here is immutable; a
 * dataset that exists has one number for every combination of axis positions.
 */
package dev.cantilever.tools.file.content;
