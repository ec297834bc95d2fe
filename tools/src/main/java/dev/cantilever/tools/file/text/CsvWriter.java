package dev.cantilever.tools.file.text;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes datasets that share their axes as comma-separated columns, UTF-8, one line for every
 * combination of axis positions, the axes first. Numbers are written so that they read back
 * exactly.
 */
public final class CsvWriter {

  private CsvWriter() {}

  /**
   * @throws IllegalArgumentException where the datasets have different axes
   */
  public static void write(MicroscopyFile file, OutputStream out) throws IOException {
    Dataset first = file.datasets().getFirst();
    for (Dataset each : file.datasets()) {
      if (!each.axes().equals(first.axes())) {
        throw new IllegalArgumentException(
            "%s and %s have different axes; a table has one set"
                .formatted(first.name(), each.name()));
      }
    }
    StringBuilder text = new StringBuilder();
    first
        .metadata()
        .entries()
        .forEach(
            (key, value) -> {
              if (!key.equals(CsvHeader.AXES) && !key.equals(CsvHeader.SHAPE)) {
                text.append(CsvHeader.line(key, value));
              }
            });
    text.append(CsvHeader.line(CsvHeader.AXES, Integer.toString(first.axes().size())));
    String shape =
        first.axes().stream().map(axis -> "" + axis.size()).collect(Collectors.joining(" "));
    text.append(CsvHeader.line(CsvHeader.SHAPE, shape));
    text.append(names(file.datasets())).append('\n');
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    for (int i = 0; i < first.values().size(); i++) {
      out.write(row(file.datasets(), i).getBytes(StandardCharsets.US_ASCII));
    }
  }

  private static String names(List<Dataset> datasets) {
    Stream<CsvHeader.Column> axes =
        datasets.getFirst().axes().stream()
            .map(axis -> new CsvHeader.Column(axis.name(), axis.unit()));
    Stream<CsvHeader.Column> values =
        datasets.stream().map(each -> new CsvHeader.Column(each.name(), each.unit()));
    return Stream.concat(axes, values).map(CsvHeader.Column::cell).collect(Collectors.joining(","));
  }

  private static String row(List<Dataset> datasets, int index) {
    StringBuilder row = new StringBuilder();
    int inner = datasets.getFirst().values().size();
    for (DataAxis axis : datasets.getFirst().axes()) {
      inner /= axis.size();
      row.append(axis.at(index / inner % axis.size())).append(',');
    }
    for (Dataset each : datasets) {
      row.append(each.values().get(index)).append(',');
    }
    row.setCharAt(row.length() - 1, '\n');
    return row.toString();
  }
}
