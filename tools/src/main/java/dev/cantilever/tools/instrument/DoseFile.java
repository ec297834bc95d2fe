package dev.cantilever.tools.instrument;

import dev.cantilever.kernel.dose.DoseRecord;
import dev.cantilever.kernel.dose.Exposed;
import dev.cantilever.kernel.port.ConnectionFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The file {@code doses.tsv} in an instrument's folder, a line for each exposure: centre and side
 * of the square in metres, electrons. Whoever changes the sample moves it away.
 */
final class DoseFile implements DoseRecord {

  private final Path file;

  DoseFile(Path folder) {
    this.file = folder.resolve("doses.tsv");
  }

  @Override
  public List<Exposed> all() {
    try {
      return Files.readAllLines(file).stream().map(this::exposed).toList();
    } catch (NoSuchFileException none) {
      return List.of();
    } catch (IOException unreadable) {
      throw new ConnectionFailure("the account of doses cannot be read: " + file, unreadable);
    }
  }

  private Exposed exposed(String line) {
    try {
      String[] fields = line.split("\t", -1);
      return new Exposed(
          Double.parseDouble(fields[0]),
          Double.parseDouble(fields[1]),
          Double.parseDouble(fields[2]),
          Double.parseDouble(fields[3]));
    } catch (NumberFormatException | ArrayIndexOutOfBoundsException broken) {
      throw new ConnectionFailure(
          "%s holds the line \"%s\", which is no exposure; a person must mend it"
              .formatted(file, line),
          broken);
    }
  }

  @Override
  public void add(Exposed exposed) {
    String line =
        "%s\t%s\t%s\t%s%n".formatted(exposed.x(), exposed.y(), exposed.side(), exposed.electrons());
    try {
      Files.writeString(
          file,
          line,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND,
          StandardOpenOption.SYNC);
    } catch (IOException failure) {
      throw new UncheckedIOException("a dose cannot be written down, so nothing acts", failure);
    }
  }
}
