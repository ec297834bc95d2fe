package dev.cantilever.tools.checkpoint;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A file of signed notes, one after the other; it only grows. */
public final class CheckpointFile {

  private static final int LINES = 6;

  private CheckpointFile() {}

  /**
   * A note of a file.
   *
   * @param number from 1
   * @param note empty where these lines are none
   */
  public record Numbered(int number, Optional<SignedNote> note) {}

  /** Adds a note, forced to disk. */
  static void append(Path file, SignedNote note) throws IOException {
    ByteBuffer bytes = ByteBuffer.wrap(note.text().getBytes(StandardCharsets.UTF_8));
    try (FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)) {
      while (bytes.hasRemaining()) {
        channel.write(bytes);
      }
      channel.force(true);
    }
  }

  /** Everything in a file; what is no note is told, not skipped. */
  public static List<Numbered> read(Path file) throws IOException {
    // one character per byte, so that no byte gets lost where it is not UTF-8
    String text = Files.readString(file, StandardCharsets.ISO_8859_1);
    List<Numbered> notes = new ArrayList<>();
    for (int from = 0; from < text.length(); ) {
      int end = end(text, from);
      notes.add(new Numbered(notes.size() + 1, note(text.substring(from, end))));
      from = end;
    }
    return notes;
  }

  private static int end(String text, int from) {
    int end = from;
    for (int line = 0; line < LINES; line++) {
      int next = text.indexOf('\n', end);
      if (next < 0) {
        return text.length();
      }
      end = next + 1;
    }
    return end;
  }

  private static Optional<SignedNote> note(String lines) {
    byte[] bytes = lines.getBytes(StandardCharsets.ISO_8859_1);
    try {
      return Optional.of(SignedNote.parse(new String(bytes, StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException broken) {
      return Optional.empty();
    }
  }
}
