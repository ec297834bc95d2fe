package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.UnreadableFile;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.CompactDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ContiguousDataLayoutMessage;
import io.jhdf.object.message.DataSpace;
import io.jhdf.object.message.DataSpaceMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.Message;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.Optional;

/** A dataset of HDF5, whose elements stay in the file until they are asked for. */
final class HdfArray implements HdfNode {

  private static final long UNDEFINED = -1;
  private static final int MOST_DIMENSIONS = 32;

  private final String path;
  private final Map<String, HdfValue> attributes;
  private final HdfHeader header;
  private final MeteredStorage storage;
  private final ValueReader values;
  private final DataTypeMessage type;
  private final long[] shape;

  HdfArray(
      String path,
      Map<String, HdfValue> attributes,
      HdfHeader header,
      MeteredStorage storage,
      ValueReader values) {
    this.path = path;
    this.attributes = attributes;
    this.header = header;
    this.storage = storage;
    this.values = values;
    this.type = required(DataTypeMessage.class);
    DataSpace space = required(DataSpaceMessage.class).getDataSpace();
    this.shape = space.getTotalLength() == 0 ? new long[] {0} : space.getDimensionsAsLong();
    if (shape.length > MOST_DIMENSIONS) {
      throw refusal(shape.length + " dimensions", "at most " + MOST_DIMENSIONS);
    }
  }

  @Override
  public String path() {
    return path;
  }

  @Override
  public Map<String, HdfValue> attributes() {
    return attributes;
  }

  /** Sizes of the dimensions, slowest first; none for a single element. */
  long[] shape() {
    return shape.clone();
  }

  /** Number of elements. */
  long size() {
    long size = 1;
    for (long each : shape) {
      size = Math.multiplyExact(size, each);
    }
    return size;
  }

  boolean isNumeric() {
    return ElementType.of(type.getDataType()).isPresent();
  }

  /** All numbers, the last dimension running fastest; what was never written is 0. */
  double[] numbers() {
    ElementType element =
        ElementType.of(type.getDataType())
            .orElseThrow(() -> refusal("elements that are not numbers", "numbers"));
    Reading reading = storage.reading();
    DataLayoutMessage layout = required(DataLayoutMessage.class);
    if (layout instanceof CompactDataLayoutMessage compact) {
      return compact(compact.getDataBuffer(), element);
    }
    if (layout instanceof ContiguousDataLayoutMessage contiguous) {
      if (contiguous.getAddress() == UNDEFINED) {
        return new double[reading.claim(path, size())];
      }
      long offset = storage.offset(contiguous.getAddress());
      return reading.numbers(path, offset, size(), element.element(), element.order());
    }
    return new Chunks(storage, header, path, shape, element).numbers(layout, shape);
  }

  /** The value of a small dataset; empty for a large one or one in chunks. */
  Optional<HdfValue> value() {
    long bytes = Math.multiplyExact(size(), type.getDataType().getSize());
    DataLayoutMessage layout = required(DataLayoutMessage.class);
    if (size() == 0 || size() > ValueReader.MOST) {
      return Optional.empty();
    }
    if (layout instanceof CompactDataLayoutMessage compact) {
      return Optional.of(values.read(type.getDataType(), size(), compact.getDataBuffer()));
    }
    if (layout instanceof ContiguousDataLayoutMessage contiguous
        && contiguous.getAddress() != UNDEFINED) {
      ByteBuffer buffer = storage.map(contiguous.getAddress(), bytes);
      return Optional.of(values.read(type.getDataType(), size(), buffer));
    }
    return Optional.empty();
  }

  /**
   * The first column of a table, where the others are not wanted; all of a one-dimensional array.
   */
  double[] firstColumn() {
    DataLayoutMessage layout = required(DataLayoutMessage.class);
    boolean pieces =
        layout instanceof CompactDataLayoutMessage || layout instanceof ContiguousDataLayoutMessage;
    if (shape.length != 2 || pieces) {
      double[] all = numbers();
      int columns = shape.length == 2 ? (int) shape[1] : 1;
      double[] first = new double[all.length / columns];
      for (int i = 0; i < first.length; i++) {
        first[i] = all[i * columns];
      }
      return first;
    }
    ElementType element = ElementType.of(type.getDataType()).orElseThrow();
    return new Chunks(storage, header, path, shape, element)
        .numbers(layout, new long[] {shape[0], 1});
  }

  private double[] compact(ByteBuffer buffer, ElementType element) {
    ByteBuffer bytes = buffer.slice().order(element.order());
    long size = size();
    if (size * element.element().size() > bytes.remaining()) {
      throw refusal(bytes.remaining() + " bytes", size + " numbers");
    }
    double[] numbers = new double[storage.reading().claim(path, size)];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = element.element().read(bytes, i * element.element().size());
    }
    return numbers;
  }

  private <T extends Message> T required(Class<T> message) {
    return header
        .one(message)
        .orElseThrow(() -> refusal("no " + message.getSimpleName(), "one, as a dataset has"));
  }

  private UnreadableFile refusal(String found, String expected) {
    return storage.reading().refusal("dataset " + path, found, expected);
  }
}
