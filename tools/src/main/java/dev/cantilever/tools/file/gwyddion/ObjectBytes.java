package dev.cantilever.tools.file.gwyddion;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** An object on its way into a Gwyddion file; large arrays are kept by reference. */
final class ObjectBytes {

  private static final int BLOCK = 1 << 13;

  /** Either bytes or the numbers of an array. */
  private record Piece(byte[] bytes, double[] numbers) {

    long size() {
      return bytes.length + (long) numbers.length * Double.BYTES;
    }
  }

  private static final double[] NO_NUMBERS = {};
  private static final byte[] NO_BYTES = {};

  private final String type;
  private final List<Piece> pieces = new ArrayList<>();

  ObjectBytes(String type) {
    this.type = type;
  }

  ObjectBytes whole(String name, int value) {
    return raw(name, 'i', integer(value));
  }

  ObjectBytes number(String name, double value) {
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    return raw(name, 'd', bytes.putDouble(value).array());
  }

  ObjectBytes text(String name, String value) {
    return raw(name, 's', terminated(value));
  }

  ObjectBytes unit(String name, String symbol) {
    return object(name, new ObjectBytes("GwySIUnit").text("unitstr", symbol));
  }

  ObjectBytes object(String name, ObjectBytes object) {
    raw(name, 'o', NO_BYTES);
    pieces.addAll(object.whole());
    return this;
  }

  ObjectBytes objects(String name, List<ObjectBytes> objects) {
    raw(name, 'O', integer(objects.size()));
    objects.forEach(object -> pieces.addAll(object.whole()));
    return this;
  }

  /** Numbers that the caller does not change any more. */
  ObjectBytes numbers(String name, double[] numbers) {
    raw(name, 'D', integer(numbers.length));
    pieces.add(new Piece(NO_BYTES, numbers));
    return this;
  }

  void write(OutputStream out) throws IOException {
    ByteBuffer block = ByteBuffer.allocate(BLOCK * Double.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (Piece piece : whole()) {
      out.write(piece.bytes());
      for (double number : piece.numbers()) {
        block.putDouble(number);
        if (!block.hasRemaining()) {
          out.write(block.array());
          block.clear();
        }
      }
      out.write(block.array(), 0, block.position());
      block.clear();
    }
  }

  /** Type, size of the components, components. */
  private List<Piece> whole() {
    long size = pieces.stream().mapToLong(Piece::size).sum();
    if (size > 0xffff_ffffL) {
      throw new IllegalArgumentException(
          type + " of " + size + " bytes; Gwyddion files hold objects of at most 4 GiB");
    }
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    head.writeBytes(terminated(type));
    head.writeBytes(integer((int) size));
    List<Piece> whole = new ArrayList<>();
    whole.add(new Piece(head.toByteArray(), NO_NUMBERS));
    whole.addAll(pieces);
    return whole;
  }

  private ObjectBytes raw(String name, char kind, byte[] value) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(terminated(name));
    bytes.write(kind);
    bytes.writeBytes(value);
    pieces.add(new Piece(bytes.toByteArray(), NO_NUMBERS));
    return this;
  }

  private static byte[] integer(int value) {
    return ByteBuffer.allocate(Integer.BYTES).order(ByteOrder.LITTLE_ENDIAN).putInt(value).array();
  }

  private static byte[] terminated(String text) {
    return (text.replace('\0', ' ') + '\0').getBytes(StandardCharsets.UTF_8);
  }
}
