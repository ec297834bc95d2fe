package dev.cantilever.tools.file;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.tools.file.content.FileFormat;
import dev.cantilever.tools.file.content.ReadLimits;
import io.jhdf.HdfFile;
import io.jhdf.api.Dataset;
import io.jhdf.api.Node;
import io.jhdf.object.datatype.StringData;
import io.jhdf.object.datatype.VariableLength;
import java.lang.reflect.Array;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What NSID and NeXus readers ask of a file beyond its numbers, seen through jhdf. */
class NsidLayoutTest {

  private static final String FOLDER = "/Measurement_000/Channel_000/Current";

  @Test
  void everyDimensionIsTiedToItsScaleInBothDirections(@TempDir Path folder) {
    try (HdfFile file = written(folder)) {
      Dataset main = file.getDatasetByPath(FOLDER + "/Current");
      Object lists = main.getAttribute("DIMENSION_LIST").getData();
      String[] labels = (String[]) main.getAttribute("DIMENSION_LABELS").getData();
      assertThat(labels).containsExactly("y", "x", "Bias");
      for (int i = 0; i < labels.length; i++) {
        long[] references = (long[]) Array.get(lists, i);
        Node scale = file.getByPath(FOLDER + "/" + labels[i]);
        assertThat(references).containsExactly(scale.getAddress());
        assertThat(scale.getAttribute("CLASS").getData()).isEqualTo("DIMENSION_SCALE");
        Map<?, ?> back = (Map<?, ?>) scale.getAttribute("REFERENCE_LIST").getData();
        assertThat(((long[]) back.get("dataset"))[0]).isEqualTo(main.getAddress());
        assertThat(((int[]) back.get("dimension"))[0]).isEqualTo(i);
      }
    }
  }

  @Test
  void attributesOfNsidHaveVariableLengthAndThoseOfNexusFixed(@TempDir Path folder) {
    try (HdfFile file = written(folder)) {
      Node main = file.getByPath(FOLDER + "/Current");
      for (String name : new String[] {"quantity", "units", "main_data_name", "data_type"}) {
        assertThat(main.getAttribute(name).getDataType()).isInstanceOf(VariableLength.class);
      }
      Node group = file.getByPath(FOLDER);
      for (String name : new String[] {"NX_class", "signal", "axes", "interpretation"}) {
        assertThat(group.getAttribute(name).getDataType()).isInstanceOf(StringData.class);
      }
      assertThat(main.getAttribute("data_type").getData()).isEqualTo("SPECTRAL_IMAGE");
      assertThat(group.getAttribute("NX_class").getData()).isEqualTo("NXdata");
      assertThat(group.getAttribute("Bias_indices").getData()).isEqualTo(2);
      assertThat(file.getAttribute("default").getData()).isEqualTo("Measurement_000");
    }
  }

  private static HdfFile written(Path folder) {
    Path target = folder.resolve("grid.h5");
    FileWriter.write(
        FileReader.read("built.3ds", Built.grid(), ReadLimits.DEFAULT), FileFormat.NSID, target);
    return new HdfFile(target);
  }
}
