package dev.cantilever.tools.file.hdf;

import io.jhdf.GlobalHeap;
import io.jhdf.object.datatype.DataType;
import io.jhdf.object.datatype.Reference;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decodes the few elements of an attribute or of a small dataset. */
final class ValueReader {

  /** The most elements that are decoded; those of a larger attribute are metadata nobody reads. */
  static final int MOST = 4_096;

  private static final int MOST_HEAPS = 1_024;

  private final MeteredStorage storage;
  private final Map<Long, GlobalHeap> heaps = new HashMap<>();

  ValueReader(MeteredStorage storage) {
    this.storage = storage;
  }

  /**
   * @param count of elements
   * @param buffer their bytes, from its position on
   */
  HdfValue read(DataType type, long count, ByteBuffer buffer) {
    Optional<ElementType> number = ElementType.of(type);
    if (count > MOST || count * type.getSize() > buffer.remaining()) {
      return new HdfValue.Unknown(count + " elements");
    }
    ByteBuffer bytes = buffer.slice().order(ByteOrder.LITTLE_ENDIAN);
    if (number.isPresent()) {
      return new HdfValue.Numbers(numbers(number.get(), (int) count, bytes));
    } else if (type instanceof StringData text) {
      return new HdfValue.Texts(fixedTexts(text.getSize(), (int) count, bytes));
    } else if (type instanceof VariableLength text && text.isVariableLengthString()) {
      return new HdfValue.Texts(texts((int) count, bytes));
    } else if (type instanceof Reference) {
      return new HdfValue.References(references(type.getSize(), (int) count, bytes));
    }
    return new HdfValue.Unknown(type.getClass().getSimpleName());
  }

  private static List<Double> numbers(ElementType type, int count, ByteBuffer bytes) {
    List<Double> numbers = new ArrayList<>(count);
    bytes.order(type.order());
    for (int i = 0; i < count; i++) {
      numbers.add(type.element().read(bytes, i * type.element().size()));
    }
    return numbers;
  }

  private static List<String> fixedTexts(int size, int count, ByteBuffer bytes) {
    List<String> texts = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      byte[] text = new byte[size];
      bytes.get(i * size, text);
      texts.add(cut(new String(text, StandardCharsets.UTF_8)));
    }
    return texts;
  }

  /** Each element is a length, the address of a heap and an index in it. */
  private List<String> texts(int count, ByteBuffer bytes) {
    List<String> texts = new ArrayList<>(count);
    int width = storage.getSizeOfOffsets();
    for (int i = 0; i < count; i++) {
      bytes.position(i * (8 + width));
      int length = bytes.getInt();
      long address = width == Long.BYTES ? bytes.getLong() : bytes.getInt();
      int index = bytes.getInt();
      texts.add(length == 0 || index == 0 ? "" : text(address, index, length));
    }
    return texts;
  }

  private String text(long address, int index, int length) {
    GlobalHeap heap = heaps.get(address);
    if (heap == null) {
      if (heaps.size() >= MOST_HEAPS) {
        heaps.clear();
      }
      heap = new GlobalHeap(storage, address);
      heaps.put(address, heap);
    }
    ByteBuffer data = heap.getObjectData(index);
    byte[] text = new byte[Math.min(Math.max(0, length), data.remaining())];
    data.get(text);
    return cut(new String(text, StandardCharsets.UTF_8));
  }

  private static List<Long> references(int size, int count, ByteBuffer bytes) {
    List<Long> addresses = new ArrayList<>(count);
    for (int i = 0; i < count && size == Long.BYTES; i++) {
      addresses.add(bytes.getLong(i * size));
    }
    return addresses;
  }

  private static String cut(String text) {
    int nul = text.indexOf('\0');
    return (nul < 0 ? text : text.substring(0, nul)).stripTrailing();
  }
}
