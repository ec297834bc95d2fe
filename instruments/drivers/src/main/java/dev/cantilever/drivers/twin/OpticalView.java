package dev.cantilever.drivers.twin;

import dev.cantilever.drivers.field.Field;
import java.util.function.DoubleBinaryOperator;

/**
 * The optical microscope above a scanning probe: a grey picture of the sample in differential
 * interference contrast, which shows slopes, with the lever in front of it, its shadow, and the
 * laser on its end. The tip is always at the centre, since the optics look along with the probe.
 * The sample is in focus and the lever leaves the focus as it is withdrawn, blurred by the
 * numerical aperture times its height. Dust lies where it lies, in a tile that repeats. Brightness
 * is relative to a white surface; how all this looks is a choice, not the optics of one instrument.
 */
public final class OpticalView {

  private static final int SIDE = 200;
  private static final double SIDE_METRES = 200e-6;
  private static final double PIXEL = SIDE_METRES / SIDE;

  /** Points of the sample along each side of a pixel, so that fine relief averages out. */
  private static final int POINTS = 3;

  private static final double APERTURE = 0.15;
  private static final double SHARPEST = 0.8e-6;
  private static final double TIP_HEIGHT = 12e-6;
  private static final double GREY = 0.42;

  /** Brightness for a slope of 1. */
  private static final double SLOPE_CONTRAST = 25;

  private static final double MOST_SLOPE_CONTRAST = 0.18;
  private static final double LEVER = 0.78;
  private static final double SHADOW = 0.35;
  private static final double LASER = 0.16;
  private static final double READ_NOISE = 0.006;
  private static final double SHOT_NOISE = 0.012;

  private final Dust dust;
  private final NormalDraws camera;

  /**
   * One with its sample underneath.
   *
   * @param worldSeed of the dust
   * @param noiseSeed of the camera
   */
  public OpticalView(long worldSeed, long noiseSeed) {
    dust = new Dust(NormalDraws.of(worldSeed, "optical dust"));
    camera = NormalDraws.of(noiseSeed, "optical camera");
  }

  /**
   * The sample as light sees it, over coordinates in metres.
   *
   * @param height in metres
   * @param tone share of the light that it throws back compared with its main material
   */
  public record Surface(DoubleBinaryOperator height, DoubleBinaryOperator tone) {}

  /**
   * The lever and where its tip is; all in metres.
   *
   * @param width of the lever
   * @param x of the point that it is over
   * @param y of the point that it is over
   * @param gap between tip and sample
   */
  public record Lever(double width, double x, double y, double gap) {}

  /**
   * What the camera sees.
   *
   * @param field brightness relative to a white surface
   * @param sideMetres of the square that it shows
   */
  public record Picture(Field field, double sideMetres) {}

  /** One picture; the camera's noise is another one in each. */
  public Picture picture(Surface surface, Lever lever) {
    double[] values = new double[SIDE * SIDE];
    for (int row = 0; row < SIDE; row++) {
      for (int column = 0; column < SIDE; column++) {
        double along = (column + 0.5 - SIDE / 2.0) * PIXEL;
        double up = (row + 0.5 - SIDE / 2.0) * PIXEL;
        double ground = ground(surface, lever.x() + along, lever.y() + up);
        values[row * SIDE + column] = seen(lit(ground, along, up, lever) * vignette(along, up));
      }
    }
    return new Picture(new Field("Optical", "1", SIDE, SIDE, values), SIDE_METRES);
  }

  private double ground(Surface surface, double x, double y) {
    double left = 0;
    double right = 0;
    double stride = PIXEL / POINTS;
    for (int i = 0; i < POINTS; i++) {
      double v = y + (i - (POINTS - 1) / 2.0) * stride;
      left += surface.height().applyAsDouble(x - PIXEL / 2, v);
      right += surface.height().applyAsDouble(x + PIXEL / 2, v);
    }
    double slope = (right - left) / POINTS / PIXEL;
    double relief =
        Math.max(-MOST_SLOPE_CONTRAST, Math.min(MOST_SLOPE_CONTRAST, SLOPE_CONTRAST * slope));
    double tone = GREY * surface.tone().applyAsDouble(x, y);
    return (tone + relief) * dust.lets(x, y);
  }

  private static double lit(double ground, double along, double up, Lever probe) {
    double width = probe.width();
    double high = probe.gap() + TIP_HEIGHT;
    double blur = SHARPEST + APERTURE * high;
    double shadow = covered(along + 0.25 * high, up + 0.35 * high, width, 2 * blur);
    double lever = covered(along, up, width, SHARPEST + APERTURE * probe.gap());
    double spot = SHARPEST + APERTURE * probe.gap() + 7e-6;
    double away = ((along - 8e-6) * (along - 8e-6) + up * up) / (2 * spot * spot);
    double laser = LASER * 49e-12 / (spot * spot) * StrictMath.exp(-away);
    double behind = ground * (1 - SHADOW * shadow);
    return behind + lever * (LEVER + laser - behind);
  }

  /**
   * How much of a blurred spot a lever covers that comes from the right, its end cut to a point
   * that reaches 12 µm beyond the tip.
   */
  private static double covered(double along, double up, double width, double blur) {
    double narrowing = Math.min(width / 2, Math.max(2e-6, along + 12e-6));
    double across =
        ErrorFunction.normalBelow((up + narrowing) / blur)
            - ErrorFunction.normalBelow((up - narrowing) / blur);
    return across * ErrorFunction.normalBelow((along + 10e-6) / blur);
  }

  private static double vignette(double along, double up) {
    return 1 - 0.55 * (along * along + up * up) / (SIDE_METRES * SIDE_METRES);
  }

  private double seen(double brightness) {
    double rms = READ_NOISE + SHOT_NOISE * Math.sqrt(Math.max(0, brightness));
    return Math.max(0, brightness + rms * camera.normal());
  }

  /** Dark specks, a dozen in each tile of 300 µm. */
  private static final class Dust {

    private static final double TILE = 300e-6;
    private static final int SPECKS = 14;

    private final double[] x = new double[SPECKS];
    private final double[] y = new double[SPECKS];
    private final double[] radius = new double[SPECKS];

    Dust(NormalDraws draws) {
      for (int i = 0; i < SPECKS; i++) {
        x[i] = draws.uniform(0, TILE);
        y[i] = draws.uniform(0, TILE);
        radius[i] = draws.uniform(0.6e-6, 2.2e-6);
      }
    }

    double lets(double atX, double atY) {
      double light = 1;
      for (int i = 0; i < SPECKS; i++) {
        double dx = Math.IEEEremainder(atX - x[i], TILE);
        double dy = Math.IEEEremainder(atY - y[i], TILE);
        double square = (dx * dx + dy * dy) / (radius[i] * radius[i]);
        if (square < 16) {
          light *= 1 - 0.7 * StrictMath.exp(-square);
        }
      }
      return light;
    }
  }
}
