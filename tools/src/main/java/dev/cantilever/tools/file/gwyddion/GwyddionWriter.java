package dev.cantilever.tools.file.gwyddion;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * Writes images and curves as a Gwyddion file.
 *
 * <p>The format knows no NaN: missing pixels get the mean of the others and a mask, and an entry in
 * the metadata says so; missing points of a curve are left out.
 */
public final class GwyddionWriter {

  private GwyddionWriter() {}

  /**
   * @throws IllegalArgumentException where a dataset has more than two axes or no even grid
   */
  public static void write(MicroscopyFile file, OutputStream out) throws IOException {
    ObjectBytes container = new ObjectBytes("GwyContainer");
    int images = 0;
    int graphs = 0;
    for (Dataset dataset : file.datasets()) {
      if (dataset.axes().size() == 1) {
        container.object("/0/graph/graph/" + ++graphs, graph(dataset));
      } else {
        putImage(container, "/" + images++, dataset);
      }
    }
    out.write("GWYP".getBytes(StandardCharsets.US_ASCII));
    container.write(out);
  }

  private static void putImage(ObjectBytes container, String key, Dataset dataset) {
    TopDownImage image = TopDownImage.of(dataset);
    double[] values = image.values();
    double[] mask = Arrays.stream(values).map(value -> Double.isFinite(value) ? 0 : 1).toArray();
    boolean missing = Arrays.stream(mask).anyMatch(mark -> mark != 0);
    double filler = Arrays.stream(values).filter(Double::isFinite).average().orElse(0);
    double[] filled =
        Arrays.stream(values).map(value -> Double.isFinite(value) ? value : filler).toArray();
    container.object(key + "/data", field(image, filled, dataset.unit()));
    container.text(key + "/data/title", dataset.name());
    ObjectBytes metadata = new ObjectBytes("GwyContainer");
    dataset.metadata().entries().forEach(metadata::text);
    if (missing) {
      container.object(key + "/mask", field(image, mask, ""));
      metadata.text(GwyddionReader.MISSING, GwyddionReader.MASKED);
    }
    container.object(key + "/meta", metadata);
  }

  private static ObjectBytes field(TopDownImage image, double[] values, String unit) {
    return new ObjectBytes("GwyDataField")
        .whole("xres", image.x().size())
        .whole("yres", image.y().size())
        .number("xreal", image.width())
        .number("yreal", image.height())
        .number("xoff", image.x().start())
        .number("yoff", image.y().start())
        .unit("si_unit_xy", image.x().unit())
        .unit("si_unit_z", unit)
        .numbers("data", values);
  }

  private static ObjectBytes graph(Dataset dataset) {
    DataAxis axis = dataset.axes().getFirst();
    double[] values = dataset.values().toArray();
    double[] x = new double[values.length];
    double[] y = new double[values.length];
    int kept = 0;
    for (int i = 0; i < values.length; i++) {
      if (Double.isFinite(values[i]) && Double.isFinite(axis.at(i))) {
        x[kept] = axis.at(i);
        y[kept++] = values[i];
      }
    }
    ObjectBytes curve =
        new ObjectBytes("GwyGraphCurveModel")
            .text("description", dataset.name())
            .numbers("xdata", Arrays.copyOf(x, kept))
            .numbers("ydata", Arrays.copyOf(y, kept));
    return new ObjectBytes("GwyGraphModel")
        .text("title", dataset.name())
        .text("bottom_label", axis.name())
        .text("left_label", dataset.quantity())
        .unit("x_unit", axis.unit())
        .unit("y_unit", dataset.unit())
        .objects("curves", List.of(curve));
  }
}
