package dev.cantilever.agent.model;

class OpenAiWireTest extends WireContract {

  OpenAiWireTest() {
    super(new OpenAiScript());
  }
}
