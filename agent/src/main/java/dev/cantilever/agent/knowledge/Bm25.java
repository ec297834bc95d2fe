package dev.cantilever.agent.knowledge;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Ranks texts by the words that they share with a question: Okapi BM25 with {@code k1 = 1.2} and
 * {@code b = 0.75}, exact, the same on every machine, and explained by counting.
 *
 * <p>For a text d of n words, of N texts with a mean of m words, each word w of the question that
 * stands f times in d and in c of the texts adds
 *
 * <pre>ln(1 + (N − c + 0.5) / (c + 0.5)) · f (k1 + 1) / (f + k1 (1 − b + b n / m))</pre>
 *
 * <p>S. Robertson and H. Zaragoza, Found. Trends Inf. Retr. 3, 333 (2009), eq. 3.15, with the
 * logarithm kept positive as search engines do. A library for this is fifty times the size of all
 * the notes; its weights are rounded to a byte besides.
 */
final class Bm25 {

  private static final double K1 = 1.2;
  private static final double B = 0.75;

  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Integer> lengths = new ArrayList<>();
  private final Map<String, Integer> textsWith = new HashMap<>();
  private final double meanLength;

  Bm25(List<String> texts) {
    for (String text : texts) {
      List<String> words = words(text);
      Map<String, Integer> count = new HashMap<>();
      words.forEach(word -> count.merge(word, 1, Integer::sum));
      count.keySet().forEach(word -> textsWith.merge(word, 1, Integer::sum));
      counts.add(count);
      lengths.add(words.size());
    }
    meanLength = lengths.stream().mapToInt(Integer::intValue).average().orElse(1);
  }

  /** One text by its number, and how well it fits. */
  record Hit(int text, double score) {}

  /** The texts that share a word with the question, best first; of equals the first comes first. */
  List<Hit> find(String question, int most) {
    List<String> words = words(question).stream().distinct().toList();
    List<Hit> hits = new ArrayList<>();
    for (int text = 0; text < counts.size(); text++) {
      double score = 0;
      for (String word : words) {
        score += score(word, text);
      }
      if (score > 0) {
        hits.add(new Hit(text, score));
      }
    }
    hits.sort(Comparator.comparingDouble(Hit::score).reversed().thenComparingInt(Hit::text));
    return List.copyOf(hits.subList(0, Math.min(most, hits.size())));
  }

  private double score(String word, int text) {
    int often = counts.get(text).getOrDefault(word, 0);
    if (often == 0) {
      return 0;
    }
    int with = textsWith.get(word);
    double rarity = StrictMath.log1p((counts.size() - with + 0.5) / (with + 0.5));
    double length = 1 - B + B * lengths.get(text) / meanLength;
    return rarity * often * (K1 + 1) / (often + K1 * length);
  }

  /** Letters and digits, in lower case, without the s of a plural. */
  static List<String> words(String text) {
    String plain = Normalizer.normalize(text, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
    return Arrays.stream(plain.split("[^\\p{L}\\p{N}]+"))
        .filter(word -> !word.isEmpty())
        .map(
            word ->
                word.length() > 3 && word.endsWith("s")
                    ? word.substring(0, word.length() - 1)
                    : word)
        .toList();
  }
}
