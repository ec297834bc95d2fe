package dev.cantilever.drivers.setup;

import dev.cantilever.kernel.port.ConnectionFailure;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** A data set that a profile names by its file. */
public final class DataFile {

  /** No folders: what an instrument serves lies beside its profile or ships with its driver. */
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,99}");

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final long MOST_BYTES = 1L << 26;

  private final String name;
  private final byte[] bytes;

  private DataFile(String name, byte[] bytes) {
    this.name = name;
    this.bytes = bytes;
  }

  /**
   * Reads the file beside the profile; where there is none, the one that ships with the driver.
   *
   * @param directory the instrument's own folder
   * @param name plain name of a file of at most 64 MB
   * @param driver a class of the package that ships data sets
   * @throws ConnectionFailure where there is neither or it cannot be read
   */
  public static DataFile find(Path directory, String name, Class<?> driver) {
    if (!NAME.matcher(name).matches()) {
      throw new ConnectionFailure(
          "data \"%s\" is not the plain name of a file; lay the file beside profile.yaml"
              .formatted(name));
    }
    try {
      Path beside = directory.resolve(name);
      return new DataFile(
          name, Files.exists(beside) ? besideProfile(beside) : shipped(name, driver));
    } catch (IOException failure) {
      throw new ConnectionFailure("data set \"" + name + "\" cannot be read", failure);
    }
  }

  private static byte[] besideProfile(Path file) throws IOException {
    if (Files.size(file) > MOST_BYTES) {
      throw new ConnectionFailure(
          "data set \"%s\" has %d bytes, more than %d; cut it down"
              .formatted(file.getFileName(), Files.size(file), MOST_BYTES));
    }
    return Files.readAllBytes(file);
  }

  private static byte[] shipped(String name, Class<?> driver) throws IOException {
    try (InputStream stream = driver.getResourceAsStream(name)) {
      if (stream == null) {
        throw new ConnectionFailure(
            "data set \"%s\" neither lies beside profile.yaml nor ships with this program"
                .formatted(name));
      }
      return stream.readAllBytes();
    }
  }

  public String name() {
    return name;
  }

  /** The file as it lies on disk; a fresh copy. */
  public byte[] bytes() {
    return bytes.clone();
  }

  /** SHA-256 of the file as it lies on disk. */
  public String hash() {
    return ContentHash.of(bytes);
  }

  /**
   * The file as text, without a byte-order mark.
   *
   * @throws ConnectionFailure where it is not UTF-8
   */
  public String text() {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      return text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text;
    } catch (CharacterCodingException broken) {
      throw new ConnectionFailure(
          "data set \"%s\" is not UTF-8; save it as UTF-8".formatted(name), broken);
    }
  }
}
