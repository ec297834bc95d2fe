package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import io.jhdf.checksum.ChecksumUtils;
import io.jhdf.exceptions.UnsupportedHdfException;
import io.jhdf.object.message.AttributeMessage;
import io.jhdf.object.message.DataTypeMessage;
import io.jhdf.object.message.Message;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The messages of one HDF5 object. Those of no use here are passed over; an attribute that jhdf
 * cannot parse, such as a reference to a region, is left out, and only that.
 *
 * <p>Layout: HDF5 File Format Specification 3.0, IV.A.1.
 */
final class HdfHeader {

  private static final int DATA_SPACE = 1;
  private static final int LINK_INFO = 2;
  private static final int DATA_TYPE = 3;
  private static final int LINK = 6;
  private static final int LAYOUT = 8;
  private static final int FILTERS = 11;
  private static final int ATTRIBUTE = 12;
  private static final int CONTINUATION = 16;
  private static final int SYMBOL_TABLE = 17;
  private static final int ATTRIBUTE_INFO = 21;

  private static final Set<Integer> WANTED =
      Set.of(
          DATA_SPACE,
          LINK_INFO,
          DATA_TYPE,
          LINK,
          LAYOUT,
          FILTERS,
          ATTRIBUTE,
          SYMBOL_TABLE,
          ATTRIBUTE_INFO);

  private static final int DEEPEST = 4;
  private static final int MOST_CONTINUATIONS = 1_000;
  private static final int SHARED = 2;
  private static final int SIGNATURE_V2 = 0x5244484f;
  private static final int CONTINUATION_V2 = 0x4b48434f;

  private final MeteredStorage storage;
  private final Reading reading;
  private final int depth;
  private final List<Message> messages = new ArrayList<>();
  private Optional<String> unsupported = Optional.empty();
  private int continuations;

  private HdfHeader(MeteredStorage storage, int depth) {
    this.storage = storage;
    this.reading = storage.reading();
    this.depth = depth;
  }

  static HdfHeader read(MeteredStorage storage, long address) {
    return read(storage, address, 0);
  }

  private static HdfHeader read(MeteredStorage storage, long address, int depth) {
    HdfHeader header = new HdfHeader(storage, depth);
    if (depth > DEEPEST) {
      throw header.reading.refusal("shared message", "a chain of them", "a message");
    }
    ByteBuffer start = storage.readBufferFromAddress(address, 4);
    if (start.getInt(0) == SIGNATURE_V2) {
      header.second(address);
    } else {
      header.first(address);
    }
    return header;
  }

  /** Why this object cannot be read, where it holds something that jhdf does not know. */
  Optional<String> unsupported() {
    return unsupported;
  }

  <T extends Message> List<T> all(Class<T> type) {
    return messages.stream().filter(type::isInstance).map(type::cast).toList();
  }

  <T extends Message> Optional<T> one(Class<T> type) {
    return messages.stream().filter(type::isInstance).map(type::cast).findFirst();
  }

  private void first(long address) {
    ByteBuffer prefix = storage.readBufferFromAddress(address, 16);
    if (prefix.get(0) != 1) {
      throw reading.refusal(
          "object header at " + address, "version " + prefix.get(0), "version 1 or 2");
    }
    firstBlock(storage.map(address + 16, Integer.toUnsignedLong(prefix.getInt(8))));
  }

  private void firstBlock(ByteBuffer block) {
    while (block.remaining() >= 8) {
      int type = Short.toUnsignedInt(block.getShort());
      int size = Short.toUnsignedInt(block.getShort());
      int flags = block.get();
      block.position(block.position() + 3);
      ByteBuffer body = body(block, size);
      if (type == CONTINUATION) {
        firstBlock(continuation(body));
      } else {
        message(type, flags, body);
      }
    }
  }

  private void second(long address) {
    ByteBuffer prefix = storage.readBufferFromAddress(address, 6);
    int flags = prefix.get(5);
    int before = 6 + ((flags & 0x20) != 0 ? 16 : 0) + ((flags & 0x10) != 0 ? 4 : 0);
    int width = 1 << (flags & 3);
    ByteBuffer sized = storage.readBufferFromAddress(address + before, width);
    long size =
        switch (width) {
          case 1 -> Byte.toUnsignedInt(sized.get());
          case 2 -> Short.toUnsignedInt(sized.getShort());
          case 4 -> Integer.toUnsignedLong(sized.getInt());
          default -> sized.getLong();
        };
    reading.requireInside("object header at " + address, storage.offset(address), size);
    ByteBuffer whole = storage.map(address, before + width + size + 4);
    ChecksumUtils.validateChecksum(whole);
    whole.position(before + width).limit(whole.limit() - 4);
    secondBlock(whole.slice().order(ByteOrder.LITTLE_ENDIAN), flags);
  }

  private void secondBlock(ByteBuffer block, int headerFlags) {
    int prefix = (headerFlags & 4) != 0 ? 6 : 4;
    while (block.remaining() >= prefix) {
      int type = Byte.toUnsignedInt(block.get());
      int size = Short.toUnsignedInt(block.getShort());
      int flags = block.get();
      block.position(block.position() + prefix - 4);
      ByteBuffer body = body(block, size);
      if (type == CONTINUATION) {
        ByteBuffer next = continuation(body);
        ChecksumUtils.validateChecksum(next);
        if (next.getInt(0) != CONTINUATION_V2) {
          throw reading.refusal("object header", "a continuation unmarked", "OCHK");
        }
        next.position(4).limit(next.limit() - 4);
        secondBlock(next.slice().order(ByteOrder.LITTLE_ENDIAN), headerFlags);
      } else {
        message(type, flags, body);
      }
    }
  }

  private ByteBuffer body(ByteBuffer block, int size) {
    if (size > block.remaining()) {
      throw reading.refusal(
          "object header", "a message of " + size + " bytes", "at most " + block.remaining());
    }
    ByteBuffer body = block.slice(block.position(), size).order(ByteOrder.LITTLE_ENDIAN);
    block.position(block.position() + size);
    return body;
  }

  private ByteBuffer continuation(ByteBuffer body) {
    if (++continuations > MOST_CONTINUATIONS) {
      throw reading.refusal("object header", continuations + " continuations", "fewer");
    }
    long address = number(body, storage.getSizeOfOffsets());
    return storage.map(address, number(body, storage.getSizeOfLengths()));
  }

  private static long number(ByteBuffer buffer, int width) {
    return width == Long.BYTES ? buffer.getLong() : Integer.toUnsignedLong(buffer.getInt());
  }

  private void message(int type, int flags, ByteBuffer body) {
    if (!WANTED.contains(type)) {
      return;
    }
    if ((flags & SHARED) != 0) {
      shared(type, body);
      return;
    }
    // The layout of a message of version 1, whatever the version of the header.
    ByteBuffer message = ByteBuffer.allocate(8 + body.remaining()).order(ByteOrder.LITTLE_ENDIAN);
    message.putShort((short) type).putShort((short) body.remaining()).put((byte) flags);
    message.position(8).put(body).rewind();
    try {
      messages.add(Message.readObjectHeaderV1Message(message, storage));
    } catch (UnsupportedHdfException unknown) {
      if (type != ATTRIBUTE) {
        unsupported = Optional.of(unknown.getMessage());
      }
    }
  }

  /** A committed type: the message stands in the header of another object. */
  private void shared(int type, ByteBuffer body) {
    if (type != DATA_TYPE) {
      return;
    }
    int version = body.get();
    body.position(version == 1 ? 8 : 2);
    HdfHeader other = read(storage, number(body, storage.getSizeOfOffsets()), depth + 1);
    other.one(DataTypeMessage.class).ifPresent(messages::add);
  }

  List<AttributeMessage> attributes() {
    return all(AttributeMessage.class);
  }
}
