package dev.cantilever.tools.file.gatan;

import dev.cantilever.tools.file.bytes.Element;

/** The value of one tag. */
sealed interface Tag {

  record Scalar(double value) implements Tag {}

  /** A few numbers in one: a point, a rectangle, a complex number. */
  record Tuple(String text) implements Tag {}

  /** {@code count} numbers from {@code offset} on, in the byte order of the file. */
  record Numbers(Element element, long count, long offset) implements Tag {}

  /** Something that is not read: an array of structures, of complex or of coloured pixels. */
  record Passed(String what) implements Tag {}
}
