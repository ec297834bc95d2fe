package dev.cantilever.tools.audit;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.id.RunId;
import java.util.Optional;

/**
 * The run in the words of W3C PROV (PROV-JSON): calls and the approval are activities; the plan,
 * its ticket and all data are entities; persons, planners and this program are agents.
 */
final class ProvDocument {

  private static final String OURS = "run:";

  private final Trail trail;
  private final ObjectNode document = JsonNodeFactory.instance.objectNode();
  private int relations;

  private ProvDocument(Trail trail) {
    this.trail = trail;
  }

  static String of(RunId run, Trail trail) {
    ProvDocument prov = new ProvDocument(trail);
    prov.document
        .putObject("prefix")
        .put("run", "urn:cantilever:%s:".formatted(run))
        .put("prov", "http://www.w3.org/ns/prov#");
    prov.approval();
    CallTrail.all(trail).forEach(prov::call);
    return CanonicalJson.text(prov.document) + "\n";
  }

  private ObjectNode put(String kind, String id) {
    return document.withObject("/" + kind).withObject("/" + pointer(OURS + id));
  }

  private static String pointer(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  private void relate(String kind, String from, String one, String to, String other) {
    document
        .withObject("/" + kind)
        .putObject("_:r" + ++relations)
        .put("prov:" + from, OURS + one)
        .put("prov:" + to, OURS + other);
  }

  private String agent(Actor actor) {
    String id = "%s-%s".formatted(Wish.kind(actor), Wish.plain(actor.id()));
    String type = actor.kind() == Actor.Kind.PERSON ? "prov:Person" : "prov:SoftwareAgent";
    put("agent", id).put("prov:type", type).put("prov:label", actor.id());
    return id;
  }

  /** The approval makes the ticket that calls of the plan use. */
  private void approval() {
    Optional<Fact> opened = trail.first(RunEvent.Opened.class);
    Optional<Fact> approved = trail.first(RunEvent.Approved.class);
    if (opened.isEmpty() || approved.isEmpty()) {
      return;
    }
    String hash = ((RunEvent.Approved) approved.get().event()).planHash();
    String planner = agent(opened.get().actor());
    String person = agent(approved.get().actor());
    put("entity", "plan").put("prov:type", "prov:Plan").put("prov:label", hash);
    put("entity", "ticket").put("prov:label", "approval of " + hash);
    put("activity", "approval")
        .put("prov:startTime", approved.get().at().toString())
        .put("prov:endTime", approved.get().at().toString());
    relate("wasAttributedTo", "entity", "plan", "agent", planner);
    relate("used", "activity", "approval", "entity", "plan");
    relate("wasGeneratedBy", "entity", "ticket", "activity", "approval");
    relate("wasAssociatedWith", "activity", "approval", "agent", person);
    if (!planner.equals(person)) {
      relate("actedOnBehalfOf", "delegate", planner, "responsible", person);
    }
  }

  private void call(CallTrail call) {
    String id = call.id().value();
    put("activity", id)
        .put("prov:startTime", call.first().at().toString())
        .put("prov:endTime", call.facts().getLast().at().toString())
        .put("prov:label", call.tool());
    relate("wasAssociatedWith", "activity", id, "agent", agent(call.first().actor()));
    if (call.proposed().step().isPresent() && trail.first(RunEvent.Approved.class).isPresent()) {
      relate("used", "activity", id, "entity", "ticket");
    }
    call.proposed()
        .parent()
        .ifPresent(parent -> relate("wasInformedBy", "informed", id, "informant", parent.value()));
    for (String data : call.cited()) {
      put("entity", data).put("prov:label", data);
      relate("wasGeneratedBy", "entity", data, "activity", id);
    }
  }
}
