package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.port.TripRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The file {@code tripped} in an instrument's folder: while it lies there, nothing moves. Resets
 * are kept in {@code resets.log}.
 */
final class TripFile implements TripRecord {

  /** What this program is writing down now: it counts at once, however slow the disk. */
  private static final Map<Path, String> BEING_WRITTEN = new ConcurrentHashMap<>();

  private final Path file;
  private final Path resets;

  TripFile(Path folder) {
    this.file = folder.toAbsolutePath().normalize().resolve("tripped");
    this.resets = folder.resolve("resets.log");
  }

  @Override
  public Optional<String> standing() {
    Optional<String> fresh = Optional.ofNullable(BEING_WRITTEN.get(file));
    if (fresh.isPresent()) {
      return fresh;
    }
    if (Files.notExists(file)) {
      return Optional.empty(); // looked at often, and not often there
    }
    try {
      return Optional.of(Files.readString(file).strip());
    } catch (NoSuchFileException none) {
      return Optional.empty();
    } catch (IOException unreadable) {
      return Optional.of("the record of trips cannot be read");
    }
  }

  /** When that was written down; empty where nothing stands. */
  Optional<Instant> since() {
    try {
      return Optional.of(Files.getLastModifiedTime(file).toInstant());
    } catch (IOException none) {
      return Optional.empty();
    }
  }

  @Override
  public void tripped(String reason) {
    BEING_WRITTEN.put(file, reason);
    try {
      Files.writeString(
          file,
          reason + "\n",
          StandardOpenOption.CREATE,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.WRITE,
          StandardOpenOption.SYNC);
    } catch (IOException failure) {
      throw new UncheckedIOException("that the instrument tripped cannot be written down", failure);
    } finally {
      BEING_WRITTEN.remove(file);
    }
  }

  @Override
  public void reset(String person, String reason) {
    String line = "%s\t%s\t%s\n".formatted(person, reason, standing().orElse(""));
    try {
      Files.write(
          resets,
          line.getBytes(StandardCharsets.UTF_8),
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
      Files.deleteIfExists(file);
    } catch (IOException failure) {
      throw new UncheckedIOException("the reset cannot be written down", failure);
    }
  }
}
