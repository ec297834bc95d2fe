package dev.cantilever.tools.file.hdf;

import java.util.Map;
import java.util.Optional;

/** An object of an HDF5 file. */
sealed interface HdfNode permits HdfGroup, HdfArray, HdfUnread {

  /** From the root, beginning with a slash; the one by which it was found first. */
  String path();

  Map<String, HdfValue> attributes();

  /** The last part of the path. */
  default String name() {
    return path().substring(path().lastIndexOf('/') + 1);
  }

  default boolean has(String attribute) {
    return attributes().containsKey(attribute);
  }

  /** The text of an attribute; empty where it has none. */
  default Optional<String> text(String attribute) {
    return Optional.ofNullable(attributes().get(attribute)).map(HdfValue::asText);
  }
}
