package dev.cantilever.drivers.replay;

import java.util.List;
import java.util.Optional;

/**
 * Numbers of a file with what the file says of them.
 *
 * @param source where they stand, for messages
 * @param shape length of every axis, slowest first
 * @param values the last axis running fastest
 * @param single whether they are stored in single precision
 * @param unit as the file gives it
 * @param scales the file's own positions along each axis; empty where it has none
 */
record NumberArray(
    String source,
    int[] shape,
    double[] values,
    boolean single,
    Optional<String> unit,
    List<NumberArray> scales) {

  NumberArray {
    scales = List.copyOf(scales);
  }

  /** The last part of where they stand. */
  String name() {
    return source.substring(source.lastIndexOf('/') + 1);
  }
}
