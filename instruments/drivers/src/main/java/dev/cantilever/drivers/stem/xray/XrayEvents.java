package dev.cantilever.drivers.stem.xray;

import dev.cantilever.drivers.field.Field;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;

/**
 * Counts of a spectrum image, place by place, and what can be seen in them without knowing the
 * specimen.
 *
 * @param rows lines of the scan
 * @param columns places of a line
 * @param counts of each place, channel by channel
 */
public record XrayEvents(int rows, int columns, char[][] counts) {

  /** A peak stands out by so many standard errors. */
  private static final double SIGNIFICANT = 5;

  private static final int MOST_MAPS = 6;

  public XrayEvents {
    if (counts.length != rows * columns) {
      throw new IllegalArgumentException(
          "%d spectra do not fill %d × %d places".formatted(counts.length, rows, columns));
    }
  }

  private record Peak(XrayFamily family, double significance) {}

  /** All X-rays, then a map of every line that stands out of the sum of all places. */
  public List<Field> maps(XrayDetector detector) {
    List<Field> maps = new ArrayList<>();
    maps.add(map("X-rays", 0, XrayDetector.CHANNELS - 1));
    double[] sum = sum();
    List<Peak> chosen = new ArrayList<>();
    Arrays.stream(XrayFamily.values())
        .map(family -> new Peak(family, significance(sum, family, detector)))
        .filter(peak -> peak.significance() > SIGNIFICANT)
        .sorted(Comparator.comparingDouble(Peak::significance).reversed())
        .filter(peak -> chosen.stream().noneMatch(other -> overlap(peak, other, detector)))
        .limit(MOST_MAPS)
        .forEachOrdered(chosen::add);
    for (Peak peak : chosen) {
      int half = half(peak.family(), detector);
      int middle = middle(peak.family());
      maps.add(map(peak.family().label(), middle - half, middle + half));
    }
    return maps;
  }

  private static boolean overlap(Peak one, Peak other, XrayDetector detector) {
    double apart = Math.abs(one.family().mainElectronVolts() - other.family().mainElectronVolts());
    return apart < detector.widthElectronVolts(one.family().mainElectronVolts());
  }

  /** Counts of the window above those of two windows beside it, over their standard error. */
  private static double significance(double[] sum, XrayFamily family, XrayDetector detector) {
    int half = half(family, detector);
    int middle = middle(family);
    int apart = 3 * half;
    if (middle - apart - half < 0 || middle + apart + half >= sum.length) {
      return 0;
    }
    double peak = total(sum, middle, half);
    double beside = (total(sum, middle - apart, half) + total(sum, middle + apart, half)) / 2;
    return (peak - beside) / Math.sqrt(Math.max(1, peak + beside / 2));
  }

  private static double total(double[] sum, int middle, int half) {
    return Arrays.stream(sum, middle - half, middle + half + 1).sum();
  }

  private static int middle(XrayFamily family) {
    return (int) (family.mainElectronVolts() / XrayDetector.CHANNEL_ELECTRON_VOLTS);
  }

  /** A window as wide as the line at half its height. */
  private static int half(XrayFamily family, XrayDetector detector) {
    double width = detector.widthElectronVolts(family.mainElectronVolts());
    return (int) Math.max(2, Math.rint(width / 2 / XrayDetector.CHANNEL_ELECTRON_VOLTS));
  }

  private double[] sum() {
    double[] sum = new double[XrayDetector.CHANNELS];
    for (char[] place : counts) {
      for (int c = 0; c < sum.length; c++) {
        sum[c] += place[c];
      }
    }
    return sum;
  }

  private Field map(String name, int first, int last) {
    double[] values = new double[counts.length];
    for (int i = 0; i < values.length; i++) {
      for (int c = Math.max(0, first); c <= Math.min(XrayDetector.CHANNELS - 1, last); c++) {
        values[i] += counts[i][c];
      }
    }
    return new Field(name, "1", rows, columns, values);
  }
}
