package dev.cantilever.drivers.library;

import dev.cantilever.drivers.field.Field;
import java.util.List;
import java.util.function.DoubleBinaryOperator;

/** What the library really is, for tests and scores only. */
public final class LibraryTruth {

  private final LibraryFilm film;

  LibraryTruth(LibraryFilm film) {
    this.film = film;
  }

  /** x at a position. */
  public double composition(double uMetres) {
    return film.composition(uMetres);
  }

  /** Share of the rhombohedral phase. */
  public double rhombohedral(double uMetres) {
    return film.rhombohedral(uMetres);
  }

  public double piezoresponseMetresPerVolt(double uMetres) {
    return film.piezoresponse(uMetres);
  }

  public double coerciveVolts(double uMetres) {
    return film.coerciveVolts(uMetres);
  }

  /** Composition at which both phases have equal shares. */
  public double boundaryComposition() {
    return film.settings().boundary().x();
  }

  /** Every line under a laser of a power. */
  public List<RamanLine> lines(double uMetres, double powerWatts) {
    return RamanModes.lines(
        film.composition(uMetres),
        film.rhombohedral(uMetres),
        film.settings().raman().kelvinPerWatt() * powerWatts);
  }

  /** Maps of the library, u along the columns and v along the rows. */
  public List<Field> fields(int rows, int columns) {
    LibrarySettings.Spread spread = film.settings().spread();
    return List.of(
        map("composition", "1", rows, columns, (u, v) -> film.composition(u)),
        map("rhombohedral", "1", rows, columns, (u, v) -> film.rhombohedral(u)),
        map("thickness", "m", rows, columns, (u, v) -> spread.thicknessMetres(v)),
        map("piezoresponse", "m/V", rows, columns, (u, v) -> film.piezoresponse(u)),
        map("coercive", "V", rows, columns, (u, v) -> film.coerciveVolts(u)),
        map("wallDensity", "1", rows, columns, (u, v) -> film.wallDensity(u)));
  }

  private Field map(String name, String unit, int rows, int columns, DoubleBinaryOperator value) {
    LibrarySettings.Spread spread = film.settings().spread();
    double[] values = new double[rows * columns];
    for (int i = 0; i < values.length; i++) {
      int row = i / columns;
      double u = spread.lengthMetres() * (i % columns + 0.5) / columns;
      double v = spread.widthMetres() * (row + 0.5) / rows;
      values[i] = value.applyAsDouble(u, v);
    }
    return new Field(name, unit, rows, columns, values);
  }
}
