package dev.cantilever.tests.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.agent.web.Limits;
import dev.cantilever.agent.web.token.Role;
import dev.cantilever.tests.figures.Figures;
import dev.cantilever.tests.web.Served;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever stands in names, notes and answers of devices stays text in every view. */
@InABrowser
class StoredScriptsTest {

  private static final List<String> VIEWS =
      List.of(
          "#/work",
          "#/work/run-0001",
          "#/approvals",
          "#/runs",
          "#/runs/run-0001",
          "#/runs/run-0001/calls",
          "#/runs/desk",
          "#/instruments",
          "#/instruments/afm",
          "#/tools",
          "#/reports",
          "#/reports/run-0001");

  @TempDir private Path home;

  @Test
  void nothingThatIsStoredIsExecuted() throws Exception {
    List<String> corpus = corpus();
    try (Served served = new Served(home, Limits.USUAL);
        Browser browser = Browser.at(served.port())) {
      browser.with(served.secret(Role.SAFETY_OFFICER));
      long executions = 0;
      corpus.forEach(text -> store(served, text));
      nameTheSample(served, corpus.getFirst());
      for (String view : VIEWS) {
        browser.open(view);
        browser.see("#views a[aria-current=page]");
        Thread.sleep(700); // what a script would need to run
        executions += executed(browser);
      }
      assertThat(browser.open("#/runs/desk").text()).isNotEmpty();
      Figures.atMost(
          "page-1d", "stored scripts executed", (double) executions, "of " + corpus.size(), 0, "-");
      assertThat(executions).isZero();
    }
  }

  /** Said in chat, written into a plan with a question, run, and given as reasons. */
  private static void store(Served served, String text) {
    served.post(Role.OPERATOR, "/api/chat", object("text", text).toString());
    ObjectNode plan = object("goal", text);
    ObjectNode ask = plan.putArray("steps").addObject();
    ask.put("kind", "ask").put("question", text).put("as", "said").put("within", "1 min");
    ask.putArray("options").add(text).add("no");
    String hash =
        served
            .post(Role.OPERATOR, "/api/plans/check", plan.toString())
            .json()
            .path("hash")
            .asText();
    if (!hash.isEmpty()) {
      served.post(Role.OPERATOR, "/api/plans/" + hash + "/request", "{}");
      String run =
          served
              .post(Role.OPERATOR, "/api/plans/" + hash + "/run", "{}")
              .json()
              .path("run")
              .asText("run-0001");
      served.post(Role.OPERATOR, "/api/runs/" + run + "/stop", object("reason", text).toString());
    }
    served.post(Role.OPERATOR, "/api/tools/text.read", object("text", text).toString());
    served.post(Role.OPERATOR, "/api/instruments/afm/stop", object("reason", text).toString());
  }

  private static ObjectNode object(String name, String value) {
    return JsonNodeFactory.instance.objectNode().put(name, value);
  }

  private static void nameTheSample(Served served, String text) throws IOException {
    Path envelope = served.home().resolve("instruments/afm/envelope.yaml");
    String quoted = text.replace("'", "''");
    Files.writeString(
        envelope,
        Files.readString(envelope)
            .replaceFirst(
                "name: .*", java.util.regex.Matcher.quoteReplacement("name: '" + quoted + "'")));
  }

  private static long executed(Browser browser) {
    Object hits =
        browser.run("return (window.hits || 0) + (document.title.includes('hit') ? 1 : 0)");
    return ((Number) hits).longValue();
  }

  /** One a line; {@code HIT} stands for what counts an execution. */
  private static List<String> corpus() throws IOException {
    try (var in = StoredScriptsTest.class.getResourceAsStream("stored-scripts.txt")) {
      String text = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return text.lines()
          .filter(line -> !line.isBlank())
          .map(line -> line.replace("HIT", "top.hits=(top.hits||0)+1"))
          .toList();
    }
  }
}
