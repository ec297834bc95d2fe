package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.json.JsonText;
import java.util.List;
import java.util.Optional;

/** A JSON Schema that somebody else wrote, as far as we can hold a value against it. */
public final class WrittenSchema {

  private WrittenSchema() {}

  /** What a schema is read for. */
  public enum Purpose {
    /** Values of ours: fields that it does not name are refused, whatever it says. */
    ARGUMENTS,
    /** Values of its author: fields that it does not name are let pass unless it says otherwise. */
    RESULT
  }

  /** What came of reading one. */
  public sealed interface Result {

    /** Values can be held against it. */
    record Usable(RecordType<Document> type) implements Result {}

    /** It says what we do not understand; every reason. */
    record Unusable(List<String> reasons) implements Result {

      public Unusable {
        reasons = List.copyOf(reasons);
      }
    }
  }

  /** Reads a schema that nobody vouches for. Total: never throws. */
  public static Result read(JsonNode schema, Purpose purpose) {
    WrittenSchemaReader reader = new WrittenSchemaReader(schema, purpose);
    Optional<WrittenShape.Fields> shape = reader.object();
    return shape.isPresent() && reader.reasons().isEmpty()
        ? new Result.Usable(RecordType.written(new DocumentCodec(shape.get())))
        : new Result.Unusable(reader.reasons());
  }

  private record DocumentCodec(WrittenShape.Fields shape) implements Codec<Document> {

    private static final SequenceCodecs.Verbatim JSON_ITSELF = new SequenceCodecs.Verbatim();

    @Override
    public ObjectNode schema() {
      return shape.schema();
    }

    @Override
    public Optional<Document> read(JsonNode node, String at, Problems problems) {
      shape.check(node, at, problems);
      Optional<JsonText> json = JSON_ITSELF.read(node, at, problems);
      return problems.isEmpty() ? json.map(Document::new) : Optional.empty();
    }

    @Override
    public JsonNode write(Document value) {
      return JSON_ITSELF.write(value.json());
    }
  }
}
