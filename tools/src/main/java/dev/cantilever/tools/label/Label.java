package dev.cantilever.tools.label;

import java.util.Collection;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * Which untrusted texts a value comes from.
 *
 * @param sources each as tool and step; none where it can be relied upon
 */
public record Label(List<String> sources) {

  /** Of what persons, instruments and computations say. */
  public static final Label TRUSTED = new Label(List.of());

  public Label {
    sources = List.copyOf(sources);
  }

  static Label from(String tool, String number) {
    return new Label(List.of("%s of step %s".formatted(tool, number)));
  }

  /** Of a value that is worked out of values with these. */
  static Label join(Collection<Label> labels) {
    SortedSet<String> all = new TreeSet<>();
    labels.forEach(label -> all.addAll(label.sources));
    return new Label(List.copyOf(all));
  }

  public boolean isUntrusted() {
    return !sources.isEmpty();
  }
}
