package dev.cantilever.tools.file.tiff;

import dev.cantilever.tools.file.bytes.Cursor;
import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Reading;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The fields of one page. */
final class Directory {

  private static final int ENTRY = 12;
  private static final int MOST_PAGES = 4_096;
  private static final int MOST_VALUES = 1 << 20;
  private static final int ASCII = 2;

  private final Reading reading;
  private final ByteOrder order;
  private final Map<Integer, Field> fields = new TreeMap<>();

  /** Where the values of a field stand; rationals count as two numbers each. */
  private record Field(int type, long count, long offset) {}

  private Directory(Reading reading, ByteOrder order) {
    this.reading = reading;
    this.order = order;
  }

  /** All pages, in the order in which the file chains them. */
  static List<Directory> all(Reading reading, ByteOrder order) {
    List<Directory> pages = new ArrayList<>();
    Set<Long> seen = new HashSet<>();
    long offset = reading.cursor("header", 4, reading.size(), order).unsigned32();
    while (offset != 0) {
      if (!seen.add(offset) || pages.size() >= MOST_PAGES) {
        throw reading.refusal(
            "chain of pages",
            "page " + pages.size() + " at offset " + offset,
            "an end, after at most " + MOST_PAGES);
      }
      Directory page = new Directory(reading, order);
      offset = page.fill(offset);
      pages.add(page);
    }
    return pages;
  }

  /** Reads the fields; returns the offset of the next page, 0 after the last. */
  private long fill(long offset) {
    Cursor cursor = reading.cursor("page", offset, reading.size(), order);
    int entries = cursor.unsigned16();
    for (int i = 0; i < entries; i++) {
      int tag = cursor.unsigned16();
      int type = cursor.unsigned16();
      long count = cursor.unsigned32();
      long inline = cursor.position();
      long bytes = count * bytes(type);
      long at = bytes <= 4 ? inline : cursor.unsigned32();
      cursor.moveTo(offset + 2 + (i + 1L) * ENTRY);
      if (bytes > 0) {
        fields.put(tag, new Field(type, count, at));
      }
    }
    return cursor.unsigned32();
  }

  long number(int tag, long otherwise) {
    return fields.containsKey(tag) ? (long) numbers(tag)[0] : otherwise;
  }

  long required(int tag, String name) {
    if (!fields.containsKey(tag)) {
      throw reading.refusal("page", "no " + name + " (tag " + tag + ")", "one");
    }
    return number(tag, 0);
  }

  boolean has(int tag) {
    return fields.containsKey(tag);
  }

  /** The values of a field; a rational as two, numerator and denominator. */
  double[] numbers(int tag) {
    Field field = fields.get(tag);
    int perValue = field.type() == 5 || field.type() == 10 ? 2 : 1;
    long count = field.count() * perValue;
    if (count > MOST_VALUES) {
      throw reading.refusal("field " + tag, count + " values", "at most " + MOST_VALUES);
    }
    return reading.numbers("field " + tag, field.offset(), count, element(field.type()), order);
  }

  /** Text without the NUL that ends it; empty where there is none. */
  String text(int tag) {
    Field field = fields.get(tag);
    if (field == null || field.type() != ASCII) {
      return "";
    }
    String text =
        reading.text("field " + tag, field.offset(), field.count(), StandardCharsets.UTF_8);
    return text.replace("\0", "");
  }

  private static long bytes(int type) {
    return switch (type) {
      case 1, ASCII, 6, 7 -> 1;
      case 3, 8 -> 2;
      case 4, 9, 11, 13 -> 4;
      case 5, 10, 12 -> 8;
      default -> 0;
    };
  }

  private Element element(int type) {
    return switch (type) {
      case 1, ASCII, 7 -> Element.UINT8;
      case 3 -> Element.UINT16;
      case 4, 5, 13 -> Element.UINT32;
      case 6 -> Element.INT8;
      case 8 -> Element.INT16;
      case 9, 10 -> Element.INT32;
      case 11 -> Element.FLOAT32;
      default -> Element.FLOAT64;
    };
  }
}
