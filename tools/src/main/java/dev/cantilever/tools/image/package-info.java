/**
 * Numbers of pictures that a run has taken: how rough a surface is, how far two pictures differ.
 *
 * <p>Read {@link dev.cantilever.tools.image.Levelled} first: all numbers are of heights over the
 * plane that fits them best, so that a tilted sample is not a rough one.
 */
package dev.cantilever.tools.image;
