package dev.cantilever.tools.instrument;

import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.Arrays;

/**
 * What a person or a planner is told of an array; the array itself lies in the data store.
 *
 * @param channel what was read
 * @param unit of its values
 * @param rows 1 for a curve
 * @param columns points of a row
 * @param min least value
 * @param mean arithmetic mean
 * @param max greatest value
 * @param quality the driver's verdict
 * @param blob its hash in the data store
 */
public record ReadingSummary(
    String channel,
    String unit,
    int rows,
    int columns,
    double min,
    double mean,
    double max,
    Quality quality,
    String blob) {

  static ReadingSummary of(Frame frame, String blob) {
    return of(frame.channel(), frame.unit(), frame.rows(), frame.values(), frame.quality(), blob);
  }

  static ReadingSummary of(Spectrum spectrum, String blob) {
    return of(
        spectrum.response().name(),
        spectrum.response().unit(),
        1,
        spectrum.response().values(),
        spectrum.quality(),
        blob);
  }

  /** Of finite values alone; 0 where there are none, which the quality then tells. */
  private static ReadingSummary of(
      String channel, String unit, int rows, Series values, Quality quality, String blob) {
    double[] finite = Arrays.stream(values.toArray()).filter(Double::isFinite).toArray();
    return new ReadingSummary(
        channel,
        unit,
        rows,
        values.size() / rows,
        Arrays.stream(finite).min().orElse(0),
        Arrays.stream(finite).average().orElse(0),
        Arrays.stream(finite).max().orElse(0),
        finite.length < values.size() ? Quality.BAD : quality,
        blob);
  }
}
