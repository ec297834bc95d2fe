package dev.cantilever.agent.knowledge;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The notes that a manifest names with their hashes. A note that is missing, altered or without a
 * proper head is left out and named; the others can be searched.
 */
final class Notes {

  private static final String FOLDER = "/dev/cantilever/knowledge/notes/";
  private static final String RULE = "---\n";
  private static final RecordType<Note.Head> HEAD = RecordType.of(Note.Head.class);
  private static final YAMLMapper YAML =
      YAMLMapper.builder(
              YAMLFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build())
          .build();

  private final List<Note> sound = new ArrayList<>();
  private final List<String> leftOut = new ArrayList<>();

  private Notes(Function<String, Optional<byte[]>> files) {
    String manifest = new String(files.apply("manifest").orElseThrow(), StandardCharsets.UTF_8);
    for (String line : manifest.lines().filter(line -> !line.isBlank()).toList()) {
      String[] part = line.split(" ", 2);
      read(part[1], part[0], files.apply(part[1]));
    }
  }

  /** The notes that ship. */
  static Notes shipped() {
    return of(Notes::resource);
  }

  /**
   * Notes from anywhere.
   *
   * @param files the content of a file by its name; {@code manifest} has a line of hash and name
   *     for each note
   */
  static Notes of(Function<String, Optional<byte[]>> files) {
    return new Notes(files);
  }

  /** Those that are what the manifest says. */
  List<Note> sound() {
    return List.copyOf(sound);
  }

  /** Names of those that are not. */
  List<String> leftOut() {
    return List.copyOf(leftOut);
  }

  private void read(String name, String hash, Optional<byte[]> content) {
    Optional<Note> note =
        content
            .filter(bytes -> Hash.of(bytes).text().equals(hash))
            .flatMap(bytes -> note(name, bytes));
    note.ifPresentOrElse(sound::add, () -> leftOut.add(name));
  }

  private static Optional<Note> note(String name, byte[] bytes) {
    String text = new String(bytes, StandardCharsets.UTF_8);
    int end = text.indexOf("\n" + RULE, RULE.length());
    if (!text.startsWith(RULE) || end < 0) {
      return Optional.empty();
    }
    String body = text.substring(end + 1 + RULE.length()).strip();
    return head(text.substring(RULE.length(), end))
        .map(head -> new Note(name, head, body, Hash.of(bytes)));
  }

  private static Optional<Note.Head> head(String yaml) {
    try {
      return switch (HEAD.parse(YAML.readTree(yaml))) {
        case Parsed.Valid<Note.Head> valid -> Optional.of(valid.value());
        case Parsed.Invalid<Note.Head> invalid -> Optional.empty();
      };
    } catch (IOException broken) {
      return Optional.empty();
    }
  }

  private static Optional<byte[]> resource(String name) {
    try (InputStream stream = Notes.class.getResourceAsStream(FOLDER + name)) {
      return stream == null ? Optional.empty() : Optional.of(stream.readAllBytes());
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
