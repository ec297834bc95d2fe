package dev.cantilever.tools.tool;

import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.tools.schema.RecordType;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * All tools by name, in the fixed order of their names. A tool that is badly described stops it.
 */
public final class Catalogue {

  /** What comes after so many letters of a name says nothing about which tool was meant. */
  private static final int LONGEST_NAME = 60;

  private final SortedMap<String, Entry<?, ?>> entries = new TreeMap<>();
  private final Map<String, String> descriptions = new ConcurrentHashMap<>();

  /**
   * A tool with the types derived from its records.
   *
   * @param <I> its arguments
   * @param <O> its result
   */
  public record Entry<I extends Record, O extends Record>(
      Tool<I, O> tool, RecordType<I> input, RecordType<O> output) {}

  private Catalogue() {}

  /**
   * A catalogue of these tools.
   *
   * @throws IllegalArgumentException where a name stands twice or a record is not fully described
   */
  public static Catalogue of(Collection<? extends Tool<?, ?>> tools) {
    Catalogue catalogue = new Catalogue();
    tools.forEach(catalogue::add);
    return catalogue;
  }

  /** These, and one that looks at them all. */
  public Catalogue with(Function<Catalogue, Tool<?, ?>> last) {
    Catalogue more = new Catalogue();
    more.entries.putAll(entries);
    more.add(last.apply(this));
    return more;
  }

  private <I extends Record, O extends Record> void add(Tool<I, O> tool) {
    Entry<I, O> entry = new Entry<>(tool, tool.arguments(), RecordType.of(tool.card().output()));
    if (entries.put(tool.card().name(), entry) != null) {
      throw new IllegalArgumentException("two tools are named " + tool.card().name());
    }
  }

  public Optional<Entry<?, ?>> find(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /**
   * Hash of what a tool says of itself, name, words, effect and schemas: whoever changes it asks
   * for new approvals.
   */
  public Optional<String> description(String name) {
    return find(name)
        .map(entry -> descriptions.computeIfAbsent(name, known -> Catalogue.described(entry)));
  }

  private static String described(Entry<?, ?> entry) {
    return Hash.of(
            String.join(
                "\n",
                entry.tool().card().name(),
                entry.tool().card().summary(),
                entry.tool().card().effect().name(),
                CanonicalJson.text(entry.input().schema()),
                CanonicalJson.text(entry.output().schema())))
        .text();
  }

  public List<Entry<?, ?>> entries() {
    return List.copyOf(entries.values());
  }

  private record Candidate(String name, int differences) {}

  /** Names of tools that look most like a misspelt one; at most three. */
  public List<String> nearest(String name) {
    int[] letters = letters(name.substring(0, Math.min(LONGEST_NAME, name.length())));
    return entries.keySet().stream()
        .map(known -> new Candidate(known, differences(letters(known), letters)))
        .sorted(Comparator.comparingInt(Candidate::differences))
        .limit(3)
        .map(Candidate::name)
        .toList();
  }

  /** How many letters occur in one name and not in the other: crude, and enough for a hint. */
  private static int differences(int[] a, int[] b) {
    int sum = 0;
    for (int c = 0; c < a.length; c++) {
      sum += Math.abs(a[c] - b[c]);
    }
    return sum;
  }

  private static int[] letters(String name) {
    int[] count = new int[128];
    name.chars().filter(c -> c < 128).forEach(c -> count[c]++);
    return count;
  }
}
