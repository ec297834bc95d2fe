package dev.cantilever.tools.file.gwyddion;

import dev.cantilever.tools.file.bytes.Cursor;
import dev.cantilever.tools.file.bytes.Element;
import dev.cantilever.tools.file.bytes.Reading;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the tree of objects of a Gwyddion file; bounded in depth and in number. */
final class ComponentReader {

  private static final int DEEPEST = 32;
  private static final int MOST = 200_000;
  private static final int MAGIC = 4;

  private final Reading reading;
  private final Cursor cursor;
  private int components;

  private ComponentReader(Reading reading) {
    this.reading = reading;
    this.cursor = reading.cursor("object", MAGIC, reading.size(), ByteOrder.LITTLE_ENDIAN);
  }

  /** The object that is the whole file. */
  static Component.Instance read(Reading reading) {
    return new ComponentReader(reading).object(0);
  }

  private Component.Instance object(int depth) {
    if (depth > DEEPEST) {
      throw reading.refusal("object", "objects " + depth + " deep", "at most " + DEEPEST);
    }
    String type = cursor.terminated(StandardCharsets.UTF_8);
    long length = cursor.unsigned32();
    if (length > cursor.remaining()) {
      throw reading.refusal(
          "object " + type, length + " bytes", "at most the " + cursor.remaining() + " left");
    }
    long end = cursor.position() + length;
    Map<String, Component> parts = new LinkedHashMap<>();
    while (cursor.position() < end) {
      String name = cursor.terminated(StandardCharsets.UTF_8);
      parts.put(name, component(name, depth));
      if (++components > MOST) {
        throw reading.refusal("object " + type, components + " components", "at most " + MOST);
      }
    }
    if (cursor.position() != end) {
      throw reading.refusal(
          "object " + type, "its last component ends at " + cursor.position(), "end at " + end);
    }
    return new Component.Instance(type, parts);
  }

  private Component component(String name, int depth) {
    char type = (char) cursor.unsignedByte();
    return switch (type) {
      case 'b', 'c' -> new Component.Scalar(cursor.number(Element.INT8));
      case 'i' -> new Component.Scalar(cursor.int32());
      case 'q' -> new Component.Scalar(cursor.number(Element.INT64));
      case 'd' -> new Component.Scalar(cursor.float64());
      case 's' -> new Component.Text(cursor.terminated(StandardCharsets.UTF_8));
      case 'o' -> object(depth + 1);
      case 'C' -> passed(1);
      case 'I' -> passed(Integer.BYTES);
      case 'Q' -> passed(Long.BYTES);
      case 'D' -> doubles();
      case 'S' -> texts();
      case 'O' -> objects(depth);
      default ->
          throw reading.refusal(
              "component " + name, "type '" + type + "'", "one of b c i q d s o C I Q D S O");
    };
  }

  private Component passed(int size) {
    cursor.skip(cursor.unsigned32() * size);
    return new Component.Passed();
  }

  private Component doubles() {
    long count = cursor.unsigned32();
    Component.Doubles doubles = new Component.Doubles(cursor.position(), count);
    cursor.skip(count * Double.BYTES);
    return doubles;
  }

  private Component texts() {
    long count = cursor.unsigned32();
    for (long i = 0; i < count; i++) {
      cursor.terminated(StandardCharsets.UTF_8);
    }
    return new Component.Passed();
  }

  private Component objects(int depth) {
    long count = cursor.unsigned32();
    List<Component.Instance> objects = new ArrayList<>();
    for (long i = 0; i < count; i++) {
      objects.add(object(depth + 1));
    }
    return new Component.Many(objects);
  }
}
