package dev.cantilever.tools.file.hdf.writing;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** An object to be written: its attributes, and what it links to or holds. */
sealed interface Entity {

  Map<String, Value> attributes();

  /** A group and its children by name, in the order in which they were put. */
  record Group(Map<String, Value> attributes, Map<String, Entity> children) implements Entity {

    Group() {
      this(new LinkedHashMap<>(), new LinkedHashMap<>());
    }

    /** A new group below this one. */
    Group group(String name) {
      Group child = new Group();
      children.put(name, child);
      return child;
    }

    Group with(String attribute, Value value) {
      attributes.put(attribute, value);
      return this;
    }
  }

  /**
   * An array of float64.
   *
   * @param scales one for every dimension, or none
   * @param scaled what this is a scale of: array and dimension
   */
  record Array(
      Map<String, Value> attributes,
      int[] shape,
      Series values,
      List<Array> scales,
      List<Scaled> scaled)
      implements Entity {

    Array(int[] shape, Series values) {
      this(new LinkedHashMap<>(), shape, values, new ArrayList<>(), new ArrayList<>());
    }

    Array with(String attribute, Value value) {
      attributes.put(attribute, value);
      return this;
    }

    /** Attaches a scale to the next dimension. */
    void attach(Array scale) {
      scale.scaled().add(new Scaled(this, scales.size()));
      scales.add(scale);
    }

    /** Two arrays are the same only if they are one object: each has an address of its own. */
    @Override
    public boolean equals(Object other) {
      return this == other;
    }

    @Override
    public int hashCode() {
      return System.identityHashCode(this);
    }
  }

  /** A dimension of an array. */
  record Scaled(Array array, int dimension) {}
}
