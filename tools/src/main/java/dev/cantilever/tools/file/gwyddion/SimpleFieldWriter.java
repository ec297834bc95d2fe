package dev.cantilever.tools.file.gwyddion;

import dev.cantilever.tools.file.content.Dataset;
import dev.cantilever.tools.file.content.MicroscopyFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** Writes one image as a Gwyddion simple field, in float32; NaN marks missing values. */
public final class SimpleFieldWriter {

  private static final Set<String> RESERVED =
      Set.of("XRes", "YRes", "XReal", "YReal", "XOffset", "YOffset", "XYUnits", "ZUnits", "Title");

  private SimpleFieldWriter() {}

  /**
   * @throws IllegalArgumentException where the file is not one image on an even grid
   */
  public static void write(MicroscopyFile file, OutputStream out) throws IOException {
    if (file.datasets().size() != 1) {
      throw new IllegalArgumentException(
          file.datasets().size() + " datasets; a simple field holds one, a Gwyddion file more");
    }
    Dataset dataset = file.datasets().getFirst();
    TopDownImage image = TopDownImage.of(dataset);
    byte[] header = header(dataset, image).getBytes(StandardCharsets.UTF_8);
    out.write(header);
    out.write(new byte[Float.BYTES - header.length % Float.BYTES]);
    ByteBuffer row =
        ByteBuffer.allocate(image.x().size() * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
    for (int i = 0; i < image.values().length; i++) {
      row.putFloat((float) image.values()[i]);
      if (!row.hasRemaining()) {
        out.write(row.array());
        row.clear();
      }
    }
  }

  private static String header(Dataset dataset, TopDownImage image) {
    StringBuilder header = new StringBuilder(SimpleFieldReader.MAGIC);
    line(header, "XRes", Integer.toString(image.x().size()));
    line(header, "YRes", Integer.toString(image.y().size()));
    line(header, "XReal", Double.toString(image.width()));
    line(header, "YReal", Double.toString(image.height()));
    line(header, "XOffset", Double.toString(image.x().start()));
    line(header, "YOffset", Double.toString(image.y().start()));
    line(header, "XYUnits", image.x().unit());
    line(header, "ZUnits", dataset.unit());
    line(header, "Title", dataset.name());
    dataset
        .metadata()
        .entries()
        .forEach(
            (key, value) -> {
              if (key.matches("[\\p{L}\\p{N} _.:/>()-]+") && !RESERVED.contains(key)) {
                line(header, key, value);
              }
            });
    return header.toString();
  }

  private static void line(StringBuilder header, String key, String value) {
    header.append(key).append(" = ").append(value.replaceAll("\\p{Cntrl}+", " ")).append('\n');
  }
}
