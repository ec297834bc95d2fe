package dev.cantilever.tools.instrument;

import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.reading.Frame;
import java.nio.charset.StandardCharsets;

/** A frame as bytes of the data store: canonical JSON, bit for bit the doubles of the driver. */
public final class FrameBlob {

  private static final RecordType<Frame> TYPE = RecordType.of(Frame.class);

  private FrameBlob() {}

  /** The bytes of a frame. */
  public static byte[] write(Frame frame) {
    return CanonicalJson.bytes(TYPE.write(frame));
  }

  /**
   * Reads it back.
   *
   * @throws IllegalArgumentException where the bytes are not a frame
   */
  public static Frame read(byte[] bytes) {
    return TYPE.ours(new JsonText(new String(bytes, StandardCharsets.UTF_8)));
  }
}
