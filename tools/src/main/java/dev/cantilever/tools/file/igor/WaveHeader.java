package dev.cantilever.tools.file.igor;

import dev.cantilever.tools.file.bytes.Cursor;
import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Reading;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The two headers of a wave, checked.
 *
 * @param type of the numbers; a complex wave has pairs of them
 * @param dimensions those in use, at least one
 * @param dataUnit unit of the numbers
 * @param noteOffset where the note begins in the file
 * @param labelsOffset where the labels of the dimensions begin
 * @param labelSizes bytes of labels of each of the four dimensions
 */
record WaveHeader(
    ByteOrder order,
    Element type,
    boolean complex,
    String name,
    List<Dimension> dimensions,
    String dataUnit,
    long noteOffset,
    int noteSize,
    long labelsOffset,
    int[] labelSizes) {

  static final int DATA_OFFSET = 384;
  static final Charset TEXT = Charset.forName("windows-1252");

  private static final int FILE_HEADER = 64;

  /** One dimension: size, start and step as the wave scales it. */
  record Dimension(int size, double start, double step, String unit) {}

  static boolean recognises(byte[] head) {
    return head.length >= 2 && ((head[0] == 5 && head[1] == 0) || (head[0] == 0 && head[1] == 5));
  }

  static WaveHeader read(Reading reading) {
    byte[] bytes = reading.bytes("wave header", 0, DATA_OFFSET);
    ByteOrder order = bytes[0] == 5 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
    requireChecksum(reading, ByteBuffer.wrap(bytes).order(order));
    Cursor cursor = reading.cursor("wave header", 0, DATA_OFFSET, order);
    cursor.skip(4);
    int waveSize = cursor.int32();
    int formulaSize = size(reading, cursor);
    int noteSize = size(reading, cursor);
    long unitsSize = size(reading, cursor);
    for (int i = 0; i < 4; i++) {
      unitsSize += size(reading, cursor);
    }
    int[] labelSizes = new int[4];
    for (int i = 0; i < 4; i++) {
      labelSizes[i] = size(reading, cursor);
    }
    long noteOffset = (long) FILE_HEADER + waveSize + formulaSize;
    return waveHeader(reading, cursor, order)
        .withTail(noteOffset, noteSize, noteOffset + noteSize + unitsSize, labelSizes);
  }

  private static WaveHeader waveHeader(Reading reading, Cursor cursor, ByteOrder order) {
    cursor.moveTo(FILE_HEADER + 16L);
    int code = cursor.unsigned16();
    cursor.moveTo(FILE_HEADER + 28L);
    String name = cursor.text(32, TEXT);
    List<Dimension> dimensions = dimensions(reading, cursor);
    cursor.moveTo(FILE_HEADER + 148L);
    String dataUnit = cursor.text(4, TEXT);
    return new WaveHeader(
        order,
        element(reading, code & ~1),
        (code & 1) != 0,
        name,
        dimensions,
        dataUnit,
        0,
        0,
        0,
        new int[4]);
  }

  private WaveHeader withTail(long note, int noteLength, long labels, int[] sizes) {
    return new WaveHeader(
        order, type, complex, name, dimensions, dataUnit, note, noteLength, labels, sizes);
  }

  private static List<Dimension> dimensions(Reading reading, Cursor cursor) {
    cursor.moveTo(FILE_HEADER + 68L);
    int[] sizes = new int[4];
    double[] steps = new double[4];
    double[] starts = new double[4];
    for (int i = 0; i < 4; i++) {
      sizes[i] = cursor.int32();
    }
    for (int i = 0; i < 4; i++) {
      steps[i] = cursor.float64();
    }
    for (int i = 0; i < 4; i++) {
      starts[i] = cursor.float64();
    }
    cursor.moveTo(FILE_HEADER + 152L);
    List<Dimension> used = new ArrayList<>();
    for (int i = 0; i < 4 && sizes[i] != 0; i++) {
      int size = reading.count("wave header, size of dimension " + i, sizes[i]);
      used.add(new Dimension(size, starts[i], steps[i], cursor.text(4, TEXT)));
    }
    if (used.isEmpty()) {
      throw reading.refusal("wave header", "a wave of 0 points", "at least one");
    }
    return used;
  }

  private static int size(Reading reading, Cursor cursor) {
    int size = cursor.int32();
    if (size < 0 || size > reading.size()) {
      throw reading.refusal("wave header", "a part of " + size + " bytes", "a part of the file");
    }
    return size;
  }

  private static Element element(Reading reading, int code) {
    return switch (code) {
      case 0x02 -> Element.FLOAT32;
      case 0x04 -> Element.FLOAT64;
      case 0x08 -> Element.INT8;
      case 0x10 -> Element.INT16;
      case 0x20 -> Element.INT32;
      case 0x48 -> Element.UINT8;
      case 0x50 -> Element.UINT16;
      case 0x60 -> Element.UINT32;
      default ->
          throw reading.refusal(
              "wave header, type", Integer.toString(code), "a wave of real or complex numbers");
    };
  }

  /** The 192 half words of both headers sum to zero, modulo 65536. */
  private static void requireChecksum(Reading reading, ByteBuffer headers) {
    int sum = 0;
    for (int i = 0; i < DATA_OFFSET; i += Short.BYTES) {
      sum += headers.getShort(i);
    }
    if ((sum & 0xffff) != 0) {
      throw reading.refusal("wave header", "checksum " + (sum & 0xffff), "0");
    }
  }
}
