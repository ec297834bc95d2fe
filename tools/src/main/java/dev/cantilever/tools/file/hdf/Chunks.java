package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import io.jhdf.btree.BTreeV1;
import io.jhdf.dataset.chunked.Chunk;
import io.jhdf.dataset.chunked.DatasetInfo;
import io.jhdf.dataset.chunked.indexing.BTreeIndex;
import io.jhdf.dataset.chunked.indexing.ExtensibleArrayIndex;
import io.jhdf.dataset.chunked.indexing.FixedArrayIndex;
import io.jhdf.dataset.chunked.indexing.ImplicitChunkIndex;
import io.jhdf.dataset.chunked.indexing.SingleChunkIndex;
import io.jhdf.object.message.DataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessage;
import io.jhdf.object.message.DataLayoutMessage.ChunkedDataLayoutMessageV4;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collection;
import java.util.List;

/** Puts the chunks of a dataset together. */
final class Chunks {

  private static final long UNDEFINED = -1;
  private static final int MOST = 1 << 20;

  /** Chunks may reach over the edge of the dataset, but not by much more than this. */
  private static final long SPARE = 32L << 20;

  private final MeteredStorage storage;
  private final Reading reading;
  private final String path;
  private final long[] shape;
  private final ElementType type;
  private final Filters filters;

  Chunks(MeteredStorage storage, HdfHeader header, String path, long[] shape, ElementType type) {
    this.storage = storage;
    this.reading = storage.reading();
    this.path = path;
    this.shape = shape;
    this.type = type;
    this.filters = new Filters(reading, path, header);
  }

  /**
   * The numbers of a corner of the dataset.
   *
   * @param window its sizes, from index 0 of every dimension on
   */
  double[] numbers(DataLayoutMessage layout, long[] window) {
    int[] chunk = dimensions(layout);
    long elements = elements(chunk);
    long size = Arrays.stream(shape).reduce(1, Math::multiplyExact);
    double[] numbers =
        new double[reading.claim(path, Arrays.stream(window).reduce(1, Math::multiplyExact))];
    long covering = covering(chunk);
    if (covering > MOST || covering * elements > 8 * size + SPARE) {
      throw reading.refusal(
          "dataset " + path, covering + " chunks of " + elements, "about " + size + " elements");
    }
    Collection<? extends Chunk> chunks = chunks(layout, chunk);
    if (chunks.size() > covering) {
      throw reading.refusal("dataset " + path, chunks.size() + " chunks", "at most " + covering);
    }
    for (Chunk each : chunks) {
      if (each.getAddress() != UNDEFINED) {
        place(each, chunk, window, numbers);
      }
    }
    return numbers;
  }

  private Collection<? extends Chunk> chunks(DataLayoutMessage layout, int[] chunk) {
    if (layout instanceof ChunkedDataLayoutMessage tree) {
      return tree.getBTreeAddress() == UNDEFINED
          ? List.of()
          : BTreeV1.createDataBTree(storage, tree.getBTreeAddress(), shape.length).getChunks();
    }
    ChunkedDataLayoutMessageV4 index = (ChunkedDataLayoutMessageV4) layout;
    if (index.getAddress() == UNDEFINED) {
      return List.of();
    }
    long address = index.getAddress();
    int bytes = (int) elements(chunk) * type.element().size();
    DatasetInfo dataset = new DatasetInfo(bytes, shape, chunk);
    return switch (index.getIndexingType()) {
      case 1 -> new SingleChunkIndex(index, dataset).getAllChunks();
      case 2 -> new ImplicitChunkIndex(address, dataset).getAllChunks();
      case 3 -> new FixedArrayIndex(storage, address, dataset).getAllChunks();
      case 4 -> new ExtensibleArrayIndex(storage, address, dataset).getAllChunks();
      case 5 -> {
        HeapGuard.requireTree(storage, address);
        yield new BTreeIndex(storage, address, dataset).getAllChunks();
      }
      default ->
          throw reading.refusal(
              "dataset " + path, "chunk index " + index.getIndexingType(), "one of 1 to 5");
    };
  }

  private void place(Chunk chunk, int[] dimensions, long[] window, double[] numbers) {
    long[] offset = chunk.getChunkOffset();
    for (int i = 0; i < shape.length; i++) {
      if (offset[i] < 0 || offset[i] % dimensions[i] != 0) {
        throw reading.refusal(
            "dataset " + path, "a chunk at " + Arrays.toString(offset), "a multiple of its size");
      }
      if (offset[i] >= window[i]) {
        return;
      }
    }
    ByteBuffer packed = storage.map(chunk.getAddress(), Integer.toUnsignedLong(chunk.getSize()));
    byte[] raw = new byte[packed.remaining()];
    packed.get(raw);
    BitSet skipped = chunk.getFilterMask() == null ? new BitSet() : chunk.getFilterMask();
    int length = (int) elements(dimensions) * type.element().size();
    ByteBuffer bytes = ByteBuffer.wrap(filters.undone(raw, skipped, length)).order(type.order());
    copy(bytes, offset, dimensions, window, numbers);
  }

  /** Row after row of the chunk, as far as it lies inside the window. */
  private void copy(
      ByteBuffer chunk, long[] offset, int[] dimensions, long[] window, double[] numbers) {
    int last = window.length - 1;
    int row = (int) Math.min(dimensions[last], window[last] - offset[last]);
    int rows = 1;
    for (int i = 0; i < last; i++) {
      rows *= dimensions[i];
    }
    for (int r = 0; r < rows; r++) {
      long to = offset[last];
      long stride = window[last];
      boolean inside = true;
      int rest = r;
      for (int i = last - 1; i >= 0; i--) {
        long at = offset[i] + rest % dimensions[i];
        rest /= dimensions[i];
        inside &= at < window[i];
        to += at * stride;
        stride *= window[i];
      }
      for (int i = 0; inside && i < row; i++) {
        numbers[(int) to + i] =
            type.element().read(chunk, (r * dimensions[last] + i) * type.element().size());
      }
    }
  }

  private int[] dimensions(DataLayoutMessage layout) {
    int[] dimensions =
        switch (layout) {
          case ChunkedDataLayoutMessage tree -> tree.getChunkDimensions();
          // The last one is the size of an element.
          case ChunkedDataLayoutMessageV4 index ->
              Arrays.copyOf(index.getChunkDimensions(), index.getChunkDimensions().length - 1);
          default ->
              throw reading.refusal("dataset " + path, "an unknown layout", "chunks or one piece");
        };
    if (dimensions.length != shape.length || Arrays.stream(dimensions).anyMatch(d -> d < 1)) {
      throw reading.refusal(
          "dataset " + path,
          "chunks of " + Arrays.toString(dimensions),
          shape.length + " sizes of at least 1");
    }
    return dimensions;
  }

  private long elements(int[] chunk) {
    long elements = 1;
    for (int each : chunk) {
      elements *= each;
      if (elements * type.element().size() > Integer.MAX_VALUE - 8) {
        throw reading.refusal(
            "dataset " + path, "chunks of " + Arrays.toString(chunk), "at most 2 GiB each");
      }
    }
    return elements;
  }

  /** How many chunks the dataset takes. */
  private long covering(int[] chunk) {
    long covering = 1;
    for (int i = 0; i < shape.length; i++) {
      covering *= Math.min(MOST + 1L, (shape[i] - 1) / chunk[i] + 1);
      covering = Math.min(covering, MOST + 1L);
    }
    return covering;
  }
}
