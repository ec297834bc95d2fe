package dev.cantilever.tools.file.hdf.writing;

/** Descriptions of types and shapes, as messages have them (specification IV.A.2). */
final class Types {

  private Types() {}

  static byte[] float64() {
    return new Bytes()
        .u8(0x11, 0x20, 63, 0)
        .u32(8)
        .u16(0)
        .u16(64)
        .u8(52, 11, 0, 52)
        .u32(1023)
        .array();
  }

  static byte[] int32() {
    return new Bytes().u8(0x10, 0x08, 0, 0).u32(4).u16(0).u16(32).array();
  }

  /** NUL-terminated UTF-8 in {@code size} bytes. */
  static byte[] fixedText(int size) {
    return new Bytes().u8(0x13, 0x10, 0, 0).u32(size).array();
  }

  /** NUL-terminated ASCII in {@code size} bytes, as the marks of dimension scales have to be. */
  static byte[] fixedAscii(int size) {
    return new Bytes().u8(0x13, 0, 0, 0).u32(size).array();
  }

  /** UTF-8 of variable length: its bytes stand in a heap. */
  static byte[] variableText() {
    return new Bytes()
        .u8(0x19, 0x01, 0x01, 0)
        .u32(16)
        .u8(0x10, 0, 0, 0)
        .u32(1)
        .u16(0)
        .u16(8)
        .array();
  }

  static byte[] reference() {
    return new Bytes().u8(0x17, 0, 0, 0).u32(8).array();
  }

  /** A list of references of variable length. */
  static byte[] references() {
    return new Bytes().u8(0x19, 0, 0, 0).u32(16).raw(reference()).array();
  }

  /** The pair {@code (dataset, dimension)} of the list of references of a scale. */
  static byte[] scaledPair() {
    return new Bytes()
        .u8(0x36, 2, 0, 0)
        .u32(16)
        .ascii("dataset\0")
        .u8(0)
        .raw(reference())
        .ascii("dimension\0")
        .u8(8)
        .raw(int32())
        .array();
  }

  static byte[] scalar() {
    return new Bytes().u8(2, 0, 0, 0).array();
  }

  static byte[] simple(int... shape) {
    Bytes space = new Bytes().u8(2, shape.length, 0, 1);
    for (int each : shape) {
      space.u64(each);
    }
    return space.array();
  }
}
