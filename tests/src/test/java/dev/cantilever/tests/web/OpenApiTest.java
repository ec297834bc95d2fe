package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.Route;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.tools.toolbox.Toolbox;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The OpenAPI document tells what there is, and of each tool what its records tell. */
class OpenApiTest {

  @TempDir private Path home;

  @Test
  void everyRouteAndEveryToolStandsInTheDocument() throws JsonProcessingException {
    try (Served served = new Served(home, Limits.USUAL)) {
      JsonNode document = served.get(Role.VIEWER, "/api/openapi.json").json();
      assertThat(document.path("openapi").asText()).startsWith("3.1");
      for (Route route : served.routes()) {
        if (!route.path().endsWith("{tool}") || !route.changesSomething()) {
          JsonNode operation =
              document
                  .path("paths")
                  .path(route.path())
                  .path(route.method().name().toLowerCase(Locale.ROOT));
          assertThat(operation.path("x-role").asText()).as(route.path()).isNotEmpty();
          assertThat(
                  operation.path("responses").has(Integer.toString(route.facts().gives().status())))
              .as(route.path())
              .isTrue();
        }
      }
      for (Catalogue.Entry<?, ?> entry : Toolbox.standard().entries()) {
        String name = entry.tool().card().name();
        JsonNode call = document.path("paths").path("/api/tools/" + name).path("post");
        assertThat(schema(call.path("requestBody")))
            .as(name)
            .isEqualTo(asSent(entry.input().schema()));
        assertThat(schema(call.path("responses").path("200")))
            .as(name)
            .isEqualTo(asSent(entry.output().schema()));
      }
    }
  }

  private static JsonNode asSent(JsonNode schema) throws JsonProcessingException {
    return new ObjectMapper().readTree(schema.toString());
  }

  private static JsonNode schema(JsonNode body) {
    return body.path("content").path("application/json").path("schema");
  }

  @Test
  void theExampleOfEveryToolThatOnlyComputesIsAnsweredOverHttp() {
    try (Served served =
        new Served(
            home,
            Limits.USUAL.with(new Limits.Rate(1_000_000, 1), new Limits.Rate(1_000_000, 1)))) {
      for (Catalogue.Entry<?, ?> entry : Toolbox.standard().entries()) {
        String name = entry.tool().card().name();
        Served.Answer answer =
            served.post(Role.OPERATOR, "/api/tools/" + name, entry.tool().card().example());
        if (entry.tool().card().effect().actsOnInstrument()) {
          assertThat(answer.status()).as(name + answer.text()).isIn(403, 422);
        } else {
          assertThat(answer.status()).as(name + answer.text()).isIn(200, 409, 422, 502);
        }
      }
    }
  }
}
