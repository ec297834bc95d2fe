package dev.cantilever.tools.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLParser;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.plan.Plan;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.List;

/** A plan as a file: YAML, of which JSON is a part. */
public final class PlanDocument {

  private static final int LONGEST = 65_536;
  private static final RecordType<Plan> TYPE = RecordType.forTool(Plan.class);
  private static final YAMLMapper YAML =
      new YAMLMapper(
          YAMLFactory.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .enable(YAMLParser.Feature.PARSE_BOOLEAN_LIKE_WORDS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .build());

  private PlanDocument() {}

  /** JSON Schema of a plan. */
  public static ObjectNode schema() {
    return TYPE.schema();
  }

  /** Reads untrusted text. Total: never throws. */
  public static Parsed<Plan> read(String text) {
    if (text.length() > LONGEST) {
      return invalid(
          "%d characters are too many for a plan; at most %d are read"
              .formatted(text.length(), LONGEST));
    }
    try {
      JsonNode tree = YAML.readTree(text);
      return tree == null || !tree.isObject()
          ? invalid("a plan is an object with goal and steps")
          : TYPE.parse(tree);
    } catch (JsonProcessingException broken) {
      String where =
          broken.getLocation() == null
              ? ""
              : " at line %d, column %d"
                  .formatted(broken.getLocation().getLineNr(), broken.getLocation().getColumnNr());
      return invalid("the plan is neither YAML nor JSON%s".formatted(where));
    }
  }

  private static Parsed<Plan> invalid(String message) {
    return new Parsed.Invalid<>(List.of(Problem.of(ProblemCode.ARG_SYNTAX, message)));
  }

  /** The plan as YAML; reads back as an equal plan. */
  public static String write(Plan plan) {
    try {
      return YAML.writeValueAsString(TYPE.write(plan));
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException("a tree can be written", impossible);
    }
  }
}
