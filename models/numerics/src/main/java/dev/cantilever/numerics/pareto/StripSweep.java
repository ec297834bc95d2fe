package dev.cantilever.numerics.pareto;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Cuts the undominated region into {@link Boxes}. Seen along the first objective it is a row of
 * strips over a staircase, each open upwards in the second. With three objectives the staircase
 * grows while the third falls: a strip that is raised, in whole or up to the new point, leaves a
 * box behind (Yang, Emmerich, Deutz and Bäck, J. Glob. Optim. 75 (2019) 3,
 * doi:10.1007/s10898-019-00798-7). One objective has no strips: the region above the best point.
 */
final class StripSweep {

  private final double[][] levels;
  private final int open;
  private final List<Boxes.Box> boxes = new ArrayList<>();
  private List<Strip> strips;

  /**
   * Levels: in the first objective left and right, in the second a floor, in the third a ceiling.
   */
  private record Strip(int left, int right, int floor, int ceiling) {}

  /**
   * A sweep about to begin.
   *
   * @param levels objectives × (corner, points of a front above it, infinity)
   */
  StripSweep(double[][] levels) {
    this.levels = levels;
    this.open = levels[0].length - 1;
    this.strips = List.of(new Strip(Boxes.CORNER, open, Boxes.CORNER, open));
  }

  List<Boxes.Box> boxes() {
    if (levels.length == 1) {
      return List.of(new Boxes.Box(new int[] {open - 1}, new int[] {open}));
    }
    for (int point : falling(levels[levels.length - 1])) {
      raise(point);
    }
    for (Strip strip : strips) {
      leave(strip, strip.right(), Boxes.CORNER);
    }
    return boxes;
  }

  private int[] falling(double[] coordinate) {
    return IntStream.range(1, open)
        .boxed()
        .sorted(Comparator.comparingDouble((Integer i) -> coordinate[i]).reversed())
        .mapToInt(i -> i)
        .toArray();
  }

  private void raise(int point) {
    List<Strip> next = new ArrayList<>();
    boolean raised = false;
    for (Strip strip : strips) {
      boolean below =
          levels[1][strip.floor()] < levels[1][point] && levels[0][strip.left()] < levels[0][point];
      if (!below) {
        next.add(strip);
        continue;
      }
      if (!raised) {
        next.add(new Strip(strip.left(), point, point, point));
        raised = true;
      }
      boolean reachesBeyond = levels[0][strip.right()] > levels[0][point];
      if (levels.length == 3) {
        leave(strip, reachesBeyond ? point : strip.right(), point);
      }
      if (reachesBeyond) {
        next.add(new Strip(point, strip.right(), strip.floor(), strip.ceiling()));
      }
    }
    strips = next;
  }

  /** A box of the strip as far as a level of the first objective, down to one of the third. */
  private void leave(Strip strip, int right, int bottom) {
    int m = levels.length;
    int[] from = {strip.left(), strip.floor(), bottom};
    int[] to = {right, open, strip.ceiling()};
    boxes.add(new Boxes.Box(Arrays.copyOf(from, m), Arrays.copyOf(to, m)));
  }
}
