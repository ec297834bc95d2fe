package dev.cantilever.tools.file.hdf;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.tools.file.bytes.Numerals;
import dev.cantilever.tools.file.bytes.Reading;
import dev.cantilever.tools.file.content.Metadata;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** The JSON that Velox writes beside every image and spectrum, as bytes in a column per frame. */
final class VeloxMetadata {

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final int DEEPEST = 32;

  private final Reading reading;
  private final String part;
  private final JsonNode root;

  private VeloxMetadata(Reading reading, String part, JsonNode root) {
    this.reading = reading;
    this.part = part;
    this.root = root;
  }

  /** Reads JSON that stands alone in a text. */
  static VeloxMetadata read(Reading reading, String part, String text) {
    try {
      return new VeloxMetadata(reading, part, JSON.readTree(text));
    } catch (JsonProcessingException damaged) {
      throw reading.refusal(part, "no JSON: " + damaged.getOriginalMessage(), "JSON");
    }
  }

  /** Reads the JSON of the first frame. */
  static VeloxMetadata read(Reading reading, HdfArray frames) {
    double[] column = frames.firstColumn();
    byte[] bytes = new byte[column.length];
    int length = 0;
    while (length < bytes.length && column[length] != 0) {
      bytes[length] = (byte) (int) column[length];
      length++;
    }
    return read(reading, frames.path(), new String(bytes, 0, length, StandardCharsets.UTF_8));
  }

  String text(String pointer) {
    return root.at(pointer).asText("");
  }

  /** A number that is written as text; {@code otherwise} where there is none. */
  double number(String pointer, double otherwise) {
    String text = text(pointer);
    return text.isEmpty() ? otherwise : new Numerals(reading, part).number(pointer, text);
  }

  /**
   * Where the settings of the X-ray detector stand: by its index, else the first segment whose name
   * begins with that of the detector.
   */
  String detector() {
    String byIndex = "/Detectors/Detector-" + text("/BinaryResult/DetectorIndex");
    if (!root.at(byIndex + "/Dispersion").isMissingNode()) {
      return byIndex;
    }
    String name = text("/BinaryResult/Detector");
    for (Map.Entry<String, JsonNode> each : root.at("/Detectors").properties()) {
      JsonNode detector = each.getValue();
      boolean named = detector.path("DetectorName").asText().startsWith(name);
      if (named && detector.has("Dispersion")) {
        return "/Detectors/" + each.getKey();
      }
    }
    return byIndex;
  }

  Metadata flattened() {
    Metadata.Builder metadata = Metadata.builder();
    flatten("", root, metadata, 0);
    return metadata.build();
  }

  private static void flatten(String path, JsonNode node, Metadata.Builder metadata, int depth) {
    if (depth > DEEPEST || metadata.isFull()) {
      return;
    }
    if (node.isValueNode()) {
      metadata.put(path, node.asText());
    }
    node.properties()
        .forEach(
            field ->
                flatten(
                    path.isEmpty() ? field.getKey() : path + "." + field.getKey(),
                    field.getValue(),
                    metadata,
                    depth + 1));
    for (int i = 0; node.isArray() && i < node.size(); i++) {
      flatten(path + "." + i, node.get(i), metadata, depth + 1);
    }
  }
}
