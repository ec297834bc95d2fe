package dev.cantilever.tools.file.bytes;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;

/** Reads a stretch of a file number by number; refuses at its end, never beyond. */
public final class Cursor {

  private static final int PAGE = 1 << 16;

  private final Reading reading;
  private final String part;
  private final long end;
  private long position;
  private ByteOrder order;
  private ByteBuffer page = ByteBuffer.allocate(0);
  private long pageStart;

  Cursor(Reading reading, String part, long start, long end, ByteOrder order) {
    this.reading = reading;
    this.part = part;
    this.position = start;
    this.end = end;
    this.order = order;
  }

  /** Offset in the file of the byte that comes next. */
  public long position() {
    return position;
  }

  public long remaining() {
    return end - position;
  }

  public Cursor order(ByteOrder next) {
    order = next;
    return this;
  }

  public void skip(long bytes) {
    require(bytes);
    position += bytes;
  }

  public void moveTo(long offset) {
    if (offset < 0 || offset > end) {
      throw reading.refusal(part, "offset " + offset, "an offset of at most " + end);
    }
    position = offset;
  }

  public double number(Element element) {
    int at = next(element.size());
    return element.read(page.order(order), at);
  }

  public int unsignedByte() {
    return (int) number(Element.UINT8);
  }

  public int int16() {
    return (int) number(Element.INT16);
  }

  public int unsigned16() {
    return (int) number(Element.UINT16);
  }

  public int int32() {
    return (int) number(Element.INT32);
  }

  public long unsigned32() {
    return (long) number(Element.UINT32);
  }

  public long int64() {
    int at = next(Long.BYTES);
    return page.order(order).getLong(at);
  }

  public double float64() {
    return number(Element.FLOAT64);
  }

  /** Text of a fixed length, up to the first NUL. */
  public String text(long length, Charset charset) {
    require(length);
    String whole = reading.text(part, position, length, charset);
    position += length;
    int nul = whole.indexOf('\0');
    return nul < 0 ? whole : whole.substring(0, nul);
  }

  /** Text that ends with a NUL, which is passed over. */
  public String terminated(Charset charset) {
    long start = position;
    while (unsignedByte() != 0) {
      if (position - start > Reading.LONGEST_TEXT) {
        throw reading.refusal(part, "text without an end", "a NUL at the end of it");
      }
    }
    return reading.text(part, start, position - 1 - start, charset);
  }

  private void require(long bytes) {
    if (bytes < 0 || bytes > remaining()) {
      throw reading.refusal(
          part,
          "%d bytes wanted at offset %d, where %d are left".formatted(bytes, position, remaining()),
          "a whole " + part);
    }
  }

  /** Index in the page of the next {@code size} bytes, which are passed over. */
  private int next(int size) {
    require(size);
    if (position < pageStart || position + size > pageStart + page.capacity()) {
      page = ByteBuffer.wrap(reading.bytes(part, position, Math.min(PAGE, remaining())));
      pageStart = position;
    }
    int at = (int) (position - pageStart);
    position += size;
    return at;
  }
}
