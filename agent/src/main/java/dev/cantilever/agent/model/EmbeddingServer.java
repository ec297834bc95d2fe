package dev.cantilever.agent.model;

import dev.cantilever.agent.knowledge.Embedder;
import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.exception.HttpException;
import dev.langchain4j.model.embedding.EmbeddingModel;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** A server that makes vectors of texts, under OpenAI's form or Ollama's. */
public final class EmbeddingServer implements Embedder {

  private static final Patience USUAL =
      new Patience(Duration.ofSeconds(10), Duration.ofSeconds(10), 1);

  private final Endpoint endpoint;
  private final Patience patience;
  private final EmbeddingModel model;

  public EmbeddingServer(Endpoint endpoint) {
    this(endpoint, USUAL);
  }

  /**
   * A server.
   *
   * @throws IllegalArgumentException where its form has no embeddings
   */
  EmbeddingServer(Endpoint endpoint, Patience patience) {
    this.endpoint = endpoint;
    this.patience = patience;
    PatientHttpClientBuilder client = new PatientHttpClientBuilder(patience, new Pulse());
    this.model =
        switch (endpoint.wire()) {
          case OPENAI ->
              OpenAiEmbeddingModel.builder()
                  .httpClientBuilder(client)
                  .baseUrl(endpoint.url())
                  .apiKey(endpoint.key())
                  .modelName(endpoint.model())
                  .maxRetries(0)
                  .build();
          case OLLAMA ->
              OllamaEmbeddingModel.builder()
                  .httpClientBuilder(client)
                  .baseUrl(endpoint.url())
                  .modelName(endpoint.model())
                  .maxRetries(0)
                  .build();
          case ANTHROPIC -> throw new IllegalArgumentException("Anthropic serves no embeddings");
        };
  }

  @Override
  public String id() {
    return endpoint.toString();
  }

  @Override
  public Embedded embed(List<String> texts) {
    FutureTask<Embedded> asked = new FutureTask<>(() -> asked(texts));
    Thread.ofPlatform().daemon().name("cantilever-embedding").start(asked);
    try {
      return asked.get(patience.total().toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException late) {
      asked.cancel(true);
      return new Embedded.None("no answer within %d s".formatted(patience.total().toSeconds()));
    } catch (ExecutionException failed) {
      return new Embedded.None(reason(failed.getCause()));
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return new Embedded.None("it was not waited for");
    }
  }

  private Embedded asked(List<String> texts) {
    List<Embedding> sent = model.embedAll(texts.stream().map(TextSegment::from).toList()).content();
    List<double[]> vectors = new ArrayList<>();
    for (Embedding one : sent) {
      vectors.add(numbers(one.vector()));
    }
    return Embedder.checked(vectors, texts.size());
  }

  private static double[] numbers(float[] vector) {
    double[] numbers = new double[vector.length];
    for (int i = 0; i < vector.length; i++) {
      numbers[i] = vector[i];
    }
    return numbers;
  }

  /** The text of an exception may hold anything. */
  private static String reason(Throwable cause) {
    for (Throwable at = cause; at != null; at = at.getCause()) {
      if (at instanceof HttpException http) {
        return "status %d".formatted(http.statusCode());
      }
    }
    return "it cannot be reached, or its answer cannot be read";
  }
}
