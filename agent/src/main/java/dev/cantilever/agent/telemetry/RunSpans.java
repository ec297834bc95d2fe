package dev.cantilever.agent.telemetry;

import dev.cantilever.tools.audit.Fact;
import dev.cantilever.tools.audit.Trail;
import dev.cantilever.vocabulary.event.CallEvent;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.event.SearchEvent;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.RunId;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanBuilder;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.context.Context;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

/**
 * A run as one trace: the planner's run over all, a span for each call, and for a campaign one
 * between its call and the calls that it makes. Times are those of the journal.
 */
final class RunSpans {

  private final Tracer tracer;
  private final RunId run;
  private final Trail trail;
  private final Map<CallId, Span> calls = new HashMap<>();
  private final Map<CallId, Span> campaigns = new HashMap<>();
  private Span whole = Span.getInvalid();
  private CallId campaign;

  RunSpans(Tracer tracer, RunId run, Trail trail) {
    this.tracer = tracer;
    this.run = run;
    this.trail = trail;
  }

  void make() {
    Instant last = Instant.EPOCH;
    for (Fact fact : trail.facts()) {
      last = fact.at();
      switch (fact.event()) {
        case RunEvent.Opened opened -> open(fact, opened);
        case RunEvent.Ended ended -> end(ended);
        case CallEvent call -> call(fact, call);
        case CampaignEvent.Started started -> begin(fact, started.call(), "campaign over sites");
        case SearchEvent.Started started -> begin(fact, started.call(), "campaign over conditions");
        case CampaignEvent.Finished finished -> finish(fact);
        case SearchEvent.Finished finished -> finish(fact);
        default -> {
          // told by the journal
        }
      }
    }
    for (Span open : calls.values()) {
      open.end(last);
    }
    for (Span open : campaigns.values()) {
      open.end(last);
    }
    whole.end(last);
  }

  private void open(Fact fact, RunEvent.Opened opened) {
    whole =
        tracer
            .spanBuilder(GenAi.INVOKE_AGENT + " " + fact.actor().id())
            .setNoParent()
            .setStartTimestamp(fact.at())
            .setAttribute(GenAi.OPERATION, GenAi.INVOKE_AGENT)
            .setAttribute(GenAi.AGENT_NAME, fact.actor().id())
            .setAttribute(GenAi.AGENT_ID, fact.actor().kind() + ":" + fact.actor().id())
            .setAttribute(GenAi.CONVERSATION, run.value())
            .setAttribute(GenAi.PLAN, opened.planHash())
            .startSpan();
  }

  private void end(RunEvent.Ended ended) {
    if (ended.status() == RunStatus.FAILED) {
      failed(whole, "failed");
    }
  }

  private void begin(Fact fact, CallId call, String name) {
    campaign = call;
    Span parent = calls.getOrDefault(call, whole);
    campaigns.put(
        call,
        builder(GenAi.INVOKE_WORKFLOW + " " + name, parent, fact)
            .setAttribute(GenAi.OPERATION, GenAi.INVOKE_WORKFLOW)
            .setAttribute(GenAi.WORKFLOW, name)
            .startSpan());
  }

  private void finish(Fact fact) {
    Span span = campaigns.remove(campaign);
    if (span != null) {
      span.end(fact.at());
    }
  }

  private void call(Fact fact, CallEvent event) {
    switch (event) {
      case CallEvent.Proposed proposed -> calls.put(proposed.call(), started(fact, proposed));
      case CallEvent.Dispatched dispatched ->
          calls
              .get(dispatched.call())
              .setAttribute(GenAi.EFFECT, dispatched.effect().name())
              .setAttribute(GenAi.DECISION, dispatched.rule());
      case CallEvent.Settled settled -> ended(fact, settled, "");
      case CallEvent.Refused refused -> ended(fact, refused, "refused");
      case CallEvent.Failed failed -> ended(fact, failed, "failed");
      case CallEvent.Reconciled reconciled -> ended(fact, reconciled, "outcome lost");
    }
  }

  private Span started(Fact fact, CallEvent.Proposed proposed) {
    Span parent =
        proposed
            .parent()
            .map(call -> campaigns.getOrDefault(call, calls.getOrDefault(call, whole)))
            .orElse(whole);
    return builder(GenAi.EXECUTE_TOOL + " " + proposed.tool(), parent, fact)
        .setAttribute(GenAi.OPERATION, GenAi.EXECUTE_TOOL)
        .setAttribute(GenAi.TOOL_NAME, proposed.tool())
        .setAttribute(GenAi.TOOL_TYPE, GenAi.FUNCTION)
        .setAttribute(GenAi.TOOL_CALL, proposed.call().value())
        .setAttribute(GenAi.ENTRY, fact.seq())
        .startSpan();
  }

  private SpanBuilder builder(String name, Span parent, Fact fact) {
    return tracer
        .spanBuilder(name)
        .setParent(Context.root().with(parent))
        .setStartTimestamp(fact.at());
  }

  private void ended(Fact fact, CallEvent event, String error) {
    Span span = calls.remove(event.call());
    if (!error.isEmpty()) {
      failed(span, error);
    }
    span.end(fact.at());
  }

  private static void failed(Span span, String error) {
    span.setAttribute(GenAi.ERROR, error);
    span.setStatus(StatusCode.ERROR);
  }
}
