package dev.cantilever.agent.app;

import dev.cantilever.agent.knowledge.Embedder;
import dev.cantilever.agent.model.EmbeddingServer;
import dev.cantilever.agent.model.Endpoint;
import java.util.Map;
import java.util.Optional;

/** What the environment says about a server of embeddings; docs/models.md explains each setting. */
record EmbeddingSettings(Map<String, String> environment) {

  /** It, where one is wanted. */
  Optional<Embedder> embedder() {
    String wire = environment.getOrDefault("CANTILEVER_EMBEDDING", "");
    return switch (wire) {
      case "" -> Optional.empty();
      case "openai" -> Optional.of(server(Endpoint.Wire.OPENAI));
      case "ollama" -> Optional.of(server(Endpoint.Wire.OLLAMA));
      default ->
          throw new ConfigurationProblem(
              "CANTILEVER_EMBEDDING is \"%s\"; use openai or ollama".formatted(wire));
    };
  }

  private Embedder server(Endpoint.Wire wire) {
    String model = environment.getOrDefault("CANTILEVER_EMBEDDING_MODEL", "");
    if (model.isBlank()) {
      throw new ConfigurationProblem(
          "CANTILEVER_EMBEDDING needs CANTILEVER_EMBEDDING_MODEL: set it to the name of a model");
    }
    return new EmbeddingServer(
        new Endpoint(
            wire,
            model,
            environment.getOrDefault("CANTILEVER_EMBEDDING_URL", wire.usualUrl()),
            environment.getOrDefault("CANTILEVER_EMBEDDING_KEY", "")));
  }
}
