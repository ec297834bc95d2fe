package dev.cantilever.drivers.replay;

import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What was read against the sweep at every site: one curve for each channel.
 *
 * @param channels at least one
 */
record Curves(SiteGrid sites, Sweep sweep, List<Channel> channels) {

  Curves {
    channels = List.copyOf(channels);
  }

  /**
   * One of them.
   *
   * @param values site by site, the sweep running fastest
   */
  record Channel(String name, String unit, double[] values) {

    /** From an array of a file, with row 0 at the lowest y and column 0 at the lowest x. */
    static Channel of(
        ChannelText text, NumberArray array, Layout layout, boolean flipRows, boolean flipColumns) {
      int rows = layout.rowsOf(array);
      int columns = layout.columnsOf(array);
      int steps = layout.stepsOf(array);
      double[] values = new double[rows * columns * steps];
      int next = 0;
      for (int row = 0; row < rows; row++) {
        for (int column = 0; column < columns; column++) {
          for (int step = 0; step < steps; step++) {
            values[next++] =
                layout.at(
                    array,
                    flipRows ? rows - 1 - row : row,
                    flipColumns ? columns - 1 - column : column,
                    step);
          }
        }
      }
      return new Channel(text.nameOf(array), text.unitOf(array), values);
    }
  }

  Spectrum spectrum(int channel, int site) {
    Channel one = channels.get(channel);
    int steps = sweep.steps();
    double[] values = new double[steps];
    System.arraycopy(one.values(), site * steps, values, 0, steps);
    Series series = Series.of(values);
    return new Spectrum(
        sweep.axis(),
        new Axis(one.name(), one.unit(), series),
        series.isFinite() ? Quality.GOOD : Quality.BAD);
  }

  /** Every channel at one site. */
  List<Spectrum> at(int site) {
    return IntStream.range(0, channels.size())
        .mapToObj(channel -> spectrum(channel, site))
        .toList();
  }

  /** Whether a site was left out of the recording: no channel has any number there. */
  boolean isMissing(int site) {
    int steps = sweep.steps();
    for (Channel channel : channels) {
      for (int i = site * steps; i < (site + 1) * steps; i++) {
        if (!Double.isNaN(channel.values()[i])) {
          return false;
        }
      }
    }
    return true;
  }
}
