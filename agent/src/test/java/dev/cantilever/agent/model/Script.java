package dev.cantilever.agent.model;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/** How a model server streams a turn on one wire, and how it is asked. */
interface Script {

  /** A tool call as the model writes it. */
  record Call(String tool, String arguments) {}

  Endpoint.Wire wire();

  /** What is added to the server's address to make the base address. */
  String base();

  /** Where requests go, below the server's address. */
  String path();

  /** A whole turn of tool calls, piece by piece as it is sent. */
  List<String> calls(Call... calls);

  /** A whole turn of words. */
  List<String> words(String text);

  /** A piece that shows that the model is alive and says nothing yet. */
  String thought();

  /** How many pieces at the end say that the turn is whole. */
  int endMarks();

  /** What the last message of a request tells about tool calls, all of it. */
  String toldAboutCalls(JsonNode request);
}
