package dev.cantilever.tools.file.content;

import java.util.List;
import java.util.Optional;

/**
 * The content of one file.
 *
 * @param datasets in the order of the file, at least one
 */
public record MicroscopyFile(FileFormat format, List<Dataset> datasets) {

  public MicroscopyFile {
    datasets = List.copyOf(datasets);
    if (datasets.isEmpty()) {
      throw new IllegalArgumentException("a file holds at least one dataset");
    }
  }

  /** The first dataset of that name. */
  public Optional<Dataset> named(String name) {
    return datasets.stream().filter(dataset -> dataset.name().equals(name)).findFirst();
  }
}
