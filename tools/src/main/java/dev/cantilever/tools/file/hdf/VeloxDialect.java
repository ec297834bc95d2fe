package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Velox EMD: images {@code /Data/Image/…} stored as (y, x, frame), which become (y, x) or (frame,
 * y, x), X-ray spectra {@code /Data/Spectrum/…}, and spectrum images from the streams of events.
 */
final class VeloxDialect implements Dialect {

  private static final String DATA = "Data";
  private static final String METADATA = "Metadata";

  @Override
  public FileFormat format() {
    return FileFormat.VELOX;
  }

  @Override
  public List<Dataset> datasets(HdfTree tree, Reading reading) {
    List<Dataset> datasets = new ArrayList<>();
    Optional<HdfGroup> data = tree.root().group(DATA);
    for (HdfGroup image : below(data, "Image")) {
      datasets.add(image(image.array(DATA).orElseThrow(), metadata(image, reading), reading));
    }
    for (HdfGroup spectrum : below(data, "Spectrum")) {
      datasets.add(
          spectrum(spectrum.array(DATA).orElseThrow(), metadata(spectrum, reading), reading));
    }
    Optional<HdfArray> image =
        below(data, "Image").stream().findFirst().flatMap(group -> group.array(DATA));
    for (HdfGroup stream : below(data, "SpectrumStream")) {
      new VeloxStream(stream, metadata(stream, reading), reading)
          .spectrumImage(image)
          .ifPresent(datasets::add);
    }
    return datasets;
  }

  private static List<HdfGroup> below(Optional<HdfGroup> data, String kind) {
    return data.flatMap(group -> group.group(kind)).map(HdfGroup::groups).orElse(List.of()).stream()
        .filter(group -> isFilled(group.array(DATA)) && isFilled(group.array(METADATA)))
        .toList();
  }

  private static boolean isFilled(Optional<HdfArray> array) {
    return array.isPresent() && array.get().isNumeric() && array.get().size() > 0;
  }

  private static VeloxMetadata metadata(HdfGroup group, Reading reading) {
    return VeloxMetadata.read(reading, group.array(METADATA).orElseThrow());
  }

  private static Dataset image(HdfArray data, VeloxMetadata json, Reading reading) {
    int[] shape = Scales.shape(reading, data);
    if (shape.length != 3) {
      throw reading.refusal(data.path(), shape.length + " dimensions", "y, x and frame");
    }
    List<DataAxis> axes = new ArrayList<>();
    if (shape[2] > 1) {
      axes.add(DataAxis.Even.uncalibrated("frame", shape[2]));
    }
    axes.add(axis("y", shape[0], "height", json, reading));
    axes.add(axis("x", shape[1], "width", json, reading));
    return dataset(data, json, "image", axes, framesFirst(data.numbers(), shape[2]));
  }

  /** The y or the x axis of an image. */
  static DataAxis axis(String name, int size, String extent, VeloxMetadata json, Reading reading) {
    String unit = json.text("/BinaryResult/PixelUnit" + (name.equals("x") ? "X" : "Y"));
    double step = json.number("/BinaryResult/PixelSize/" + extent, 1);
    double start = json.number("/BinaryResult/Offset/" + name, 0);
    return reading.even(name, unit, size, start, step);
  }

  private static double[] framesFirst(double[] values, int frames) {
    if (frames == 1) {
      return values;
    }
    double[] turned = new double[values.length];
    int pixels = values.length / frames;
    for (int i = 0; i < values.length; i++) {
      turned[i % frames * pixels + i / frames] = values[i];
    }
    return turned;
  }

  private static Dataset spectrum(HdfArray data, VeloxMetadata json, Reading reading) {
    int[] shape = Scales.shape(reading, data);
    int frames = shape.length == 1 ? 1 : shape[1];
    List<DataAxis> axes = new ArrayList<>();
    if (frames > 1) {
      axes.add(DataAxis.Even.uncalibrated("frame", frames));
    }
    axes.add(energy(shape[0], json, reading));
    if (shape.length > 2) {
      throw reading.refusal(data.path(), shape.length + " dimensions", "channel and frame");
    }
    return dataset(data, json, "spectrum", axes, framesFirst(data.numbers(), frames));
  }

  /** The channels of an X-ray detector, in electronvolts. */
  static DataAxis energy(int channels, VeloxMetadata json, Reading reading) {
    String detector = json.detector();
    double offset = json.number(detector + "/OffsetEnergy", 0);
    double dispersion = json.number(detector + "/Dispersion", 1);
    return reading.even("energy", "eV", channels, offset, dispersion);
  }

  private static Dataset dataset(
      HdfArray data, VeloxMetadata json, String kind, List<DataAxis> axes, double[] values) {
    String detector = json.text("/BinaryResult/Detector");
    String name = detector.isEmpty() ? kind : detector;
    return new Dataset(
        name,
        kind.equals("image") ? "intensity" : "counts",
        json.text("/BinaryResult/AcquisitionUnit"),
        axes,
        Series.of(values),
        json.flattened().with("path", data.path()));
  }
}
