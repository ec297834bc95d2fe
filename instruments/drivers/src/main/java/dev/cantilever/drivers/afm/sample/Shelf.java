package dev.cantilever.drivers.afm.sample;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongFunction;

/**
 * The samples that were used last: drawing one takes half a second, none ever changes, and every
 * rehearsal connects its instruments anew. Safe for any thread.
 */
public final class Shelf {

  private static final int KEPT = 2;

  private final Map<Label, Sample> samples = new LinkedHashMap<>();

  private record Label(String name, long seed) {}

  /** The sample of a name and a seed; drawn where it is not at hand. */
  public synchronized Sample sample(String name, long seed, LongFunction<Sample> draw) {
    Label label = new Label(name, seed);
    Sample known = samples.remove(label);
    Sample sample = known == null ? draw.apply(seed) : known;
    samples.put(label, sample);
    if (samples.size() > KEPT) {
      samples.remove(samples.keySet().iterator().next());
    }
    return sample;
  }
}
