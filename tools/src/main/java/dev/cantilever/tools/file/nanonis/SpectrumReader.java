package dev.cantilever.tools.file.nanonis;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.tools.file.text.Table;
import dev.cantilever.vocabulary.reading.Series;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads single spectra: a text file with {@code key TAB value} lines, {@code [DATA]}, the names of
 * the columns and the columns. The first column, which was swept, is the axis of all the others.
 */
public final class SpectrumReader {

  private static final String MAGIC = "Experiment\t";
  private static final String DATA = "\n[DATA]";

  private SpectrumReader() {}

  public static boolean recognises(byte[] head) {
    return new String(head, StandardCharsets.ISO_8859_1).startsWith(MAGIC);
  }

  public static MicroscopyFile read(Reading reading) {
    long mark = reading.find("header", DATA.getBytes(StandardCharsets.US_ASCII), 0);
    Metadata header = header(reading.text("header", 0, mark, StandardCharsets.ISO_8859_1));
    long start = mark + DATA.length();
    String rest =
        reading
            .text("columns", start, reading.size() - start, StandardCharsets.ISO_8859_1)
            .stripLeading();
    int lineEnd = rest.indexOf('\n');
    if (lineEnd < 0) {
      throw reading.refusal("columns", "one line", "names and numbers");
    }
    List<ChannelName> names = new ArrayList<>();
    for (String name : rest.substring(0, lineEnd).stripTrailing().split("\t", Table.WIDEST + 1)) {
      names.add(ChannelName.of(name));
    }
    Table table = Table.read(reading, rest.substring(lineEnd), '\t', names.size());
    return new MicroscopyFile(FileFormat.NANONIS_SPECTRUM, datasets(names, table, header));
  }

  private static List<Dataset> datasets(List<ChannelName> names, Table table, Metadata header) {
    ChannelName swept = names.getFirst();
    List<Dataset> datasets = new ArrayList<>();
    List<DataAxis> axes =
        List.of(
            names.size() == 1
                ? DataAxis.Even.uncalibrated("index", table.rows())
                : new DataAxis.Listed(swept.name(), swept.unit(), Series.of(table.column(0))));
    for (int i = names.size() == 1 ? 0 : 1; i < names.size(); i++) {
      ChannelName name = names.get(i);
      datasets.add(
          new Dataset(
              name.name(), name.quantity(), name.unit(), axes, Series.of(table.column(i)), header));
    }
    return datasets;
  }

  private static Metadata header(String text) {
    Metadata.Builder header = Metadata.builder();
    text.lines()
        .forEach(
            line -> {
              int tab = line.indexOf('\t');
              if (tab > 0) {
                header.put(line.substring(0, tab), line.substring(tab + 1));
              }
            });
    return header.build();
  }
}
