package dev.cantilever.tools.file.content;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What a file says about its data beside the numbers: text by key, in the order of the file. The
 * datasets of one file share it.
 */
public final class Metadata {

  public static final Metadata NONE = new Builder().build();

  private final Map<String, String> entries;

  private Metadata(Map<String, String> entries) {
    this.entries = Collections.unmodifiableMap(entries);
  }

  public static Metadata of(Map<String, String> entries) {
    return new Builder().putAll(entries).build();
  }

  public static Builder builder() {
    return new Builder();
  }

  public Optional<String> get(String key) {
    return Optional.ofNullable(entries.get(key));
  }

  /** Everything, in the order of the file; not modifiable. */
  public Map<String, String> entries() {
    return entries;
  }

  /** This and one entry more. */
  public Metadata with(String key, String value) {
    return new Builder().putAll(entries).put(key, value).build();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Metadata that && entries.equals(that.entries);
  }

  @Override
  public int hashCode() {
    return entries.hashCode();
  }

  @Override
  public String toString() {
    return entries.toString();
  }

  /** Collects entries in bounded memory: what is beyond the bound is counted, not kept. */
  public static final class Builder {

    private static final int ENTRIES = 20_000;
    private static final int LONGEST_KEY = 1_000;
    private static final int LONGEST_VALUE = 20_000;
    private static final long CHARACTERS = 8L << 20;

    private final Map<String, String> kept = new LinkedHashMap<>();
    private long characters;
    private int dropped;

    /** A second entry of the same key replaces the first. */
    public Builder put(String key, String value) {
      String shortKey = cut(key.strip(), LONGEST_KEY);
      String shortValue = cut(value.strip(), LONGEST_VALUE);
      long more = (long) shortKey.length() + shortValue.length();
      if (kept.size() >= ENTRIES || characters + more > CHARACTERS) {
        dropped++;
      } else {
        characters += more;
        kept.put(shortKey, shortValue);
      }
      return this;
    }

    public Builder putAll(Map<String, String> more) {
      more.forEach(this::put);
      return this;
    }

    /** No more than this is kept, so that a reader can stop collecting. */
    public boolean isFull() {
      return dropped > 0;
    }

    public Metadata build() {
      Map<String, String> entries = new LinkedHashMap<>(kept);
      if (dropped > 0) {
        entries.put("entries that were not kept", Integer.toString(dropped));
      }
      return new Metadata(entries);
    }

    private static String cut(String text, int length) {
      return text.length() <= length ? text : text.substring(0, length) + "…";
    }
  }
}
