package dev.cantilever.tests.durable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * A home at one moment, byte for byte.
 *
 * @param files by their paths inside it
 */
record Disk(Map<String, byte[]> files) {

  private static final int SECTOR = 512;
  private static final String RUN = Company.RUN.value();
  private static final String JOURNAL = "runs/" + RUN + "/journal.db";
  private static final String LOG = JOURNAL + "-wal";
  private static final String INDEX = JOURNAL + "-shm";
  private static final String DOUBT = "runs/" + RUN + "/journal.unforced";

  /** What becomes of what was written and not forced when the power goes. */
  enum Loss {
    /** None of it is there. */
    DROP,
    /** The end is missing. */
    TEAR,
    /** The end is there and the beginning is not. */
    REORDER,
    /** The force failed, and none of it is there. */
    ERROR,
    /** The force failed, and yet all of it is there. */
    ERROR_ARRIVED
  }

  static Disk of(Path home) {
    Map<String, byte[]> files = new TreeMap<>();
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(home.relativize(file).toString(), Files.readAllBytes(file));
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
    return new Disk(files);
  }

  /**
   * What lies on the disk where the power goes while an entry is written. The instruments have done
   * what they did; of the run there is what was forced {@code before}, and some of the rest.
   */
  Disk without(Disk before, Loss loss) {
    Map<String, byte[]> kept = new TreeMap<>(files);
    kept.keySet().removeIf(name -> name.contains(RUN));
    before.files.forEach((name, bytes) -> keep(kept, name, bytes));
    kept.remove(INDEX);
    byte[] forced = before.files.get(LOG);
    byte[] written = files.get(LOG);
    kept.put(LOG, log(forced.length, written, loss));
    if (loss == Loss.ERROR || loss == Loss.ERROR_ARRIVED) {
      kept.put(DOUBT, new byte[0]);
    }
    return new Disk(kept);
  }

  private static void keep(Map<String, byte[]> kept, String name, byte[] bytes) {
    if (name.contains(RUN)) {
      kept.put(name, bytes);
    }
  }

  /** Whether nothing but the end of the log is new of the run since then. */
  boolean grew(Disk before) {
    byte[] forced = before.files.get(LOG);
    byte[] written = files.get(LOG);
    return Arrays.equals(before.files.get(JOURNAL), files.get(JOURNAL))
        && written.length >= forced.length
        && Arrays.equals(forced, Arrays.copyOf(written, forced.length));
  }

  private static byte[] log(int forced, byte[] written, Loss loss) {
    return switch (loss) {
      case DROP, ERROR -> Arrays.copyOf(written, forced);
      case TEAR -> Arrays.copyOf(written, Math.max(forced, written.length - SECTOR));
      case REORDER -> {
        byte[] log = written.clone();
        Arrays.fill(log, forced, Math.min(forced + SECTOR, log.length), (byte) 0);
        yield log;
      }
      case ERROR_ARRIVED -> written;
    };
  }

  /** Deletes a folder. */
  static void clear(Path home) {
    try (Stream<Path> all = Files.walk(home)) {
      for (Path file : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  /** Lays it down elsewhere. */
  void into(Path home) {
    files.forEach(
        (name, bytes) -> {
          try {
            Path file = home.resolve(name);
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
          } catch (IOException failure) {
            throw new UncheckedIOException(failure);
          }
        });
  }
}
