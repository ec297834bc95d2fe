package dev.cantilever.drivers.nanonis;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;

/** Arguments of a request, big-endian, in the order in which the command declares them. */
final class Body {

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
  private final DataOutputStream out = new DataOutputStream(bytes);

  private interface Writing {
    void write() throws IOException;
  }

  private Body put(Writing writing) {
    try {
      writing.write();
      return this;
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  Body float32(double value) {
    return put(() -> out.writeFloat((float) value));
  }

  Body float64(double value) {
    return put(() -> out.writeDouble(value));
  }

  Body int32(int value) {
    return put(() -> out.writeInt(value));
  }

  Body int16(int value) {
    return put(() -> out.writeShort(value));
  }

  byte[] bytes() {
    return bytes.toByteArray();
  }
}
