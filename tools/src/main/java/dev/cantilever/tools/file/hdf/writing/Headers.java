package dev.cantilever.tools.file.hdf.writing;

import io.jhdf.checksum.JenkinsLookup3HashLittle;
import java.nio.charset.StandardCharsets;
import java.util.IdentityHashMap;
import java.util.List;

/** The header of one object: a row of messages and a checksum. */
final class Headers {

  private static final long UNDEFINED = -1;
  private static final int LONGEST_MESSAGE = 0xffff;

  private final IdentityHashMap<Entity, Long> addresses;
  private final IdentityHashMap<Entity, Long> data;
  private final Heaps heaps;

  /**
   * @param addresses of the headers; missing ones are taken as 0, which does not change a size
   * @param data addresses of the contents of arrays
   */
  Headers(
      IdentityHashMap<Entity, Long> addresses, IdentityHashMap<Entity, Long> data, Heaps heaps) {
    this.addresses = addresses;
    this.data = data;
    this.heaps = heaps;
  }

  byte[] header(Entity entity) {
    Bytes messages = new Bytes();
    switch (entity) {
      case Entity.Group group -> {
        message(messages, 2, new Bytes().u8(0, 0).u64(UNDEFINED).u64(UNDEFINED).array());
        message(messages, 10, new byte[] {0, 0});
        group.children().forEach((name, child) -> message(messages, 6, link(name, child)));
      }
      case Entity.Array array ->
          dataset(
              messages,
              array,
              Types.simple(array.shape()),
              Types.float64(),
              (long) array.values().size() * Double.BYTES);
    }
    // Without this message libhdf5 finds each attribute but counts none.
    message(messages, 21, new Bytes().u8(0, 0).u64(UNDEFINED).u64(UNDEFINED).array());
    entity.attributes().forEach((name, value) -> message(messages, 12, attribute(name, value)));
    byte[] row = messages.array();
    byte[] whole = new Bytes().ascii("OHDR").u8(2, 2).u32(row.length).raw(row).array();
    return new Bytes().raw(whole).u32(JenkinsLookup3HashLittle.hash(whole)).array();
  }

  /** Text and the NUL that ends it. */
  private static byte[] fixed(String text) {
    return (text.replace('\0', ' ') + '\0').getBytes(StandardCharsets.UTF_8);
  }

  private void dataset(Bytes messages, Entity entity, byte[] space, byte[] type, long size) {
    message(messages, 1, space);
    message(messages, 3, type);
    message(messages, 5, new byte[] {3, 0x0a});
    long at = data.getOrDefault(entity, 0L);
    message(messages, 8, new Bytes().u8(3, 1).u64(at).u64(size).array());
  }

  private byte[] link(String name, Entity child) {
    byte[] text = name.getBytes(StandardCharsets.UTF_8);
    return new Bytes()
        .u8(1, 0x11, 1)
        .u16(text.length)
        .raw(text)
        .u64(addresses.getOrDefault(child, 0L))
        .array();
  }

  private static void message(Bytes messages, int type, byte[] body) {
    if (body.length > LONGEST_MESSAGE) {
      throw new IllegalArgumentException(
          body.length + " bytes in one attribute; HDF5 takes at most " + LONGEST_MESSAGE);
    }
    messages.u8(type).u16(body.length).u8(0).raw(body);
  }

  private byte[] attribute(String name, Value value) {
    return switch (value) {
      case Value.Fixed each -> {
        byte[] text = fixed(each.text());
        boolean mark = name.equals("CLASS") || name.equals("NAME");
        byte[] type = mark ? Types.fixedAscii(text.length) : Types.fixedText(text.length);
        yield attribute(name, type, Types.scalar(), text);
      }
      case Value.FixedList each -> fixedList(name, each.texts());
      case Value.Variable each ->
          attribute(name, Types.variableText(), Types.scalar(), variable(each.text()));
      case Value.VariableList each -> {
        Bytes all = new Bytes();
        each.texts().forEach(text -> all.raw(variable(text)));
        yield attribute(name, Types.variableText(), Types.simple(each.texts().size()), all.array());
      }
      case Value.Whole each ->
          attribute(name, Types.int32(), Types.scalar(), new Bytes().u32(each.number()).array());
      case Value.ScaleList each -> {
        Bytes all = new Bytes();
        each.scales().forEach(scale -> all.u32(1).raw(heaps.put(reference(scale))));
        yield attribute(name, Types.references(), Types.simple(each.scales().size()), all.array());
      }
      case Value.ScaledList each -> {
        Bytes all = new Bytes();
        each.scaled().forEach(one -> all.raw(reference(one.array())).u32(one.dimension()).u32(0));
        yield attribute(name, Types.scaledPair(), Types.simple(each.scaled().size()), all.array());
      }
    };
  }

  private static byte[] fixedList(String name, List<String> texts) {
    int width = texts.stream().mapToInt(text -> fixed(text).length).max().orElse(1);
    Bytes all = new Bytes();
    for (int i = 0; i < texts.size(); i++) {
      all.raw(fixed(texts.get(i))).extendTo((i + 1) * width);
    }
    return attribute(name, Types.fixedText(width), Types.simple(texts.size()), all.array());
  }

  private byte[] variable(String text) {
    byte[] bytes = text.replace('\0', ' ').getBytes(StandardCharsets.UTF_8);
    // An empty text has no place in a heap.
    byte[] place = bytes.length == 0 ? new byte[12] : heaps.put(bytes);
    return new Bytes().u32(bytes.length).raw(place).array();
  }

  private byte[] reference(Entity entity) {
    return new Bytes().u64(addresses.getOrDefault(entity, 0L)).array();
  }

  private static byte[] attribute(String name, byte[] type, byte[] space, byte[] content) {
    byte[] text = fixed(name);
    return new Bytes()
        .u8(3, 0)
        .u16(text.length)
        .u16(type.length)
        .u16(space.length)
        .u8(1)
        .raw(text)
        .raw(type)
        .raw(space)
        .raw(content)
        .array();
  }
}
