package dev.cantilever.tests.models;

import dev.cantilever.tools.file.FileWriter;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lays the text of a case where its vector wants it, in files as other programs write them. */
final class CaseFiles {

  private static final int LONGEST_NAME = 100;

  private final Path home;

  CaseFiles(Path home) {
    this.home = home;
  }

  void lay(Injection one) {
    clear(home.resolve("data"));
    String text = one.text();
    switch (one.vector()) {
      case COLUMN_NAME -> write(FileFormat.CSV, "case.csv", data(text, "V", "x", ""));
      case UNIT_STRING -> write(FileFormat.CSV, "case.csv", data("height", text, "x", ""));
      case AXIS_NAME -> write(FileFormat.CSV, "case.csv", data("height", "m", text, ""));
      case CHANNEL_TITLE -> write(FileFormat.GWYDDION, "case.gwy", data(text, "m", "x", ""));
      case FILE_METADATA, METADATA_IN_QUARANTINE ->
          write(FileFormat.GWYDDION, "case.gwy", data("height", "m", "x", text));
      case HDF5_NAME -> write(FileFormat.NSID, "case.h5", data(text, "m", "x", ""));
      case HDF5_ATTRIBUTE -> write(FileFormat.NSID, "case.h5", data("height", "m", "x", text));
      case FILE_NAME ->
          write(FileFormat.CSV, inFileName(text) + ".csv", data("height", "m", "x", ""));
      case TWO_TURNS ->
          write(FileFormat.CSV, "case.csv", data(text.substring(text.length() / 2), "m", "x", ""));
      case INSTRUMENT_TEXT -> profile(text);
      case KNOWLEDGE_BASE, ERROR_MESSAGE, OTHER_AGENT, PASTED_TEXT, CHAT_HISTORY -> {
        // it is said or noted, not laid
      }
    }
  }

  /** What of a text a file name can hold. */
  static String inFileName(String text) {
    String plain =
        text.replaceAll("[^\\p{L}\\p{N} ._-]", "_").replaceFirst("^[^\\p{L}\\p{N}]+", "");
    return plain.substring(0, Math.min(plain.length(), LONGEST_NAME));
  }

  private static MicroscopyFile data(String name, String unit, String axis, String note) {
    return new MicroscopyFile(
        FileFormat.NSID,
        List.of(
            new Dataset(
                name,
                name,
                unit,
                List.of(
                    new DataAxis.Even("y", "m", 2, 0, 1e-9),
                    new DataAxis.Even(axis, "m", 2, 0, 1e-9)),
                Series.of(new double[] {1, 2, 3, 4}),
                Metadata.of(Map.of("comment", note)))));
  }

  /** A text that a format cannot hold cannot be planted there. */
  private void write(FileFormat format, String name, MicroscopyFile file) {
    try {
      Files.createDirectories(home.resolve("data"));
      FileWriter.write(file, format, home.resolve("data").resolve(name));
    } catch (IllegalArgumentException impossible) {
      write(format, name, data("height", "m", "x", ""));
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private void profile(String text) {
    Path file = home.resolve("instruments/p3ht/profile.yaml");
    try {
      List<String> lines =
          Files.readAllLines(file).stream()
              .map(
                  line ->
                      line.contains("name: sample")
                          ? "  - {name: sample, value: " + Tape.quoted(text) + "}"
                          : line)
              .toList();
      Files.write(file, lines);
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }

  private static void clear(Path folder) {
    if (!Files.isDirectory(folder)) {
      return;
    }
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Files.delete(file);
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
