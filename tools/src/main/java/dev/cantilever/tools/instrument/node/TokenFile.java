package dev.cantilever.tools.instrument.node;

import dev.cantilever.kernel.port.ConnectionFailure;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.HexFormat;

/** The line that whoever asks a node must know, in a file that its owner alone can read. */
public final class TokenFile {

  private static final int BYTES = 24;

  private TokenFile() {}

  /**
   * The token of a file, which is made where there is none.
   *
   * @throws ConnectionFailure where it can be neither read nor made
   */
  public static String at(Path file) {
    try {
      return Files.exists(file) ? Files.readString(file).strip() : made(file);
    } catch (IOException failure) {
      throw new ConnectionFailure("the token in " + file + " cannot be used", failure);
    }
  }

  private static String made(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    String token = HexFormat.of().formatHex(bytes);
    try {
      if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
        Files.createFile(
            file,
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, token + "\n", StandardOpenOption.WRITE);
      } else {
        Files.writeString(file, token + "\n", StandardOpenOption.CREATE_NEW);
      }
      return token;
    } catch (FileAlreadyExistsException meanwhile) {
      return Files.readString(file).strip();
    }
  }
}
