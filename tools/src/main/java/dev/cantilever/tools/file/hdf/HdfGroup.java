package dev.cantilever.tools.file.hdf;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A group and what it links to, by name, in the order of the file. The map is filled while the tree
 * is read, and not changed after.
 */
record HdfGroup(String path, Map<String, HdfValue> attributes, Map<String, HdfNode> children)
    implements HdfNode {

  Optional<HdfGroup> group(String name) {
    return children.get(name) instanceof HdfGroup group ? Optional.of(group) : Optional.empty();
  }

  Optional<HdfArray> array(String name) {
    return children.get(name) instanceof HdfArray array ? Optional.of(array) : Optional.empty();
  }

  List<HdfGroup> groups() {
    return children.values().stream()
        .filter(HdfGroup.class::isInstance)
        .map(HdfGroup.class::cast)
        .toList();
  }

  /** The arrays that were found here first; those that are only linked to are found by name. */
  List<HdfArray> arrays() {
    return children.entrySet().stream()
        .filter(child -> child.getValue().path().equals(path + "/" + child.getKey()))
        .map(Map.Entry::getValue)
        .filter(HdfArray.class::isInstance)
        .map(HdfArray.class::cast)
        .toList();
  }
}
