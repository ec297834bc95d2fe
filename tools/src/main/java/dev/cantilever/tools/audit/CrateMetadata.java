package dev.cantilever.tools.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.cantilever.tools.canonical.CanonicalJson;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.RunEvent;
import dev.cantilever.vocabulary.event.RunStatus;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.plan.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code ro-crate-metadata.json} of an exported run: a Provenance Run Crate 0.5 (of the family
 * Workflow Run RO-Crate, over RO-Crate 1.1). The plan is the workflow, this program its engine,
 * each call an action with its tool, agent, times, arguments and results.
 */
final class CrateMetadata {

  /** Name of the file of the plan. */
  static final String PLAN = "plan.yaml";

  static final String PROV = "prov.json";
  private static final String CRATE = "https://w3id.org/ro/crate/1.1";
  private static final String WORKFLOW_CRATE = "https://w3id.org/workflowhub/workflow-ro-crate/1.0";
  private static final String FAMILY = "https://w3id.org/ro/wfrun/";
  private static final String TERMS = "https://w3id.org/ro/terms/workflow-run/context";
  private static final String WORKFLOW =
      "https://bioschemas.org/profiles/ComputationalWorkflow/1.0-RELEASE";
  private static final String PARAMETER =
      "https://bioschemas.org/profiles/FormalParameter/1.0-RELEASE";

  private final RunId run;
  private final Trail trail;
  private final Map<String, byte[]> files;
  private final Map<String, ObjectNode> graph = new LinkedHashMap<>();

  private CrateMetadata(RunId run, Trail trail, Map<String, byte[]> files) {
    this.run = run;
    this.trail = trail;
    this.files = files;
  }

  /** The metadata of a run with all its other files. */
  static String of(RunId run, Trail trail, Map<String, byte[]> files) {
    CrateMetadata crate = new CrateMetadata(run, trail, files);
    crate.describe();
    ObjectNode whole = JsonNodeFactory.instance.objectNode();
    whole.putArray("@context").add(CRATE + "/context").add(TERMS);
    ArrayNode list = whole.putArray("@graph");
    crate.graph.values().forEach(list::add);
    return CanonicalJson.text(whole) + "\n";
  }

  private ObjectNode entity(String id, String... types) {
    ObjectNode entity = graph.computeIfAbsent(id, key -> JsonNodeFactory.instance.objectNode());
    entity.put("@id", id);
    if (types.length == 1) {
      entity.put("@type", types[0]);
    } else {
      ArrayNode all = entity.putArray("@type");
      List.of(types).forEach(all::add);
    }
    return entity;
  }

  private static ObjectNode reference(String id) {
    return JsonNodeFactory.instance.objectNode().put("@id", id);
  }

  private static void point(ObjectNode from, String property, List<String> ids) {
    if (ids.size() == 1) {
      from.set(property, reference(ids.getFirst()));
    } else if (!ids.isEmpty()) {
      ArrayNode list = from.putArray(property);
      ids.forEach(id -> list.add(reference(id)));
    }
  }

  private Optional<RunEvent.Opened> opened() {
    return trail.first(RunEvent.Opened.class).map(fact -> (RunEvent.Opened) fact.event());
  }

  private void describe() {
    ObjectNode descriptor = entity("ro-crate-metadata.json", "CreativeWork");
    descriptor.set("about", reference("./"));
    point(descriptor, "conformsTo", List.of(CRATE, WORKFLOW_CRATE));
    ObjectNode root = entity("./", "Dataset");
    root.put("name", run + " of Cantilever");
    root.put("description", opened().map(one -> one.plan().goal()).orElse("Talk and calls"));
    root.put("datePublished", last().toString());
    root.set("license", reference("#licence"));
    entity("#licence", "CreativeWork")
        .put("name", "As stated by whoever publishes this run")
        .put("description", "The program that made it states no licence for it.");
    point(root, "conformsTo", profiles());
    files.forEach(this::file);
    point(root, "hasPart", new ArrayList<>(files.keySet()));
    opened().ifPresent(this::workflow);
    List<String> actions = new ArrayList<>();
    if (opened().isPresent()) {
      actions.add("#run");
    }
    CallTrail.all(trail).forEach(call -> actions.add(action(call)));
    point(root, "mentions", actions);
  }

  private Instant last() {
    return trail.facts().isEmpty() ? Instant.EPOCH : trail.facts().getLast().at();
  }

  private List<String> profiles() {
    List<String> ids = new ArrayList<>();
    List<String> names =
        opened().isPresent() ? List.of("process", "workflow", "provenance") : List.of("process");
    for (String name : names) {
      String id = FAMILY + name + "/0.5";
      entity(id, "CreativeWork")
          .put("name", "Workflow Run RO-Crate: " + name)
          .put("version", "0.5");
      ids.add(id);
    }
    if (opened().isPresent()) {
      entity(WORKFLOW_CRATE, "CreativeWork").put("name", "Workflow RO-Crate").put("version", "1.0");
      ids.add(WORKFLOW_CRATE);
    }
    return ids;
  }

  private void file(String name, byte[] bytes) {
    entity(name, "File")
        .put("name", name)
        .put("contentSize", String.valueOf(bytes.length))
        .put("encodingFormat", format(name))
        .put("sha256", Hash.of(bytes).text().substring("sha256:".length()));
  }

  private static String format(String name) {
    return switch (name.substring(name.lastIndexOf('.') + 1)) {
      case "json" -> "application/json";
      case "jsonl" -> "application/jsonl";
      case "yaml" -> "application/yaml";
      case "java" -> "text/x-java";
      case "txt" -> "text/plain";
      default -> "application/octet-stream";
    };
  }

  private void workflow(RunEvent.Opened opened) {
    ObjectNode workflow =
        entity(PLAN, "File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo");
    workflow.put("name", opened.plan().goal()).put("identifier", opened.planHash());
    workflow.set("conformsTo", reference(WORKFLOW));
    workflow.set("programmingLanguage", reference("#plan-language"));
    entity("#plan-language", "ComputerLanguage").put("name", "Plan of Cantilever");
    graph.get("./").set("mainEntity", reference(PLAN));
    List<String> steps = new ArrayList<>();
    List<String> tools = new ArrayList<>();
    new NumberedSteps(opened.plan())
        .all()
        .forEach(
            (number, step) -> {
              if (step instanceof Step.Call call) {
                ObjectNode howTo = entity("#step/" + number, "HowToStep");
                howTo.put("name", "step " + number).put("position", number);
                howTo.set("workExample", reference(tool(call.tool())));
                steps.add("#step/" + number);
                tools.add(tool(call.tool()));
              }
            });
    point(workflow, "step", steps);
    point(workflow, "hasPart", tools.stream().distinct().toList());
    engine(opened);
  }

  private void engine(RunEvent.Opened opened) {
    entity("#engine", "SoftwareApplication")
        .put("name", "Cantilever")
        .put("softwareVersion", opened.software());
    ObjectNode action = entity("#run", "CreateAction");
    Fact first = trail.first(RunEvent.Opened.class).orElseThrow();
    action.put("name", "%s: %s".formatted(run, opened.plan().goal()));
    action.set("instrument", reference(PLAN));
    action.put("startTime", first.at().toString()).put("endTime", last().toString());
    action.put("actionStatus", status());
    trail
        .first(RunEvent.Approved.class)
        .ifPresent(fact -> action.set("agent", reference(agent(fact.actor()))));
    point(action, "result", data());
    ObjectNode organising = entity("#engine-run", "OrganizeAction");
    organising.put("name", "Cantilever runs the plan");
    organising.set("instrument", reference("#engine"));
    organising.set("agent", reference(agent(first.actor())));
    organising.put("startTime", first.at().toString()).put("endTime", last().toString());
    organising.set("result", reference("#run"));
    List<String> controls =
        CallTrail.all(trail).stream()
            .filter(call -> call.proposed().step().isPresent())
            .map(this::control)
            .toList();
    point(organising, "object", controls);
    List<String> parameters =
        graph.keySet().stream().filter(id -> id.startsWith("#parameter/")).toList();
    point(graph.get(PLAN), "input", parameters);
    point(
        action, "object", graph.keySet().stream().filter(id -> id.contains("/argument/")).toList());
  }

  private List<String> data() {
    return files.keySet().stream().filter(name -> name.startsWith("data/")).toList();
  }

  private String status() {
    boolean completed =
        trail.facts().stream()
            .anyMatch(
                fact ->
                    fact.event() instanceof RunEvent.Ended ended
                        && ended.status() == RunStatus.COMPLETED);
    return "http://schema.org/" + (completed ? "CompletedActionStatus" : "FailedActionStatus");
  }

  private String control(CallTrail call) {
    String number = call.proposed().step().orElseThrow();
    String id = "#control/" + call.id();
    ObjectNode control = entity(id, "ControlAction");
    control.put("name", "step " + number);
    control.set("instrument", reference("#step/" + number.replaceAll("#\\d+", "")));
    control.set("object", reference("#" + call.id()));
    return id;
  }

  private String tool(String name) {
    String id = "#tool/" + name;
    entity(id, "SoftwareApplication")
        .put("name", name)
        .put("softwareVersion", opened().map(RunEvent.Opened::software).orElse("unknown"));
    return id;
  }

  private String agent(Actor actor) {
    boolean person = actor.kind() == Actor.Kind.PERSON;
    String id = "#agent/%s/%s".formatted(Wish.kind(actor), Wish.plain(actor.id()));
    entity(id, person ? "Person" : "SoftwareApplication").put("name", actor.id());
    return id;
  }

  private String action(CallTrail call) {
    String id = "#" + call.id();
    ObjectNode action = entity(id, "CreateAction");
    action.put("name", "%s: %s".formatted(call.id(), call.tool()));
    action.set("instrument", reference(tool(call.tool())));
    action.set("agent", reference(agent(call.first().actor())));
    action.put("startTime", call.first().at().toString());
    action.put("endTime", call.facts().getLast().at().toString());
    action.put(
        "actionStatus",
        "http://schema.org/" + (call.succeeded() ? "CompletedActionStatus" : "FailedActionStatus"));
    if (!call.succeeded()) {
      action.put("error", String.join("; ", call.outcome()));
    }
    point(action, "object", arguments(call));
    point(action, "result", call.cited().stream().filter(files::containsKey).toList());
    return id;
  }

  private List<String> arguments(CallTrail call) {
    List<String> ids = new ArrayList<>();
    for (Map.Entry<String, JsonNode> field : call.arguments().properties()) {
      String id = "#%s/argument/%s".formatted(call.id(), field.getKey());
      String parameter = "#parameter/%s/%s".formatted(call.tool(), field.getKey());
      entity(parameter, "FormalParameter")
          .put("name", field.getKey())
          .put("additionalType", type(field.getValue()))
          .set("conformsTo", reference(PARAMETER));
      ObjectNode value = entity(id, "PropertyValue").put("name", field.getKey());
      value(value, field.getValue());
      value.set("exampleOfWork", reference(parameter));
      ids.add(id);
    }
    return ids;
  }

  private static String type(JsonNode value) {
    return value.isBoolean() ? "Boolean" : value.isNumber() || value.has("unit") ? "Float" : "Text";
  }

  private static void value(ObjectNode entity, JsonNode value) {
    if (value.size() == 2 && value.has("value") && value.has("unit")) {
      entity.set("value", value.get("value"));
      entity.set("unitText", value.get("unit"));
    } else {
      entity.put("value", value.isValueNode() ? value.asText() : value.toString());
    }
  }
}
