package dev.cantilever.tools.checkpoint;

import dev.cantilever.tools.canonical.Hash;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;

/** The public half of a key that signs checkpoints, as one line of text. */
public final class VerifierKey {

  /** The name of every key of ours; its id tells them apart. */
  static final String NAME = "cantilever";

  private static final byte ED25519 = 1;
  private static final int KEY_BYTES = 32;
  private static final int ID_BYTES = 4;

  /** What the JDK wants before the 32 bytes: the header of RFC 8410. */
  private static final byte[] HEADER = HexFormat.of().parseHex("302a300506032b6570032100");

  private final byte[] raw;
  private final PublicKey key;

  private VerifierKey(byte[] raw) {
    this.raw = raw;
    this.key = jdkKey(raw);
  }

  static VerifierKey of(PublicKey key) {
    byte[] encoded = key.getEncoded();
    return new VerifierKey(Arrays.copyOfRange(encoded, HEADER.length, encoded.length));
  }

  /**
   * Reads the line {@code cantilever+<id>+<key>}.
   *
   * @throws IllegalArgumentException where it is no such line
   */
  public static VerifierKey parse(String line) {
    String[] parts = line.strip().split("\\+", 3);
    if (parts.length == 3) {
      byte[] typed = Base64.getDecoder().decode(parts[2]);
      if (typed.length == KEY_BYTES + 1 && typed[0] == ED25519) {
        VerifierKey key = new VerifierKey(Arrays.copyOfRange(typed, 1, typed.length));
        if (key.line().equals(line.strip())) {
          return key;
        }
      }
    }
    throw new IllegalArgumentException(
        "a key is one line %s+<8 hexadecimal digits>+<base64>, with the id that fits it"
            .formatted(NAME));
  }

  private static PublicKey jdkKey(byte[] raw) {
    byte[] encoded = Arrays.copyOf(HEADER, HEADER.length + raw.length);
    System.arraycopy(raw, 0, encoded, HEADER.length, raw.length);
    try {
      return KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(encoded));
    } catch (GeneralSecurityException wrong) {
      throw new IllegalArgumentException("not an Ed25519 key", wrong);
    }
  }

  /** The line that a reviewer keeps. */
  public String line() {
    byte[] typed = new byte[KEY_BYTES + 1];
    typed[0] = ED25519;
    System.arraycopy(raw, 0, typed, 1, KEY_BYTES);
    return "%s+%s+%s".formatted(NAME, id(), Base64.getEncoder().encodeToString(typed));
  }

  /** Eight hexadecimal digits: the first bytes of the hash of name and key. */
  public String id() {
    return HexFormat.of().formatHex(idBytes());
  }

  byte[] idBytes() {
    byte[] name = (NAME + "\n").getBytes(StandardCharsets.UTF_8);
    return Arrays.copyOf(Hash.digest(name, new byte[] {ED25519}, raw), ID_BYTES);
  }

  boolean holds(String text, byte[] signature) {
    try {
      Signature check = Signature.getInstance("Ed25519");
      check.initVerify(key);
      check.update(text.getBytes(StandardCharsets.UTF_8));
      return check.verify(signature);
    } catch (GeneralSecurityException malformed) {
      return false;
    }
  }
}
