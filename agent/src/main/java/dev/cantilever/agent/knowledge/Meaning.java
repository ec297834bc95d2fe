package dev.cantilever.agent.knowledge;

import dev.cantilever.agent.knowledge.Embedder.Embedded;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;

/**
 * Ranks notes by words and by meaning together: each list gives the text at its place r the share
 * {@code 1 / (60 + r)}, and shares add up (reciprocal rank fusion; G. V. Cormack, C. L. A. Clarke
 * and S. Büttcher, SIGIR 2009, 758). Nearness of meaning is the cosine between vectors.
 */
final class Meaning {

  private static final int RANK_CONSTANT = 60;
  private static final int NEAREST = 5;

  private final Embedder embedder;
  private final KeptVectors kept;

  Meaning(Embedder embedder, Path folder, List<Note> notes) {
    this.embedder = embedder;
    this.kept = new KeptVectors(folder, embedder, notes);
  }

  /**
   * What came of it.
   *
   * @param notice why it is by words alone, where it is
   */
  record Ranked(List<Bm25.Hit> hits, Optional<String> notice) {}

  /** The best by both; by words alone where no vectors are to be had. */
  Ranked fused(String question, List<Bm25.Hit> byWords, int most) {
    return switch (kept.vectors()) {
      case Embedded.None none -> byWordsAlone(byWords, none.reason(), most);
      case Embedded.Vectors notes ->
          switch (embedder.embed(List.of(question))) {
            case Embedded.None none -> byWordsAlone(byWords, none.reason(), most);
            case Embedded.Vectors asked -> fused(asked, notes, byWords, most);
          };
    };
  }

  private static Ranked fused(
      Embedded.Vectors asked, Embedded.Vectors notes, List<Bm25.Hit> byWords, int most) {
    double[] question = asked.vectors().getFirst();
    if (question.length != notes.vectors().getFirst().length) {
      return byWordsAlone(byWords, "its vectors are of several lengths", most);
    }
    List<Integer> nearest =
        IntStream.range(0, notes.vectors().size())
            .boxed()
            .sorted(
                Comparator.comparingDouble(
                        (Integer note) -> -cosine(question, notes.vectors().get(note)))
                    .thenComparingInt(note -> note))
            .limit(NEAREST)
            .toList();
    Map<Integer, Double> shares = new TreeMap<>();
    add(shares, byWords.stream().map(Bm25.Hit::text).toList());
    add(shares, nearest);
    List<Bm25.Hit> all = new ArrayList<>();
    shares.forEach((note, share) -> all.add(new Bm25.Hit(note, share)));
    all.sort(
        Comparator.comparingDouble(Bm25.Hit::score).reversed().thenComparingInt(Bm25.Hit::text));
    return new Ranked(first(all, most), Optional.empty());
  }

  private static void add(Map<Integer, Double> shares, List<Integer> list) {
    for (int place = 0; place < list.size(); place++) {
      shares.merge(list.get(place), 1.0 / (RANK_CONSTANT + place + 1), Double::sum);
    }
  }

  private static Ranked byWordsAlone(List<Bm25.Hit> byWords, String reason, int most) {
    return new Ranked(
        first(byWords, most),
        Optional.of("ranked by words alone, for the embedding server gave nothing: " + reason));
  }

  private static List<Bm25.Hit> first(List<Bm25.Hit> hits, int most) {
    return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
  }

  private static double cosine(double[] a, double[] b) {
    double product = 0;
    double squareOfA = 0;
    double squareOfB = 0;
    for (int i = 0; i < a.length; i++) {
      product += a[i] * b[i];
      squareOfA += a[i] * a[i];
      squareOfB += b[i] * b[i];
    }
    return product / Math.sqrt(squareOfA) / Math.sqrt(squareOfB);
  }
}
