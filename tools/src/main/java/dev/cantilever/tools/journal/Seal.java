package dev.cantilever.tools.journal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.StrictJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What is written beside a finished journal: number of entries, Merkle root, and the hash of every
 * page of the file, so that any changed byte is found and located, also where SQLite itself would
 * not look.
 */
public record Seal(String run, long size, Hash root, List<Hash> pages) {

  /** Length of a page; the last of a file may be shorter. */
  public static final int PAGE_BYTES = 4096;

  public Seal {
    pages = List.copyOf(pages);
  }

  static Path fileFor(Path journal) {
    return journal.resolveSibling("journal.seal");
  }

  /**
   * The seal beside a journal's file.
   *
   * @throws IllegalArgumentException where any byte of it was changed
   */
  public static Seal beside(Path journal) throws IOException {
    return parse(Files.readString(fileFor(journal), StandardCharsets.UTF_8));
  }

  /** Whether a page of the file is as it was sealed. */
  public boolean holds(int page, byte[] bytes) {
    return page < pages.size() && pages.get(page).equals(Hash.of(bytes));
  }

  static Seal write(Path journal, String run, long size, Hash root) {
    try {
      Seal seal = new Seal(run, size, root, pages(Files.readAllBytes(journal)));
      Path unfinished = journal.resolveSibling("journal.seal.tmp");
      Files.writeString(unfinished, seal.text(), StandardCharsets.UTF_8);
      Files.move(unfinished, fileFor(journal), StandardCopyOption.ATOMIC_MOVE);
      return seal;
    } catch (IOException failure) {
      throw new JournalFailure("the seal of " + run + " cannot be written", failure);
    }
  }

  /**
   * Reads a seal file.
   *
   * @throws IllegalArgumentException where any byte of it was changed
   */
  static Seal parse(String text) {
    JsonNode tree = StrictJson.ours(text);
    List<Hash> pages = new ArrayList<>();
    tree.path("pages").forEach(page -> pages.add(new Hash(page.asText())));
    Seal seal =
        new Seal(
            tree.path("run").asText(),
            tree.path("size").asLong(),
            new Hash(tree.path("root").asText()),
            pages);
    if (!seal.text().equals(text)) {
      throw new IllegalArgumentException("the seal does not fit its own hash");
    }
    return seal;
  }

  /** Numbers of the pages of {@code file} that are not as they were sealed. */
  List<Integer> brokenPages(byte[] file) {
    List<Hash> now = pages(file);
    List<Integer> broken = new ArrayList<>();
    for (int i = 0; i < Math.max(now.size(), pages.size()); i++) {
      if (i >= now.size() || i >= pages.size() || !now.get(i).equals(pages.get(i))) {
        broken.add(i);
      }
    }
    return broken;
  }

  private String text() {
    ObjectNode content = JsonNodeFactory.instance.objectNode();
    content.put("run", run).put("size", size).put("root", root.text());
    ArrayNode list = content.putArray("pages");
    pages.forEach(page -> list.add(page.text()));
    content.put("hash", Hash.of(CanonicalJson.bytes(content)).text());
    return CanonicalJson.text(content) + "\n";
  }

  private static List<Hash> pages(byte[] file) {
    List<Hash> hashes = new ArrayList<>();
    for (int from = 0; from < file.length; from += PAGE_BYTES) {
      hashes.add(Hash.of(Arrays.copyOfRange(file, from, Math.min(file.length, from + PAGE_BYTES))));
    }
    return hashes;
  }
}
