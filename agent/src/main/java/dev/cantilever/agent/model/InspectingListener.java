package dev.cantilever.agent.model;

import dev.langchain4j.http.client.SuccessfulHttpResponse;
import dev.langchain4j.http.client.sse.ServerSentEvent;
import dev.langchain4j.http.client.sse.ServerSentEventContext;
import dev.langchain4j.http.client.sse.ServerSentEventListener;

/** Hands an adapter the events of a stream for as long as they can be part of a whole answer. */
final class InspectingListener implements ServerSentEventListener {

  private final ServerSentEventListener adapter;
  private final Inspection inspection = new Inspection();
  private boolean isBroken;

  InspectingListener(ServerSentEventListener adapter) {
    this.adapter = adapter;
  }

  @Override
  public void onOpen(SuccessfulHttpResponse response) {
    adapter.onOpen(response);
  }

  @Override
  public void onEvent(ServerSentEvent event, ServerSentEventContext context) {
    if (isSound(event)) {
      adapter.onEvent(event, context);
    }
  }

  @Override
  public void onEvent(ServerSentEvent event) {
    if (isSound(event)) {
      adapter.onEvent(event);
    }
  }

  /** The first event that is not ends the answer; parsers swallow what is thrown at them. */
  private boolean isSound(ServerSentEvent event) {
    if (isBroken) {
      return false;
    }
    try {
      inspection.see(event.data());
      return true;
    } catch (BrokenAnswer broken) {
      isBroken = true;
      adapter.onError(broken);
      return false;
    }
  }

  @Override
  public void onError(Throwable failure) {
    if (!isBroken) {
      adapter.onError(failure);
    }
  }

  @Override
  public void onClose() {
    if (!isBroken) {
      adapter.onClose();
    }
  }
}
