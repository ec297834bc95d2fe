package dev.cantilever.drivers.stem;

import java.util.List;

/**
 * What a focus series found.
 *
 * @param defocusMetres the best defocus, which is set; the one before where none stands out
 * @param standardErrorMetres of it; the whole range where none stands out
 * @param tried defocus and sharpness of every image, by defocus
 */
public record FocusFound(double defocusMetres, double standardErrorMetres, List<FocusPoint> tried) {

  public FocusFound {
    tried = List.copyOf(tried);
  }
}
