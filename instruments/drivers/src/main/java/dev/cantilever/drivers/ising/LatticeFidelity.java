package dev.cantilever.drivers.ising;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A fidelity of the model.
 *
 * @param name for people
 * @param size sites along each side of its lattice
 */
record LatticeFidelity(String name, int size) {

  private static final Pattern FORM =
      Pattern.compile("\\s*([a-z][a-z0-9_-]{0,59})\\s+(\\d{1,4})\\s*");

  /** Reads {@code small 20, large 60}; empty unless one to ten names differ and sizes grow. */
  static Optional<List<LatticeFidelity>> parse(String text) {
    List<LatticeFidelity> ladder = new ArrayList<>();
    for (String part : text.split(",", -1)) {
      Matcher matcher = FORM.matcher(part);
      if (!matcher.matches()) {
        return Optional.empty();
      }
      ladder.add(new LatticeFidelity(matcher.group(1), Integer.parseInt(matcher.group(2))));
    }
    return isLadder(ladder) ? Optional.of(ladder) : Optional.empty();
  }

  private static boolean isLadder(List<LatticeFidelity> ladder) {
    boolean grows = ladder.getFirst().size >= 2 && ladder.getLast().size <= 1024;
    for (int i = 1; i < ladder.size(); i++) {
      grows &= ladder.get(i).size > ladder.get(i - 1).size;
    }
    long names = ladder.stream().map(LatticeFidelity::name).distinct().count();
    return grows && names == ladder.size() && ladder.size() <= 10;
  }

  /** N = L². */
  long sites() {
    return (long) size * size;
  }
}
