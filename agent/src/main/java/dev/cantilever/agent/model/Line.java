package dev.cantilever.agent.model;

import dev.langchain4j.model.chat.request.ChatRequest;
import dev.langchain4j.model.chat.response.StreamingChatResponseHandler;

/** Carries one request to a model and its answer back, in pieces or at once. */
interface Line {

  void ask(ChatRequest request, StreamingChatResponseHandler handler);
}
