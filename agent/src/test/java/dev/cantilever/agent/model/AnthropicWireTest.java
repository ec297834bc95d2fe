package dev.cantilever.agent.model;

import static dev.cantilever.agent.model.ScriptedServer.stream;
import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.conversation.Heard;
import dev.cantilever.vocabulary.event.CallEvent;
import org.junit.jupiter.api.Test;

class AnthropicWireTest extends WireContract {

  private static final AnthropicScript SCRIPT = new AnthropicScript();

  AnthropicWireTest() {
    super(SCRIPT);
  }

  /** This adapter puts the arguments of earlier calls into the next request as they stand. */
  @Test
  void keepsBrokenArgumentsOutOfTheNextRequest() {
    Script.Call broken = new Script.Call("instrument_describe", "{\"instrument\":\"pfm-pto\",}");
    server.answers(stream(SCRIPT.calls(broken)), stream(SCRIPT.calls(Table.PLAN)));

    assertThat(table.say(Table.WISH)).isInstanceOf(Heard.Plan.class);

    assertThat(table.ends()).hasSize(1).first().isInstanceOf(CallEvent.Refused.class);
    assertThat(server.told(1)).contains("not strict JSON");
  }
}
