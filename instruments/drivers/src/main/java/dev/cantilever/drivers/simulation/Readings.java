package dev.cantilever.drivers.simulation;

import dev.cantilever.drivers.field.Field;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** Results of simulations in the words of the vocabulary. */
public final class Readings {

  private Readings() {}

  /** A field over a rectangle, good where every value is finite. */
  public static Frame frame(Field field, double widthMetres, double heightMetres) {
    Series values = Series.of(field.values());
    return new Frame(
        field.name(),
        field.unit(),
        field.rows(),
        field.columns(),
        new Length(widthMetres),
        new Length(heightMetres),
        values,
        values.isFinite() ? Quality.GOOD : Quality.BAD);
  }

  /** Several of them. */
  public static List<Frame> frames(List<Field> fields, double widthMetres, double heightMetres) {
    return fields.stream().map(field -> frame(field, widthMetres, heightMetres)).toList();
  }

  /** An axis of points. */
  public static <P> Axis axis(String name, String unit, List<P> points, ToDoubleFunction<P> value) {
    return new Axis(name, unit, Series.of(points.stream().mapToDouble(value).toArray()));
  }

  /** A curve, good where every value is finite. */
  public static Spectrum curve(Axis sweep, Axis response) {
    boolean finite = sweep.values().isFinite() && response.values().isFinite();
    return new Spectrum(sweep, response, finite ? Quality.GOOD : Quality.BAD);
  }
}
