package dev.cantilever.tools.checkpoint;

import dev.cantilever.tools.canonical.Hash;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Base64;

/**
 * How far a journal had got: four lines of text, which are signed.
 *
 * @param origin which journal
 * @param size number of its entries
 * @param root Merkle root over them
 * @param time when it was signed; recorded, never compared
 */
public record Checkpoint(String origin, long size, Hash root, Instant time) {

  private static final int LINES = 4;

  /** The journal of a run, as a checkpoint names it. */
  public static String originOf(String run) {
    return "cantilever/" + run;
  }

  /** The lines that are signed. */
  String text() {
    String rootText = Base64.getEncoder().encodeToString(root.bytes());
    return "%s\n%d\n%s\n%s\n".formatted(origin, size, rootText, time);
  }

  /**
   * Reads the lines back.
   *
   * @throws IllegalArgumentException where they are not exactly such lines
   */
  static Checkpoint parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length != LINES + 1) {
      throw new IllegalArgumentException("a checkpoint has four lines");
    }
    try {
      Hash root = Hash.ofDigest(Base64.getDecoder().decode(lines[2]));
      Checkpoint read =
          new Checkpoint(lines[0], Long.parseLong(lines[1]), root, Instant.parse(lines[3]));
      if (!read.text().equals(text)) {
        throw new IllegalArgumentException("not as this program writes it");
      }
      return read;
    } catch (DateTimeParseException noTime) {
      throw new IllegalArgumentException("a checkpoint ends with its time", noTime);
    }
  }
}
