package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.problem.ProblemCode;
import java.util.Optional;

/**
 * Everything that follows from one record class: its schema, how it is parsed and how it is
 * written.
 */
public final class RecordType<T extends Record> {

  private final Class<T> type;
  private final Codec<T> codec;
  private final Derivation derivation;

  private RecordType(Class<T> type, Codec<T> codec, Derivation derivation) {
    this.type = type;
    this.codec = codec;
    this.derivation = derivation;
  }

  private static <T extends Record> RecordType<T> derived(Class<T> type, Derivation derivation) {
    return new RecordType<>(type, derivation.record(type, 0), derivation);
  }

  /** For results, events and files of our own. */
  public static <T extends Record> RecordType<T> of(Class<T> type) {
    return derived(type, new Derivation(false));
  }

  /**
   * For arguments that anybody may send: every component must be described and bounded.
   *
   * @throws IllegalArgumentException naming the component that is not
   */
  public static <T extends Record> RecordType<T> forTool(Class<T> type) {
    return derived(type, new Derivation(true));
  }

  /**
   * For arguments that anybody may send, of two records whose components stand side by side.
   *
   * @throws IllegalArgumentException naming a component that is not described or stands twice
   */
  @SuppressWarnings({"unchecked", "rawtypes"}) // there is no class of Joined<A, B> of its own
  public static <A extends Record, B extends Record> RecordType<Joined<A, B>> joined(
      Class<A> first, Class<B> second) {
    Derivation derivation = new Derivation(true);
    Codec<Joined<A, B>> codec =
        new JoinedCodec<>(derivation.record(first, 0), derivation.record(second, 0));
    return new RecordType<>((Class) Joined.class, codec, derivation);
  }

  /** Of a document that is held against a schema of somebody else. */
  static RecordType<Document> written(Codec<Document> codec) {
    return new RecordType<>(Document.class, codec, new Derivation(true));
  }

  public Class<T> type() {
    return type;
  }

  /** JSON Schema, draft 2020-12. */
  public ObjectNode schema() {
    ObjectNode schema = codec.schema();
    schema.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    derivation
        .definitions()
        .forEach((name, choice) -> schema.withObject("/$defs").set(name, choice.definition()));
    return schema;
  }

  /** Reads untrusted text. Total: never throws. */
  public Parsed<T> parse(String text) {
    Problems problems = new Problems();
    return StrictJson.read(text, problems)
        .map(this::parse)
        .orElseGet(() -> new Parsed.Invalid<>(problems.list()));
  }

  /** Reads a tree. Total: never throws. */
  public Parsed<T> parse(JsonNode tree) {
    Problems problems = new Problems();
    Optional<T> value = codec.read(tree, "", problems);
    if (value.isPresent() && problems.isEmpty()) {
      return new Parsed.Valid<>(value.get());
    }
    if (problems.isEmpty()) {
      problems.add(ProblemCode.ARG_TYPE, "", "cannot be read", "", "");
    }
    return new Parsed.Invalid<>(problems.list());
  }

  /**
   * Reads what this program wrote itself.
   *
   * @throws IllegalArgumentException where it is not such a value
   */
  public T ours(JsonText json) {
    return switch (parse(StrictJson.ours(json.canonical()))) {
      case Parsed.Valid<T> valid -> valid.value();
      case Parsed.Invalid<T> invalid ->
          throw new IllegalArgumentException(
              "not a %s: %s".formatted(type.getSimpleName(), invalid.problems()));
    };
  }

  /** In canonical form. */
  public JsonText canonical(T value) {
    return new JsonText(CanonicalJson.text(codec.write(value)));
  }

  public JsonNode write(T value) {
    return codec.write(value);
  }
}
