package dev.cantilever.tools.file.hdf.writing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/** Collects bytes, numbers little-endian. */
final class Bytes {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  Bytes u8(int... values) {
    for (int each : values) {
      bytes.write(each);
    }
    return this;
  }

  Bytes u16(int value) {
    return u8(value, value >> 8);
  }

  Bytes u32(int value) {
    return u16(value).u16(value >> 16);
  }

  Bytes u64(long value) {
    return u32((int) value).u32((int) (value >> 32));
  }

  Bytes ascii(String text) {
    bytes.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
    return this;
  }

  Bytes raw(byte[] more) {
    bytes.writeBytes(more);
    return this;
  }

  /** NUL bytes up to a multiple of {@code unit}. */
  Bytes padTo(int unit) {
    while (bytes.size() % unit != 0) {
      bytes.write(0);
    }
    return this;
  }

  /** NUL bytes up to a length. */
  Bytes extendTo(int length) {
    while (bytes.size() < length) {
      bytes.write(0);
    }
    return this;
  }

  int size() {
    return bytes.size();
  }

  byte[] array() {
    return bytes.toByteArray();
  }
}
