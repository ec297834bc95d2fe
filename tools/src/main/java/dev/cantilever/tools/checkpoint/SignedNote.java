package dev.cantilever.tools.checkpoint;

import java.util.Arrays;
import java.util.Base64;

/**
 * A checkpoint with its signature: its lines, an empty one, and {@code — name signature}.
 *
 * @param keyId of the key that is said to have signed
 */
public record SignedNote(Checkpoint checkpoint, String keyId, String text) {

  private static final String DASH = "— ";
  private static final int ID_BYTES = 4;

  static SignedNote of(Checkpoint checkpoint, VerifierKey key, byte[] signature) {
    byte[] id = key.idBytes();
    byte[] line = Arrays.copyOf(id, id.length + signature.length);
    System.arraycopy(signature, 0, line, id.length, signature.length);
    return new SignedNote(checkpoint, key.id(), text(checkpoint, line));
  }

  private static String text(Checkpoint checkpoint, byte[] signature) {
    return "%s\n%s%s %s\n"
        .formatted(
            checkpoint.text(),
            DASH,
            VerifierKey.NAME,
            Base64.getEncoder().encodeToString(signature));
  }

  /**
   * Reads a note; whether its signature holds is another question.
   *
   * @throws IllegalArgumentException where it is not exactly such a note
   */
  public static SignedNote parse(String text) {
    int end = text.indexOf("\n\n");
    String prefix = DASH + VerifierKey.NAME + " ";
    if (end < 0 || !text.startsWith(prefix, end + 2)) {
      throw new IllegalArgumentException("not a signed note");
    }
    Checkpoint checkpoint = Checkpoint.parse(text.substring(0, end + 1));
    byte[] signature =
        Base64.getDecoder().decode(text.substring(end + 2 + prefix.length()).stripTrailing());
    if (signature.length <= ID_BYTES || !text(checkpoint, signature).equals(text)) {
      throw new IllegalArgumentException("not as this program writes it");
    }
    String id = java.util.HexFormat.of().formatHex(signature, 0, ID_BYTES);
    return new SignedNote(checkpoint, id, text);
  }

  /** Whether this key signed exactly this. */
  public boolean isSignedBy(VerifierKey key) {
    String line = text.substring(text.lastIndexOf(' ') + 1).stripTrailing();
    byte[] signature = Base64.getDecoder().decode(line);
    return key.id().equals(keyId)
        && key.holds(checkpoint.text(), Arrays.copyOfRange(signature, ID_BYTES, signature.length));
  }
}
