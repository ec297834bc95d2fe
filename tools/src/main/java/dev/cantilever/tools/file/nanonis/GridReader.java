package dev.cantilever.tools.file.nanonis;

import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads grids of spectra: for each point its parameters, then its channels, float32, big-endian.
 *
 * <p>Each channel becomes a dataset (y, x, sweep), each parameter a map (y, x). The sweep runs
 * linearly from the first fixed parameter to the second, as recorded at the first point.
 */
public final class GridReader {

  private static final String MAGIC = "Grid dim=";

  private final Reading reading;
  private final GridHeader header;
  private final List<DataAxis> grid;

  private GridReader(Reading reading) {
    this.reading = reading;
    this.header = GridHeader.read(reading);
    double[] settings = header.settings();
    this.grid =
        List.of(
            axis("y", header.rows(), settings[1], settings[3]),
            axis("x", header.columns(), settings[0], settings[2]));
  }

  public static boolean recognises(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
  }

  public static MicroscopyFile read(Reading reading) {
    return new GridReader(reading).file();
  }

  private MicroscopyFile file() {
    long points = (long) header.rows() * header.columns();
    if (points > reading.size() || header.numbersPerPoint() > reading.size()) {
      throw reading.refusal("header", points + " grid points", "as many as the file can hold");
    }
    double[] all =
        reading.numbers(
            "grid",
            header.dataOffset(),
            points * header.numbersPerPoint(),
            Element.FLOAT32,
            ByteOrder.BIG_ENDIAN);
    List<Dataset> datasets = new ArrayList<>();
    int offset = header.parameters().size();
    for (ChannelName channel : header.channels()) {
      datasets.add(dataset(channel, spectra(all), gathered(all, offset, header.points())));
      offset += header.points();
    }
    for (int i = 0; i < header.parameters().size(); i++) {
      datasets.add(dataset(header.parameters().get(i), grid, gathered(all, i, 1)));
    }
    if (datasets.isEmpty()) {
      throw reading.refusal("header", "no channel and no parameter", "at least one");
    }
    return new MicroscopyFile(FileFormat.NANONIS_GRID, datasets);
  }

  private Dataset dataset(ChannelName name, List<DataAxis> axes, double[] values) {
    return new Dataset(
        name.name(), name.quantity(), name.unit(), axes, Series.of(values), header.metadata());
  }

  private List<DataAxis> spectra(double[] all) {
    if (header.parameters().size() < 2) {
      throw reading.refusal("header", "no fixed parameters", "the start and end of the sweep");
    }
    int points = header.points();
    double step = points == 1 ? 1 : (all[1] - all[0]) / (points - 1);
    DataAxis sweep =
        reading.even(header.sweep().name(), header.sweep().unit(), points, all[0], step);
    return List.of(grid.get(0), grid.get(1), sweep);
  }

  /** {@code length} numbers of every grid point, from {@code offset} in its record. */
  private double[] gathered(double[] all, int offset, int length) {
    int points = header.rows() * header.columns();
    int record = (int) header.numbersPerPoint();
    double[] values = new double[reading.claim("grid", (long) points * length)];
    for (int point = 0; point < points; point++) {
      System.arraycopy(all, point * record + offset, values, point * length, length);
    }
    return values;
  }

  private DataAxis axis(String name, int size, double centre, double extent) {
    return reading.even(name, "m", size, centre - extent / 2, extent / size);
  }
}
