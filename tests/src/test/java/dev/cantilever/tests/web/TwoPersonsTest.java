package dev.cantilever.tests.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where the rules of the house ask two persons, one token does not do twice. */
class TwoPersonsTest {

  private static final String PLAN =
      """
      {"goal": "A spectrum", "steps": [
        {"kind": "call", "tool": "stage.home", "arguments": {"instrument": "library"}}]}
      """;
  private static final String RULES =
      """
      name: house v1
      rules:
        - {id: stage, when: {tools: [stage.home]}, asks: two_persons}
      """;

  @TempDir private Path home;

  @Test
  void aPlanBeginsWithTheSecondPersonsYes() throws Exception {
    try (Served served = new Served(home, Limits.USUAL)) {
      Files.writeString(home.resolve("rules.yaml"), RULES);
      String hash =
          served.post(Role.OPERATOR, "/api/plans/check", PLAN).json().path("hash").asText();
      String run = "/api/plans/" + hash + "/run";
      Served.Answer first = served.post(Role.OPERATOR, run, "");
      assertThat(first.status()).isEqualTo(409);
      assertThat(first.text()).contains("only operator has said yes to ticket-1, and rule stage");
      JsonNode ticket = served.get(Role.VIEWER, "/api/approvals").json().path("tickets").path(0);
      assertThat(ticket.path("status").asText()).isEqualTo("pending");
      assertThat(ticket.path("persons").toString()).isEqualTo("[\"operator\"]");
      assertThat(ticket.path("asked").path("rule").asText()).isEqualTo("stage");
      String yes = "{\"approve\": true}";
      for (String path : new String[] {run, "/api/approvals/ticket-1"}) {
        Served.Answer again = served.post(Role.OPERATOR, path, yes);
        assertThat(again.status()).as(again.text()).isEqualTo(409);
        assertThat(again.text()).contains("somebody else must, too");
      }
      assertThat(served.get(Role.VIEWER, "/api/runs").json().path("runs")).isEmpty();
      Served.Answer second = served.post(Role.SAFETY_OFFICER, run, "");
      assertThat(second.status()).as(second.text()).isEqualTo(202);
      assertThat(served.get(Role.VIEWER, "/api/approvals").json().path("tickets")).hasSize(1);
      assertThat(served.log()).isEmpty();
    }
  }
}
