package dev.cantilever.tools.file.igor;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;

/**
 * Reads Igor binary waves of version 5.
 *
 * <p>A wave runs its first dimension fastest, so its axes are turned round: an image of (x, y) is
 * read as (y, x), row 0 at the lowest y. The last dimension of a wave of three or more, or one
 * whose elements have labels, is taken as channels: one dataset each.
 */
public final class IgorWaveReader {

  private static final int LABEL = 32;
  private static final String[] NAMES = {"x", "y", "z", "t"};

  private final Reading reading;
  private final WaveHeader header;

  private IgorWaveReader(Reading reading) {
    this.reading = reading;
    this.header = WaveHeader.read(reading);
  }

  public static boolean recognises(byte[] head) {
    return WaveHeader.recognises(head);
  }

  public static MicroscopyFile read(Reading reading) {
    return new IgorWaveReader(reading).file();
  }

  private MicroscopyFile file() {
    Metadata note = note();
    List<WaveHeader.Dimension> dimensions = header.dimensions();
    int last = dimensions.size() - 1;
    List<String> labels = labels(last);
    boolean channels = !labels.isEmpty() || last >= 2;
    List<WaveHeader.Dimension> kept = channels ? dimensions.subList(0, last) : dimensions;
    List<DataAxis> axes = axes(kept.isEmpty() ? dimensions : kept);
    int count = channels && !kept.isEmpty() ? dimensions.get(last).size() : 1;
    long length = axes.stream().mapToLong(DataAxis::size).reduce(1, this::product);
    reading.requireInside("wave data", WaveHeader.DATA_OFFSET, bytes(product(length, count)));
    List<Dataset> datasets = new ArrayList<>();
    for (int channel = 0; channel < count; channel++) {
      String name = name(labels, channel, count);
      datasets.addAll(channel(name, WaveHeader.DATA_OFFSET + bytes(channel * length), axes, note));
    }
    return new MicroscopyFile(FileFormat.IGOR_WAVE, datasets);
  }

  private List<Dataset> channel(String name, long offset, List<DataAxis> axes, Metadata note) {
    int length = (int) axes.stream().mapToLong(DataAxis::size).reduce(1, this::product);
    boolean wave = name.startsWith(header.name());
    String quantity = wave ? name : ChannelUnit.quantity(name);
    String unit = wave ? header.dataUnit() : ChannelUnit.unit(name, header.dataUnit());
    double[] numbers =
        reading.numbers(
            "wave data",
            offset,
            (header.complex() ? 2L : 1L) * length,
            header.type(),
            header.order());
    if (!header.complex()) {
      return List.of(new Dataset(name, quantity, unit, axes, Series.of(numbers), note));
    }
    double[] real = new double[length];
    double[] imaginary = new double[length];
    for (int i = 0; i < length; i++) {
      real[i] = numbers[2 * i];
      imaginary[i] = numbers[2 * i + 1];
    }
    return List.of(
        new Dataset(name + " (real)", quantity, unit, axes, Series.of(real), note),
        new Dataset(name + " (imaginary)", quantity, unit, axes, Series.of(imaginary), note));
  }

  private List<DataAxis> axes(List<WaveHeader.Dimension> dimensions) {
    List<DataAxis> axes = new ArrayList<>();
    for (int i = dimensions.size() - 1; i >= 0; i--) {
      WaveHeader.Dimension each = dimensions.get(i);
      String name = each.unit().equals("s") ? "time" : NAMES[i];
      axes.add(reading.even(name, each.unit(), each.size(), each.start(), each.step()));
    }
    return axes;
  }

  /** The labels of the elements of one dimension; empty where it has none. */
  private List<String> labels(int dimension) {
    int size = header.dimensions().get(dimension).size();
    if (header.labelSizes()[dimension] != LABEL * (size + 1L)) {
      return List.of();
    }
    long offset = header.labelsOffset() + LABEL;
    for (int i = 0; i < dimension; i++) {
      offset += header.labelSizes()[i];
    }
    List<String> labels = new ArrayList<>();
    for (int i = 0; i < size; i++) {
      String label =
          reading.text("dimension labels", offset + (long) LABEL * i, LABEL, WaveHeader.TEXT);
      int nul = label.indexOf('\0');
      labels.add(nul < 0 ? label : label.substring(0, nul));
    }
    return labels;
  }

  private String name(List<String> labels, int channel, int count) {
    if (channel < labels.size() && !labels.get(channel).isBlank()) {
      return labels.get(channel);
    }
    String wave = header.name().isBlank() ? "wave" : header.name();
    return count == 1 ? wave : wave + " " + (channel + 1);
  }

  /** Asylum writes {@code key: value} lines, each ended by a carriage return. */
  private Metadata note() {
    String text =
        reading.text("wave note", header.noteOffset(), header.noteSize(), WaveHeader.TEXT);
    Metadata.Builder note = Metadata.builder();
    text.lines()
        .forEach(
            line -> {
              int colon = line.indexOf(':');
              if (colon > 0) {
                note.put(line.substring(0, colon), line.substring(colon + 1));
              }
            });
    return note.build();
  }

  private long bytes(long points) {
    return product(points, (header.complex() ? 2L : 1L) * header.type().size());
  }

  private long product(long a, long b) {
    long product = a * b;
    if (a != 0 && (product / a != b || product < 0)) {
      throw reading.refusal("wave header", a + " times " + b + " points", "a size of this file");
    }
    return product;
  }
}
