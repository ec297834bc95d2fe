package dev.cantilever.agent.mcp;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Bytes of a wire as a message; what is not UTF-8 is not mended. */
final class Utf8 {

  private Utf8() {}

  static Message message(byte[] bytes) {
    try {
      return Message.read(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notText) {
      return Message.notJson();
    }
  }
}
