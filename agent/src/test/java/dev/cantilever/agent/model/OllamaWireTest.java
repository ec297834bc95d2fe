package dev.cantilever.agent.model;

class OllamaWireTest extends WireContract {

  OllamaWireTest() {
    super(new OllamaScript());
  }
}
