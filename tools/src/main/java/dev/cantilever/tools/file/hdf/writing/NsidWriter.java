package dev.cantilever.tools.file.hdf.writing;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Writes datasets into one HDF5 file that is NSID and NeXus at once: {@code
 * /Measurement_000/Channel_nnn/name/name} with a scale for each axis beside it.
 *
 * <p>NSID reads the attributes of variable length, NeXus readers those of fixed length; each gets
 * its own. No application definition of NeXus is claimed, because none of the facts that one
 * demands are known here.
 */
public final class NsidWriter {

  private static final String VERSION = "0.0.7";

  private NsidWriter() {}

  public static void write(MicroscopyFile file, OutputStream out) throws IOException {
    Entity.Group root = new Entity.Group();
    Entity.Group entry = root.group("Measurement_000");
    List<String> paths = new ArrayList<>();
    for (int i = 0; i < file.datasets().size(); i++) {
      Dataset dataset = file.datasets().get(i);
      String channel = "Channel_%03d".formatted(i);
      String name = linkName(dataset.name());
      fill(entry.group(channel).with("NX_class", new Value.Fixed("NXcollection")), name, dataset);
      paths.add(channel + "/" + name);
    }
    root.with("NX_class", new Value.Fixed("NXroot"))
        .with("default", new Value.Fixed("Measurement_000"));
    entry
        .with("NX_class", new Value.Fixed("NXentry"))
        .with("default", new Value.Fixed(paths.getFirst()));
    HdfOutput.write(root, out);
  }

  private static void fill(Entity.Group channel, String name, Dataset dataset) {
    Entity.Group group = channel.group(name);
    Entity.Array main = new Entity.Array(dataset.shape(), dataset.values());
    group.children().put(name, main);
    List<String> labels = new ArrayList<>();
    Set<String> taken = new TreeSet<>(Set.of(name, "metadata", "original_metadata"));
    for (DataAxis axis : dataset.axes()) {
      String label = unused(linkName(axis.name()), taken);
      labels.add(label);
      Entity.Array scale = scale(label, axis);
      group.children().put(label, scale);
      main.attach(scale);
    }
    group
        .with("NX_class", new Value.Fixed("NXdata"))
        .with("signal", new Value.Fixed(name))
        .with("axes", new Value.FixedList(labels))
        .with("interpretation", new Value.Fixed(AxisKind.interpretation(dataset)));
    for (int i = 0; i < labels.size(); i++) {
      group.with(labels.get(i) + "_indices", new Value.Whole(i));
    }
    describe(main, labels, dataset);
    for (Entity.Array scale : main.scales()) {
      scale.with("REFERENCE_LIST", new Value.ScaledList(scale.scaled()));
    }
    group.group("metadata");
    Entity.Group original = group.group("original_metadata");
    dataset
        .metadata()
        .entries()
        .forEach((key, value) -> original.with(key, new Value.Variable(value)));
  }

  private static void describe(Entity.Array main, List<String> labels, Dataset dataset) {
    main.with("main_data_name", new Value.Variable(dataset.name()))
        .with("title", new Value.Variable(dataset.name()))
        .with("quantity", new Value.Variable(dataset.quantity()))
        .with("units", new Value.Variable(dataset.unit()))
        .with("data_type", new Value.Variable(AxisKind.dataType(dataset)))
        .with("modality", new Value.Variable("generic"))
        .with("source", new Value.Variable("Cantilever"))
        .with("pyNSID_version", new Value.Variable(VERSION))
        .with("DIMENSION_LABELS", new Value.VariableList(labels))
        .with("DIMENSION_LIST", new Value.ScaleList(main.scales()));
  }

  private static Entity.Array scale(String label, DataAxis axis) {
    double[] positions = new double[axis.size()];
    for (int i = 0; i < positions.length; i++) {
      positions[i] = axis.at(i);
    }
    return new Entity.Array(new int[] {positions.length}, Series.of(positions))
        .with("CLASS", new Value.Fixed("DIMENSION_SCALE"))
        .with("NAME", new Value.Fixed(label))
        .with("name", new Value.Variable(label))
        .with("units", new Value.Variable(axis.unit()))
        .with("quantity", new Value.Variable(axis.name()))
        .with("dimension_type", new Value.Variable(AxisKind.of(axis).name()));
  }

  /** A name that is no path and that readers may use as an attribute of an object. */
  private static String linkName(String name) {
    String plain = name.strip().replaceAll("[/.\\-\\p{Cntrl}]", "_");
    return plain.isEmpty() ? "data" : plain.substring(0, Math.min(200, plain.length()));
  }

  private static String unused(String name, Set<String> taken) {
    String free = name;
    for (int i = 2; !taken.add(free); i++) {
      free = name + "_" + i;
    }
    return free;
  }
}
