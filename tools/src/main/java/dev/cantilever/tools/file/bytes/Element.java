package dev.cantilever.tools.file.bytes;

import java.nio.ByteBuffer;

/** The kinds of number that instruments write. */
public enum Element {
  INT8(1),
  UINT8(1),
  INT16(2),
  UINT16(2),
  INT32(4),
  UINT32(4),
  INT64(8),
  UINT64(8),
  FLOAT16(2),
  FLOAT32(4),
  FLOAT64(8);

  private static final double TWO_TO_64 = 0x1p64;

  private final int size;

  Element(int size) {
    this.size = size;
  }

  /** Bytes of one number. */
  public int size() {
    return size;
  }

  /**
   * One number as float64: exact but for 64-bit integers beyond 2⁵³, which are rounded.
   *
   * @param at byte offset in {@code buffer}, whose byte order holds
   */
  public double read(ByteBuffer buffer, int at) {
    return switch (this) {
      case INT8 -> buffer.get(at);
      case UINT8 -> Byte.toUnsignedInt(buffer.get(at));
      case INT16 -> buffer.getShort(at);
      case UINT16 -> Short.toUnsignedInt(buffer.getShort(at));
      case INT32 -> buffer.getInt(at);
      case UINT32 -> Integer.toUnsignedLong(buffer.getInt(at));
      case INT64 -> (double) buffer.getLong(at);
      case UINT64 -> unsigned(buffer.getLong(at));
      case FLOAT16 -> Float.float16ToFloat(buffer.getShort(at));
      case FLOAT32 -> buffer.getFloat(at);
      case FLOAT64 -> buffer.getDouble(at);
    };
  }

  private static double unsigned(long bits) {
    return bits >= 0 ? (double) bits : (double) bits + TWO_TO_64;
  }
}
