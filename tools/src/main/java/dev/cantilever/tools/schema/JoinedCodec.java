package dev.cantilever.tools.schema;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Components of two records side by side in one object. */
record JoinedCodec<A extends Record, B extends Record>(RecordCodec<A> first, RecordCodec<B> second)
    implements Codec<Joined<A, B>> {

  JoinedCodec {
    for (String name : first.names()) {
      if (second.names().contains(name)) {
        throw new IllegalArgumentException("two records that are joined both have " + name);
      }
    }
  }

  @Override
  public ObjectNode schema() {
    ObjectNode joined = first.schema();
    ObjectNode other = second.schema();
    joined.withObject("/properties").setAll((ObjectNode) other.get("properties"));
    other.get("required").forEach(joined.withArray("/required")::add);
    return joined;
  }

  @Override
  public Optional<Joined<A, B>> read(JsonNode node, String at, Problems problems) {
    Optional<A> a = first.read(node, at, problems, second.names());
    if (!node.isObject()) {
      return Optional.empty();
    }
    List<String> judged = new ArrayList<>(); // what is unknown was said by the first
    node.fieldNames().forEachRemaining(judged::add);
    Optional<B> b = second.read(node, at, problems, judged);
    return a.flatMap(one -> b.map(other -> new Joined<>(one, other)));
  }

  @Override
  public JsonNode write(Joined<A, B> value) {
    ObjectNode joined = (ObjectNode) first.write(value.first());
    joined.setAll((ObjectNode) second.write(value.second()));
    return joined;
  }
}
