package dev.cantilever.tools.file.gatan;

import dev.cantilever.tools.file.bytes.Cursor;
import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Reads the tree of tags into paths such as {@code ImageList.1.ImageData.Data}; an entry without a
 * label has its index for a name. The structure is big-endian, the values are in the order that the
 * file declares.
 */
final class TagReader {

  private static final int DEEPEST = 64;
  private static final int MOST = 200_000;
  private static final int LONGEST_PATH = 500;
  private static final int STRUCTURE = 15;
  private static final int STRING = 18;
  private static final int ARRAY = 20;

  private final Reading reading;
  private final Cursor cursor;
  private final boolean wide;
  private final ByteOrder values;
  private final Map<String, Tag> tags = new LinkedHashMap<>();
  private int entries;

  private TagReader(Reading reading) {
    this.reading = reading;
    this.cursor = reading.cursor("tag", 0, reading.size(), ByteOrder.BIG_ENDIAN);
    this.wide = cursor.int32() == 4;
    whole();
    this.values = cursor.int32() == 1 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
  }

  /** All tags by path, and the byte order of their arrays. */
  record Tags(Map<String, Tag> byPath, ByteOrder order) {}

  static Tags read(Reading reading) {
    TagReader reader = new TagReader(reading);
    reader.group("", 0);
    return new Tags(reader.tags, reader.values);
  }

  private void group(String path, int depth) {
    if (depth > DEEPEST || path.length() > LONGEST_PATH) {
      throw reading.refusal("tags", "groups " + depth + " deep", "at most " + DEEPEST);
    }
    cursor.skip(2);
    long count = whole();
    for (long i = 0; i < count; i++) {
      entry(path, i, depth);
    }
  }

  private void entry(String path, long index, int depth) {
    if (++entries > MOST) {
      throw reading.refusal("tags", entries + " tags", "at most " + MOST);
    }
    int kind = cursor.unsignedByte();
    String label = cursor.text(cursor.unsigned16(), StandardCharsets.ISO_8859_1);
    String name = label.isEmpty() ? Long.toString(index) : label;
    String full = path.isEmpty() ? name : path + "." + name;
    if (wide) {
      cursor.skip(Long.BYTES);
    }
    switch (kind) {
      case 20 -> group(full, depth + 1);
      case 21 -> tags.put(full, value(full));
      default -> throw reading.refusal("tag " + full, "kind " + kind, "20 or 21");
    }
  }

  private Tag value(String path) {
    if (cursor.unsigned32() != 0x25252525L) {
      throw reading.refusal("tag " + path, "no %%%% before the value", "%%%%");
    }
    long words = whole();
    if (words < 1 || words > cursor.remaining()) {
      throw reading.refusal("tag " + path, words + " words of description", "at least 1");
    }
    long after = cursor.position() + words * (wide ? Long.BYTES : Integer.BYTES);
    int type = type(path);
    return switch (type) {
      case STRUCTURE -> structure(path, after);
      case STRING -> numbers(path, Element.UINT16, whole(), after);
      case ARRAY -> array(path, after);
      default -> {
        cursor.moveTo(after);
        Tag.Scalar number = new Tag.Scalar(cursor.order(values).number(element(path, type)));
        cursor.order(ByteOrder.BIG_ENDIAN);
        yield number;
      }
    };
  }

  private Tag structure(String path, long after) {
    Element[] fields = fields(path);
    cursor.moveTo(after);
    cursor.order(values);
    StringBuilder text = new StringBuilder();
    for (Element field : fields) {
      text.append(text.isEmpty() ? "" : ", ").append(Numerals.text(cursor.number(field)));
    }
    cursor.order(ByteOrder.BIG_ENDIAN);
    return new Tag.Tuple(text.toString());
  }

  private Tag array(String path, long after) {
    int type = type(path);
    if (type == STRUCTURE) {
      long size = 0;
      for (Element field : fields(path)) {
        size += field.size();
      }
      long count = whole();
      cursor.moveTo(after);
      skip(path, count, size);
      return new Tag.Passed(count + " structures of " + size + " bytes");
    }
    return numbers(path, element(path, type), whole(), after);
  }

  private Tag numbers(String path, Element element, long count, long after) {
    cursor.moveTo(after);
    Tag.Numbers numbers = new Tag.Numbers(element, count, after);
    skip(path, count, element.size());
    return numbers;
  }

  private void skip(String path, long count, long size) {
    if (count < 0 || size < 1 || count > cursor.remaining() / size) {
      throw reading.refusal(
          "tag " + path, count + " values of " + size + " bytes", "an array inside the file");
    }
    cursor.skip(count * size);
  }

  private Element[] fields(String path) {
    whole();
    long count = whole();
    if (count < 1 || count > 1024) {
      throw reading.refusal("tag " + path, "a structure of " + count + " fields", "1 to 1024");
    }
    Element[] fields = new Element[(int) count];
    for (int i = 0; i < fields.length; i++) {
      whole();
      fields[i] = element(path, type(path));
    }
    return fields;
  }

  private int type(String path) {
    long type = whole();
    if (type < 0 || type > 255) {
      throw reading.refusal("tag " + path, "type " + type, "a type from 2 to 20");
    }
    return (int) type;
  }

  private Element element(String path, int type) {
    return switch (type) {
      case 2 -> Element.INT16;
      case 3 -> Element.INT32;
      case 4 -> Element.UINT16;
      case 5 -> Element.UINT32;
      case 6 -> Element.FLOAT32;
      case 7 -> Element.FLOAT64;
      case 8, 10 -> Element.UINT8;
      case 9 -> Element.INT8;
      case 11 -> Element.INT64;
      case 12 -> Element.UINT64;
      default -> throw reading.refusal("tag " + path, "type " + type, "a number type, 2 to 12");
    };
  }

  /** A word of the structure: four bytes in version 3, eight in version 4. */
  private long whole() {
    return wide ? cursor.int64() : cursor.unsigned32();
  }
}
