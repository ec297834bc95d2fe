package dev.cantilever.agent.web.api;

import dev.cantilever.kernel.dose.DoseMap;
import dev.cantilever.kernel.envelope.DoseLimit;
import dev.cantilever.kernel.envelope.EnvelopeStatus;
import dev.cantilever.tools.instrument.InstrumentRack;
import dev.cantilever.vocabulary.id.InstrumentId;
import java.util.List;
import java.util.Optional;

/** The dose that a sample has got, as a map of the part that got any. */
final class DosePicture {

  private static final int MOST = 128;

  private DosePicture() {}

  /** Empty where nothing was exposed. Coarser than the account where that is wide: its fullest. */
  static Optional<SightView.Picture> of(InstrumentRack rack, InstrumentId id, DoseMap map) {
    List<DoseMap.Got> got = map.got();
    if (got.isEmpty() || !(rack.envelope(id) instanceof EnvelopeStatus.Loaded loaded)) {
      return Optional.empty();
    }
    double side = loaded.envelope().dose().map(DoseLimit::cell).orElseThrow().metres();
    double left = got.stream().mapToDouble(one -> one.x().metres()).min().orElseThrow() - side / 2;
    double bottom =
        got.stream().mapToDouble(one -> one.y().metres()).min().orElseThrow() - side / 2;
    double right = got.stream().mapToDouble(one -> one.x().metres()).max().orElseThrow() + side / 2;
    double top = got.stream().mapToDouble(one -> one.y().metres()).max().orElseThrow() + side / 2;
    double extent = Math.max(right - left, top - bottom);
    double pixel = side * Math.max(1, Math.ceil(extent / side / MOST - 1e-9));
    int columns = (int) Math.max(1, Math.ceil((right - left) / pixel - 1e-9));
    int rows = (int) Math.max(1, Math.ceil((top - bottom) / pixel - 1e-9));
    double[] values = new double[rows * columns];
    for (DoseMap.Got one : got) {
      int column = (int) Math.min(columns - 1, (one.x().metres() - left) / pixel);
      int row = (int) Math.min(rows - 1, (one.y().metres() - bottom) / pixel);
      int at = row * columns + column;
      values[at] = Math.max(values[at], one.dose().electronsPerSquareMetre());
    }
    return Optional.of(
        new SightView.Picture(
            "dose",
            "e/m^2",
            rows,
            columns,
            left,
            bottom,
            columns * pixel,
            rows * pixel,
            SightView.values(values)));
  }
}
