package dev.cantilever.agent.web.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.tools.journal.Entry;
import dev.cantilever.tools.schema.StrictJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogFilterTest {

  private static final Entry ENTRY =
      new Entry(
          7,
          "2026-06-01T12:00:00Z",
          json("{\"kind\": \"person\", \"id\": \"console\", \"channel\": \"web\"}"),
          "call.dispatched",
          json("{\"tool\": \"raman.acquire\", \"effect\": \"expose\", \"call\": \"call-3\"}"));

  private static JsonNode json(String text) {
    return StrictJson.ours(text);
  }

  @Test
  void everyWordMustHold() {
    for (String filter :
        List.of(
            "",
            "type:call.*",
            "type:*",
            "type:call.dispatched actor:console",
            "tool:raman.* effect:EXPOSE channel:web kind:person",
            "call:call-3",
            "tool:*.acquire",
            "tool:r*n.*e")) {
      assertThat(LogFilter.of(filter).orElseThrow().test(ENTRY)).as(filter).isTrue();
    }
    for (String filter :
        List.of(
            "type:call",
            "type:call.* actor:display",
            "tool:",
            "call:call-33",
            "step:1",
            "tool:rama")) {
      assertThat(LogFilter.of(filter).orElseThrow().test(ENTRY)).as(filter).isFalse();
    }
  }

  @Test
  void aDotIsADotAndAnUnknownWordIsNoFilter() {
    assertThat(LogFilter.of("type:call#dispatched").orElseThrow().test(ENTRY)).isFalse();
    assertThat(LogFilter.of("body:x")).isEmpty();
    assertThat(LogFilter.of("call")).isEmpty();
  }
}
