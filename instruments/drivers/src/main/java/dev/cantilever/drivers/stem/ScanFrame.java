package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.field.Field;

/**
 * One image of one detector, HAADF or BF.
 *
 * @param image converter steps, 0 to 65535
 * @param startSeconds twin time at its first pixel
 * @param pixelMetres width of a pixel by the settings
 * @param clippedPixels how many pixels stand at full scale
 */
public record ScanFrame(Field image, double startSeconds, double pixelMetres, int clippedPixels) {}
