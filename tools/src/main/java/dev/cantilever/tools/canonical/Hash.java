package dev.cantilever.tools.canonical;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** A SHA-256 hash in its text form {@code sha256:} and 64 hexadecimal digits. */
public record Hash(String text) {

  private static final Pattern FORM = Pattern.compile("sha256:[0-9a-f]{64}");

  public Hash {
    if (!isHash(text)) {
      throw new IllegalArgumentException("not a hash: " + text);
    }
  }

  public static boolean isHash(String text) {
    return FORM.matcher(text).matches();
  }

  public static Hash of(byte[]... parts) {
    return ofDigest(digest(parts));
  }

  public static Hash of(String text) {
    return of(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Hash ofDigest(byte[] digest) {
    return new Hash("sha256:" + HexFormat.of().formatHex(digest));
  }

  /** The 32 bytes. */
  public byte[] bytes() {
    return HexFormat.of().parseHex(text.substring("sha256:".length()));
  }

  /** SHA-256 of the parts one after the other. */
  public static byte[] digest(byte[]... parts) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      for (byte[] part : parts) {
        sha.update(part);
      }
      return sha.digest();
    } catch (NoSuchAlgorithmException impossible) {
      throw new AssertionError("every JDK has SHA-256", impossible);
    }
  }

  @Override
  public String toString() {
    return text;
  }
}
