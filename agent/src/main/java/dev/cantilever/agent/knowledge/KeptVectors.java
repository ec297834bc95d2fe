package dev.cantilever.agent.knowledge;

import dev.cantilever.agent.knowledge.Embedder.Embedded;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.schema.StrictJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The vectors of the notes, kept in one file of the home under the hash of model and texts, with
 * the names and hashes of the notes beside them. A file that is not whole is made again.
 */
final class KeptVectors {

  private static final RecordType<Kept> TYPE = RecordType.of(Kept.class);
  private static final long LONGEST = 64L << 20;

  private final Path folder;
  private final Embedder embedder;
  private final List<Note> notes;
  private Optional<Embedded.Vectors> known = Optional.empty();

  KeptVectors(Path folder, Embedder embedder, List<Note> notes) {
    this.folder = folder;
    this.embedder = embedder;
    this.notes = List.copyOf(notes);
  }

  /** The manifest and the vectors. */
  public record Kept(String embedding, List<Source> sources) {

    public Kept {
      sources = List.copyOf(sources);
    }
  }

  /** One note and its vector. */
  public record Source(String note, String hash, List<Double> vector) {

    public Source {
      vector = List.copyOf(vector);
    }
  }

  /** Of all notes, in order. */
  synchronized Embedded vectors() {
    if (known.isEmpty()) {
      Embedded got = kept().<Embedded>map(vectors -> vectors).orElseGet(this::made);
      if (got instanceof Embedded.None none) {
        return none;
      }
      known = Optional.of((Embedded.Vectors) got);
    }
    return known.get();
  }

  private Embedded made() {
    Embedded made = embedder.embed(notes.stream().map(Note::searched).toList());
    if (made instanceof Embedded.Vectors vectors) {
      keep(vectors);
    }
    return made;
  }

  private Path file() {
    StringBuilder all = new StringBuilder(embedder.id());
    notes.forEach(note -> all.append('\n').append(note.hash().text()));
    String name = Hash.of(all.toString()).text().substring("sha256:".length());
    return folder.resolve(name + ".json");
  }

  private Optional<Embedded.Vectors> kept() {
    Path file = file();
    try {
      if (!Files.exists(file) || Files.size(file) > LONGEST) {
        return Optional.empty();
      }
      return switch (TYPE.parse(StrictJson.ours(Files.readString(file)))) {
        case Parsed.Valid<Kept> valid -> fitting(valid.value());
        case Parsed.Invalid<Kept> invalid -> Optional.empty();
      };
    } catch (IOException | IllegalArgumentException broken) {
      return Optional.empty();
    }
  }

  private Optional<Embedded.Vectors> fitting(Kept kept) {
    Map<String, List<Double>> byHash = new HashMap<>();
    kept.sources().forEach(source -> byHash.put(source.hash(), source.vector()));
    List<double[]> vectors = new ArrayList<>();
    for (Note note : notes) {
      vectors.add(
          byHash.getOrDefault(note.hash().text(), List.of()).stream()
              .mapToDouble(Double::doubleValue)
              .toArray());
    }
    return kept.embedding().equals(embedder.id())
            && Embedder.checked(vectors, notes.size()) instanceof Embedded.Vectors sound
        ? Optional.of(sound)
        : Optional.empty();
  }

  /** What cannot be kept is made again next time. */
  private void keep(Embedded.Vectors vectors) {
    List<Source> sources = new ArrayList<>();
    for (int i = 0; i < notes.size(); i++) {
      List<Double> numbers = new ArrayList<>();
      for (double number : vectors.vectors().get(i)) {
        numbers.add(number);
      }
      sources.add(new Source(notes.get(i).name(), notes.get(i).hash().text(), numbers));
    }
    try {
      Files.createDirectories(folder);
      Path unfinished = Files.createTempFile(folder, "vectors", ".part");
      Files.writeString(unfinished, TYPE.canonical(new Kept(embedder.id(), sources)).canonical());
      Files.move(unfinished, file(), StandardCopyOption.REPLACE_EXISTING);
    } catch (IOException unwritable) {
      // it is a copy of what the server says
    }
  }
}
