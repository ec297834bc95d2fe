package dev.cantilever.tools.review;

import dev.cantilever.tools.journal.Glance;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** When something happened in a run, in five lanes. */
public final class Course {

  private long[] micros = new long[1_024];
  private byte[] lanes = new byte[1_024];
  private int size;
  private String last = "";
  private long second;

  /** Whose doing an entry is. */
  public enum Lane {
    PERSON,
    PLANNER,
    /** Decisions on calls. */
    GATE,
    /** What became of calls that act. */
    INSTRUMENT,
    /** What was worked out. */
    CORE;

    private static final List<Lane> ALL = List.of(values());

    /** As it is called. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * A span of time in a lane.
   *
   * @param counts how much happened in each of equal spans
   */
  public record Strip(String lane, List<Integer> counts) {

    public Strip {
      counts = List.copyOf(counts);
    }
  }

  void add(Glance line, boolean acts) {
    if (size == micros.length) {
      micros = Arrays.copyOf(micros, 2 * size);
      lanes = Arrays.copyOf(lanes, 2 * size);
    }
    micros[size] = micros(line.at());
    lanes[size] = (byte) Lane.ALL.indexOf(lane(line, acts));
    size++;
    last = line.at();
  }

  /** Most entries are of the second of the one before, and to read a time takes long. */
  private long micros(String at) {
    int seconds = "2026-01-01T00:00:00".length();
    if (at.length() <= seconds || !at.regionMatches(0, last, 0, seconds)) {
      second = Instant.parse(at).getEpochSecond();
    }
    String fraction = at.length() <= seconds + 1 ? "" : at.substring(seconds + 1, at.length() - 1);
    return second * 1_000_000 + Long.parseLong((fraction + "000000").substring(0, 6));
  }

  /** When the last entry was written; empty where there is none. */
  public String last() {
    return last;
  }

  private static Lane lane(Glance line, boolean acts) {
    return switch (line.type()) {
      case "call.refused", "call.dispatched" -> Lane.GATE;
      case "call.settled", "call.failed", "call.reconciled" -> acts ? Lane.INSTRUMENT : Lane.CORE;
      default ->
          switch (line.actor().getOrDefault("kind", "")) {
            case "person" -> Lane.PERSON;
            case "planner", "model" -> Lane.PLANNER;
            default -> Lane.CORE;
          };
    };
  }

  /** The run from its first to its last entry, cut into so many spans of the same length. */
  public List<Strip> strips(int spans) {
    int[][] counts = new int[Lane.ALL.size()][spans];
    for (int i = 0; i < size; i++) {
      counts[lanes[i]][span(i, spans)]++;
    }
    List<Strip> strips = new ArrayList<>();
    for (Lane lane : Lane.ALL) {
      List<Integer> of = Arrays.stream(counts[Lane.ALL.indexOf(lane)]).boxed().toList();
      strips.add(new Strip(lane.word(), of));
    }
    return strips;
  }

  private int span(int entry, int spans) {
    long whole = micros[size - 1] - micros[0];
    double share = whole <= 0 ? 0 : (double) (micros[entry] - micros[0]) / whole;
    return Math.clamp((int) (share * spans), 0, spans - 1); // a clock may be set back
  }
}
