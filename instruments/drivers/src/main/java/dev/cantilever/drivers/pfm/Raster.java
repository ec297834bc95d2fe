package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.Require;

/**
 * The pixels of a scan and its speed.
 *
 * @param lines pixels along the slow axis, in [2, 1024]
 * @param pixels along the fast axis, in [2, 1024]
 * @param lineHertz lines per second, in [0.05, 20]
 */
public record Raster(int lines, int pixels, double lineHertz) {

  /** Seconds from the command to the first pixel. */
  private static final double START_SECONDS = 1.5;

  public Raster {
    Require.inside("number of lines", lines, 2, 1024);
    Require.inside("number of pixels", pixels, 2, 1024);
    Require.inside("line rate in hertz", lineHertz, 0.05, 20);
  }

  public double seconds() {
    return START_SECONDS + lines / lineHertz;
  }

  /** Seconds from the command to a pixel; the way back takes the second half of each line. */
  double secondsUntil(int line, int pixel) {
    return START_SECONDS + (line + 0.5 * (pixel + 0.5) / pixels) / lineHertz;
  }
}
