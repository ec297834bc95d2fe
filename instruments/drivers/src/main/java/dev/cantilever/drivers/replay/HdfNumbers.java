package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.setup.ContentHash;
import dev.cantilever.drivers.setup.DataFile;
import dev.cantilever.kernel.port.ConnectionFailure;
import io.jhdf.HdfFile;
import io.jhdf.api.Attribute;
import io.jhdf.api.Dataset;
import io.jhdf.api.Group;
import io.jhdf.api.Node;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Arrays of HDF5 files, which lie beside the profile or ship with this package. Where the NSID
 * layout names the axes of a dataset, the scales beside it come along.
 *
 * <p>A reference is a path ({@code /current}), the last part of one where no other dataset ends so
 * ({@code current}), or either after the name of another file ({@code survey.h5:/image}).
 */
final class HdfNumbers implements AutoCloseable {

  private static final int MOST_FILES = 8;
  private static final long MOST_VALUES = 1L << 25;
  private static final String LABELS = "DIMENSION_LABELS";

  private final Map<String, HdfFile> files = new LinkedHashMap<>();
  private final String hash;

  private HdfNumbers(List<DataFile> data) {
    hash =
        data.size() == 1
            ? data.getFirst().hash()
            : ContentHash.of(data.stream().map(DataFile::hash).collect(Collectors.joining("\n")));
    for (DataFile file : data) {
      try {
        files.put(file.name(), HdfFile.fromBytes(file.bytes()));
      } catch (RuntimeException broken) {
        close();
        throw unreadable(file.name(), "it is no HDF5 file", broken);
      }
    }
  }

  /**
   * @param names plain names between commas, the first being meant where a reference names none
   * @throws ConnectionFailure where a file is missing or is no HDF5
   */
  static HdfNumbers open(Path directory, String names) {
    List<DataFile> data = new ArrayList<>();
    for (String name : List.of(names.split(",", MOST_FILES))) {
      data.add(DataFile.find(directory, name.strip(), HdfNumbers.class));
    }
    return new HdfNumbers(data);
  }

  /** Of all the files together; of a single one, its own. */
  String hash() {
    return hash;
  }

  /**
   * @throws ConnectionFailure where there is no such dataset, or none of finite size and numbers
   */
  NumberArray read(String reference) {
    int colon = reference.indexOf(':');
    String file =
        colon < 0 ? files.keySet().iterator().next() : reference.substring(0, colon).strip();
    String path = reference.substring(colon + 1).strip();
    HdfFile hdf = files.get(file);
    if (hdf == null) {
      throw new ConnectionFailure(
          "\"%s\" is not among the data files %s".formatted(file, files.keySet()));
    }
    try {
      Dataset dataset = path.startsWith("/") ? at(hdf, path) : named(file, hdf, path);
      return array(file, dataset, scales(file, dataset));
    } catch (ConnectionFailure told) {
      throw told;
    } catch (RuntimeException broken) {
      throw unreadable(file, "\"%s\" is no whole dataset of numbers".formatted(path), broken);
    }
  }

  private static Dataset at(HdfFile hdf, String path) {
    return hdf.getDatasetByPath(path);
  }

  private static Dataset named(String file, HdfFile hdf, String name) {
    List<Dataset> found = new ArrayList<>();
    collect(hdf, name, 0, found);
    if (found.size() != 1) {
      throw unreadable(
          file,
          "%d datasets are called \"%s\"; give the whole path of one".formatted(found.size(), name),
          null);
    }
    return found.getFirst();
  }

  private static void collect(Group group, String name, int depth, List<Dataset> found) {
    for (Node node : group.getChildren().values()) {
      if (node instanceof Dataset dataset && node.getName().equals(name)) {
        found.add(dataset);
      } else if (node instanceof Group inner && depth < 20) {
        collect(inner, name, depth + 1, found);
      }
    }
  }

  private static List<NumberArray> scales(String file, Dataset dataset) {
    Attribute labels = dataset.getAttributes().get(LABELS);
    if (labels == null || !(labels.getData() instanceof String[] names)) {
      return List.of();
    }
    List<NumberArray> scales = new ArrayList<>();
    for (String name : names) {
      Node scale = dataset.getParent().getChildren().get(name);
      if (!(scale instanceof Dataset positions)) {
        return List.of();
      }
      scales.add(array(file, positions, List.of()));
    }
    return scales;
  }

  private static NumberArray array(String file, Dataset dataset, List<NumberArray> scales) {
    if (dataset.getSize() < 1 || dataset.getSize() > MOST_VALUES) {
      throw unreadable(
          file,
          "%s has %d values, not 1 to %d"
              .formatted(dataset.getPath(), dataset.getSize(), MOST_VALUES),
          null);
    }
    Object flat = dataset.getDataFlat();
    return new NumberArray(
        file + ":" + dataset.getPath(),
        dataset.getDimensions(),
        doubles(flat),
        flat instanceof float[],
        unit(dataset),
        scales);
  }

  private static double[] doubles(Object flat) {
    return switch (flat) {
      case double[] values -> values;
      case float[] values ->
          IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
      case int[] values -> IntStream.of(values).asDoubleStream().toArray();
      case long[] values -> IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
      case short[] values ->
          IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
      case byte[] values -> IntStream.range(0, values.length).mapToDouble(i -> values[i]).toArray();
      default -> throw new IllegalArgumentException("not numbers: " + flat.getClass());
    };
  }

  private static Optional<String> unit(Dataset dataset) {
    Attribute units = dataset.getAttributes().get("units");
    return units != null && units.getData() instanceof String text && !text.isBlank()
        ? Optional.of(text.strip())
        : Optional.empty();
  }

  private static ConnectionFailure unreadable(String file, String why, Throwable cause) {
    return new ConnectionFailure("data set \"%s\": %s".formatted(file, why), cause);
  }

  @Override
  public void close() {
    files.values().forEach(HdfFile::close);
  }
}
