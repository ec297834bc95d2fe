package dev.cantilever.tools.file.hdf;

import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.Metadata;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * NeXus: every {@code NXdata} group that names its signal. The axes are taken in the order of the
 * {@code axes} attribute, which is that of the dimensions; {@code …_indices}, which real files
 * contradict, are not used. Single values of the entry become metadata under their paths.
 */
final class NexusDialect implements Dialect {

  @Override
  public FileFormat format() {
    return FileFormat.NEXUS;
  }

  @Override
  public List<Dataset> datasets(HdfTree tree, Reading reading) {
    List<Dataset> datasets = new ArrayList<>();
    Metadata facts = Metadata.NONE;
    for (HdfGroup group : tree.groups()) {
      if (group.text("NX_class").filter("NXdata"::equals).isEmpty()) {
        continue;
      }
      Optional<HdfArray> signal = signal(group);
      if (signal.isPresent()) {
        facts = facts.entries().isEmpty() ? facts(tree) : facts;
        datasets.add(dataset(group, signal.get(), facts, reading));
      }
    }
    return datasets;
  }

  private static Optional<HdfArray> signal(HdfGroup group) {
    Optional<HdfArray> named = group.text("signal").flatMap(group::array);
    Optional<HdfArray> marked =
        group.arrays().stream()
            .filter(array -> array.text("signal").filter("1"::equals).isPresent())
            .findFirst();
    return named.or(() -> marked).filter(array -> array.isNumeric() && array.size() > 0);
  }

  private static Dataset dataset(HdfGroup group, HdfArray signal, Metadata facts, Reading reading) {
    int[] shape = Scales.shape(reading, signal);
    List<String> names =
        Optional.ofNullable(group.attributes().get("axes"))
            .map(HdfValue::asTexts)
            .orElse(List.of());
    List<DataAxis> axes = new ArrayList<>();
    for (int i = 0; i < shape.length; i++) {
      boolean named = i < names.size() && !names.get(i).equals(".");
      String name = named ? names.get(i) : "axis " + i;
      Optional<HdfArray> scale = group.array(name);
      String unit = UnitSymbol.of(scale.flatMap(found -> found.text("units")).orElse(""));
      axes.add(Scales.axis(name, unit, shape[i], scale));
    }
    return new Dataset(
        group.path().substring(1),
        signal.name(),
        UnitSymbol.of(signal.text("units").orElse("")),
        axes,
        Series.of(signal.numbers()),
        facts);
  }

  private static Metadata facts(HdfTree tree) {
    Metadata.Builder facts = Metadata.builder();
    for (HdfGroup group : tree.groups()) {
      for (HdfArray array : group.arrays()) {
        if (facts.isFull()) {
          return facts.build();
        }
        if (array.size() == 1) {
          String unit = array.text("units").map(each -> " " + UnitSymbol.of(each)).orElse("");
          array
              .value()
              .map(HdfValue::asText)
              .filter(text -> !text.isEmpty())
              .ifPresent(text -> facts.put(array.path().substring(1), text + unit));
        }
      }
    }
    return facts.build();
  }
}
