package dev.cantilever.agent.web.api;

import dev.cantilever.tools.instrument.InstrumentRack;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;

/** The instruments with their envelopes, read again where a file of theirs has changed. */
final class EnvelopeShelf {

  private static final List<String> FILES = List.of("profile.yaml", "envelope.yaml");

  private final Path folder;
  private List<Mark> marks = List.of();
  private InstrumentRack rack;

  EnvelopeShelf(Path folder) {
    this.folder = folder;
  }

  /** By which a changed file is known. */
  private record Mark(Path file, FileTime changed, long size) {}

  /** A rack that connects nothing; only to look at. */
  synchronized InstrumentRack rack() {
    List<Mark> now = marks();
    if (rack == null || !now.equals(marks)) {
      rack = InstrumentRack.open(folder);
      marks = marks(); // which opening it for the first time lays down
    }
    return rack;
  }

  private List<Mark> marks() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> instruments = Files.list(folder)) {
      return instruments
          .sorted()
          .flatMap(instrument -> FILES.stream().map(instrument::resolve))
          .filter(Files::isRegularFile)
          .map(EnvelopeShelf::mark)
          .toList();
    } catch (IOException unreadable) {
      throw new UncheckedIOException("the folder of instruments cannot be read", unreadable);
    }
  }

  private static Mark mark(Path file) {
    try {
      BasicFileAttributes about = Files.readAttributes(file, BasicFileAttributes.class);
      return new Mark(file, about.lastModifiedTime(), about.size());
    } catch (IOException gone) {
      return new Mark(file, FileTime.fromMillis(0), 0);
    }
  }
}
