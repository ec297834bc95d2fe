package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;
import java.util.Optional;

/**
 * A stream of X-ray events: the channel of each, and 65535 at the end of every pixel. The pixels
 * run through the image row after row, frame after frame; the frames are added up.
 */
final class VeloxStream {

  private static final int END_OF_PIXEL = 65_535;
  private static final int CHANNELS = 4_096;

  private final HdfGroup group;
  private final VeloxMetadata json;
  private final Reading reading;

  VeloxStream(HdfGroup group, VeloxMetadata json, Reading reading) {
    this.group = group;
    this.json = json;
    this.reading = reading;
  }

  /**
   * The counts as (y, x, energy).
   *
   * @param image whose pixels the stream visits
   * @return empty for the stream of a single spectrum, and where the limits do not allow so many
   *     values
   */
  Optional<Dataset> spectrumImage(Optional<HdfArray> image) {
    HdfArray data = group.array("Data").orElseThrow();
    int channels = channels();
    if (image.isEmpty() || image.get().shape().length != 3) {
      return Optional.empty();
    }
    int[] shape = Scales.shape(reading, image.get());
    long pixels = (long) shape[0] * shape[1];
    if (pixels > Integer.MAX_VALUE || !reading.allows(pixels * channels + data.size())) {
      return Optional.empty();
    }
    double[] events = data.numbers();
    double[] counts = new double[reading.claim(data.path(), pixels * channels)];
    return added(events, counts, (int) pixels, channels)
        ? Optional.of(dataset(data, shape, channels, counts))
        : Optional.empty();
  }

  /** Whether the stream goes from pixel to pixel. */
  private boolean added(double[] events, double[] counts, int pixels, int channels) {
    long pixel = 0;
    for (double event : events) {
      if (event == END_OF_PIXEL) {
        pixel++;
      } else if (event < channels) {
        counts[(int) (pixel % pixels) * channels + (int) event]++;
      } else {
        throw reading.refusal(
            group.path(), "an event in channel " + event, "a channel below " + channels);
      }
    }
    return pixel > 0;
  }

  private int channels() {
    Optional<HdfValue> settings = group.array("AcquisitionSettings").flatMap(HdfArray::value);
    String text = settings.map(HdfValue::asText).orElse("");
    if (text.isBlank()) {
      return CHANNELS;
    }
    double count = VeloxMetadata.read(reading, group.path(), text).number("/bincount", CHANNELS);
    if (!(count >= 1 && count < END_OF_PIXEL)) {
      throw reading.refusal(group.path(), "bincount " + count, "1 to 65534");
    }
    return (int) count;
  }

  private Dataset dataset(HdfArray data, int[] shape, int channels, double[] counts) {
    List<DataAxis> axes =
        List.of(
            VeloxDialect.axis("y", shape[0], "height", json, reading),
            VeloxDialect.axis("x", shape[1], "width", json, reading),
            VeloxDialect.energy(channels, json, reading));
    return new Dataset(
        (json.text("/BinaryResult/Detector") + " spectrum image").strip(),
        "counts",
        "",
        axes,
        Series.of(counts),
        json.flattened().with("path", data.path()));
  }
}
