package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import io.jhdf.object.message.FilterPipelineMessage;
import io.jhdf.object.message.FilterPipelineMessage.FilterInfo;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Undoes the filters of a chunk: deflate, shuffle, Fletcher checksum and LZF; never to more bytes
 * than a chunk has.
 */
final class Filters {

  private static final int DEFLATE = 1;
  private static final int SHUFFLE = 2;
  private static final int FLETCHER = 3;
  private static final int LZF = 32000;
  private static final int CHECKSUM = 4;

  private final Reading reading;
  private final String path;
  private final List<FilterInfo> filters;

  Filters(Reading reading, String path, HdfHeader header) {
    this.reading = reading;
    this.path = path;
    this.filters =
        header
            .one(FilterPipelineMessage.class)
            .map(FilterPipelineMessage::getFilters)
            .orElse(List.of());
  }

  /**
   * @param skipped filters that this chunk did without
   * @param length of the chunk when nothing is packed
   */
  byte[] undone(byte[] chunk, BitSet skipped, int length) {
    byte[] bytes = chunk;
    for (int i = filters.size() - 1; i >= 0; i--) {
      if (!skipped.get(i)) {
        bytes = undone(filters.get(i), bytes, length);
      }
    }
    if (bytes.length < length) {
      throw reading.refusal(
          "chunk of " + path, bytes.length + " bytes unpacked", length + ", as it is declared");
    }
    return bytes;
  }

  private byte[] undone(FilterInfo filter, byte[] bytes, int length) {
    return switch (filter.getId()) {
      case DEFLATE -> inflated(bytes, length + CHECKSUM);
      case SHUFFLE -> unshuffled(bytes, filter.getData());
      case FLETCHER -> Arrays.copyOf(bytes, Math.max(0, bytes.length - CHECKSUM));
      case LZF -> Lzf.unpacked(bytes, length);
      default ->
          throw reading.refusal(
              "dataset " + path,
              "filter " + filter.getId() + " " + filter.getName(),
              "deflate, shuffle, Fletcher checksum or LZF");
    };
  }

  private byte[] inflated(byte[] packed, int most) {
    Inflater inflater = new Inflater();
    try {
      inflater.setInput(packed);
      byte[] bytes = new byte[most];
      int done = 0;
      int more = 1;
      while (done < most && more > 0) {
        more = inflater.inflate(bytes, done, most - done);
        done += more;
      }
      return Arrays.copyOf(bytes, done);
    } catch (DataFormatException damaged) {
      throw reading.refusal("chunk of " + path, "a deflate stream with an error", "one without");
    } finally {
      inflater.end();
    }
  }

  /** The first bytes of all elements stand first, then the second ones. */
  private byte[] unshuffled(byte[] bytes, int[] data) {
    int size = data.length == 0 ? 1 : data[0];
    if (size < 1) {
      throw reading.refusal("dataset " + path, "elements of " + size + " bytes", "1 or more");
    }
    int elements = bytes.length / size;
    byte[] whole = bytes.clone();
    for (int i = 0; i < size; i++) {
      for (int j = 0; j < elements; j++) {
        whole[j * size + i] = bytes[i * elements + j];
      }
    }
    return whole;
  }
}
