package dev.cantilever.tools.file;

import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.MicroscopyFile;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The folder into which files are written for other programs. A file appears under its name whole
 * or not at all, and none that is there is ever replaced.
 */
public final class ExportFolder {

  /** A plain name with one ending: no folders, nothing hidden. */
  private static final Pattern NAME =
      Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} _-]{0,99}\\.[a-z0-9]{1,5}");

  private final Path folder;

  ExportFolder(Path folder) {
    this.folder = folder;
  }

  /**
   * What a file is, byte for byte.
   *
   * @param bytes its size
   * @param hash SHA-256 of its content
   */
  public record Print(long bytes, String hash) {}

  /** What {@link #write} would write; writes nothing. The same data give the same bytes. */
  public static Print print(MicroscopyFile content, FileFormat format) {
    try (Counted out = new Counted(OutputStream.nullOutputStream())) {
      FileWriter.write(content, format, out);
      return out.print();
    } catch (IOException impossible) {
      throw new UncheckedIOException("nothing is written", impossible);
    }
  }

  /** The file that stands under a name; empty where there is none. */
  public Optional<Print> find(String name) {
    Path file = at(name);
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try (Counted out = new Counted(OutputStream.nullOutputStream())) {
      Files.copy(file, out);
      return Optional.of(out.print());
    } catch (IOException failure) {
      throw new UncheckedIOException("exports/" + name + " cannot be read", failure);
    }
  }

  /** Whether a name is taken, by whatever stands there. */
  public boolean holds(String name) {
    return Files.exists(at(name), LinkOption.NOFOLLOW_LINKS);
  }

  /**
   * Writes a new file.
   *
   * @return its print; empty where the name was taken meanwhile
   * @throws IllegalArgumentException where the format cannot hold the content
   * @throws UncheckedIOException where the disk fails
   */
  public Optional<Print> write(MicroscopyFile content, FileFormat format, String name) {
    Path target = at(name);
    Path beside = folder.resolve(".%s.%d.part".formatted(name, ProcessHandle.current().pid()));
    try {
      Files.createDirectories(folder);
      try {
        Print print = written(content, format, beside);
        return place(beside, target) ? Optional.of(print) : Optional.empty();
      } finally {
        Files.deleteIfExists(beside);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException("exports/" + name + " cannot be written", failure);
    }
  }

  private static Print written(MicroscopyFile content, FileFormat format, Path file)
      throws IOException {
    try (Counted out = new Counted(new BufferedOutputStream(Files.newOutputStream(file)))) {
      FileWriter.write(content, format, out);
      return out.print();
    }
  }

  /** A second name for a file fails where that name is taken; a move may replace. */
  private static boolean place(Path beside, Path target) throws IOException {
    try {
      Files.createLink(target, beside);
      return true;
    } catch (FileAlreadyExistsException taken) {
      return false;
    } catch (UnsupportedOperationException noLinks) {
      if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
        return false;
      }
      Files.move(beside, target);
      return true;
    }
  }

  private Path at(String name) {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException("not a plain name of a file: " + name);
    }
    if (Files.isSymbolicLink(folder) || Files.isSymbolicLink(folder.toAbsolutePath().getParent())) {
      throw new UncheckedIOException(
          new IOException("the folder data/exports of the home is a link; links are not followed"));
    }
    return folder.resolve(name);
  }

  /** Counts and hashes what passes. */
  private static final class Counted extends DigestOutputStream {
    private long bytes;

    Counted(OutputStream out) {
      super(out, sha256());
    }

    private static MessageDigest sha256() {
      try {
        return MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new AssertionError("every JDK has SHA-256", impossible);
      }
    }

    @Override
    public void write(int one) throws IOException {
      super.write(one);
      bytes++;
    }

    @Override
    public void write(byte[] many, int from, int count) throws IOException {
      super.write(many, from, count);
      bytes += count;
    }

    Print print() {
      return new Print(bytes, Hash.ofDigest(getMessageDigest().digest()).text());
    }
  }
}
