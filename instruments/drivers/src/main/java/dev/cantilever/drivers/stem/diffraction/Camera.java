package dev.cantilever.drivers.stem.diffraction;

/**
 * A pixelated detector in the diffraction plane.
 *
 * @param pixels 16 to 256 along one side, the axis in its middle
 * @param halfAngleRadians from the axis to the middle of a side, 1 to 100 mrad
 * @param framesPerSecond most patterns in a second, 1 to 1e6
 */
public record Camera(int pixels, double halfAngleRadians, double framesPerSecond) {

  /** Full scale of a pixel. */
  public static final int FULL_SCALE = Character.MAX_VALUE;

  public Camera {
    if (pixels < 16 || pixels > 256) {
      throw new IllegalArgumentException("a camera has 16 to 256 pixels, not " + pixels);
    }
    if (!(halfAngleRadians >= 1e-3 && halfAngleRadians <= 0.1)) {
      throw new IllegalArgumentException(
          "camera: %s rad is outside [0.001, 0.1] rad".formatted(halfAngleRadians));
    }
    if (!(framesPerSecond >= 1 && framesPerSecond <= 1e6)) {
      throw new IllegalArgumentException(
          "camera: %s frames a second is outside [1, 1e6]".formatted(framesPerSecond));
    }
  }

  /** 64 pixels over ±16 mrad, 2000 patterns a second. */
  public static Camera typical() {
    return new Camera(64, 0.016, 2000);
  }

  /** That shows the disc of a beam of this half angle with half as much again around it. */
  public static Camera around(double convergenceRadians) {
    return new Camera(64, Math.max(1e-3, Math.min(0.1, 1.5 * convergenceRadians)), 2000);
  }

  /** The same with other pixels over the same angles. */
  public Camera withPixels(int other) {
    return new Camera(other, halfAngleRadians, framesPerSecond);
  }

  public double radiansPerPixel() {
    return 2 * halfAngleRadians / pixels;
  }

  /** Where an angle falls, in pixels from the middle of the first one. */
  double position(double radians) {
    return radians / radiansPerPixel() + (pixels - 1) / 2.0;
  }
}
