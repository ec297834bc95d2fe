package dev.cantilever.agent.mcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.vocabulary.command.Effect;
import org.junit.jupiter.api.Test;

class ToolFaceTest {

  private static final ObjectNode NOTHING = JsonNodeFactory.instance.objectNode();

  @Test
  void onlyToolsOfForeignServersAskSomebodyOutside() {
    assertThat(face("foreign.weather.now").isOpenWorld()).isTrue();
    assertThat(face("foreign_weather_now").isOpenWorld()).isTrue();
    assertThat(face("spm.scan").isOpenWorld()).isFalse();
    assertThat(face("spm.foreign_scan").isOpenWorld()).isFalse();
  }

  private static ToolFace face(String name) {
    return new ToolFace(name, "", Effect.READ, false, NOTHING, NOTHING);
  }
}
