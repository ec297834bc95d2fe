package dev.cantilever.tools.file.hdf.writing;

import java.util.List;

/** The value of an attribute. */
sealed interface Value {

  /** Text of fixed length, as NeXus readers know it. */
  record Fixed(String text) implements Value {}

  /** Texts of fixed length. */
  record FixedList(List<String> texts) implements Value {}

  /** Text of variable length, as NSID readers want it. */
  record Variable(String text) implements Value {}

  /** Texts of variable length. */
  record VariableList(List<String> texts) implements Value {}

  /** A 32-bit integer. */
  record Whole(int number) implements Value {}

  /** The scales of an array: for every dimension a list with one reference. */
  record ScaleList(List<Entity.Array> scales) implements Value {}

  /** What a scale is attached to: pairs of a reference and a dimension. */
  record ScaledList(List<Entity.Scaled> scaled) implements Value {}
}
