package dev.cantilever.tests.audit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.cantilever.tests.firstlight.InMemory;
import dev.cantilever.tools.audit.Export;
import dev.cantilever.tools.canonical.Hash;
import dev.cantilever.vocabulary.id.RunId;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.StreamSupport;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What the profiles say an export MUST have: RO-Crate 1.1, Workflow RO-Crate 1.0, and Process,
 * Workflow and Provenance Run Crate 0.5.
 */
class CrateTest {

  @TempDir(factory = InMemory.class)
  private Path folder;

  private Wishes wishes;
  private Path crate;
  private final Map<String, JsonNode> graph = new TreeMap<>();
  private JsonNode metadata;
  private JsonNode prov;

  @BeforeEach
  void anExport() throws IOException {
    wishes = new Wishes(folder.resolve("home"));
    crate = folder.resolve("run.zip");
    RunId run = wishes.grant("map the loop area with 12 points, 6 at a time", 7).run();
    assertThat(Export.write(wishes.installation().home(), run, crate)).isEmpty();
    metadata = json("ro-crate-metadata.json");
    prov = json("prov.json");
    metadata.get("@graph").forEach(one -> graph.put(one.get("@id").asText(), one));
    assertThat(graph).hasSize(metadata.get("@graph").size());
  }

  private JsonNode json(String name) throws IOException {
    return new ObjectMapper().readTree(bytes(name));
  }

  private byte[] bytes(String name) throws IOException {
    try (ZipFile zip = new ZipFile(crate.toFile())) {
      return zip.getInputStream(zip.getEntry(name)).readAllBytes();
    }
  }

  private List<JsonNode> ofType(String type) {
    return graph.values().stream().filter(one -> types(one).contains(type)).toList();
  }

  private static List<String> types(JsonNode entity) {
    return texts(entity.get("@type"));
  }

  private static List<String> texts(JsonNode one) {
    return one.isArray()
        ? StreamSupport.stream(one.spliterator(), false).map(JsonNode::asText).toList()
        : List.of(one.asText());
  }

  private static List<String> ids(JsonNode entity, String property) {
    JsonNode value = entity.path(property);
    List<String> ids = new ArrayList<>();
    (value.isArray() ? value : new ObjectMapper().createArrayNode().add(value))
        .forEach(
            one -> {
              if (one.has("@id")) {
                ids.add(one.get("@id").asText());
              }
            });
    return ids;
  }

  @Test
  void theRootIsACrateOfTheseProfiles() {
    assertThat(texts(metadata.get("@context")))
        .containsExactly(
            "https://w3id.org/ro/crate/1.1/context",
            "https://w3id.org/ro/terms/workflow-run/context");
    JsonNode descriptor = graph.get("ro-crate-metadata.json");
    assertThat(types(descriptor)).containsExactly("CreativeWork");
    assertThat(ids(descriptor, "about")).containsExactly("./");
    assertThat(ids(descriptor, "conformsTo"))
        .contains(
            "https://w3id.org/ro/crate/1.1", "https://w3id.org/workflowhub/workflow-ro-crate/1.0");
    JsonNode root = graph.get("./");
    assertThat(types(root)).contains("Dataset");
    assertThat(Instant.parse(root.get("datePublished").asText())).isNotNull();
    assertThat(root.get("name").asText()).isNotBlank();
    assertThat(root.get("description").asText()).isNotBlank();
    for (String profile : List.of("process", "workflow", "provenance")) {
      String id = "https://w3id.org/ro/wfrun/" + profile + "/0.5";
      assertThat(ids(root, "conformsTo")).contains(id);
      assertThat(types(graph.get(id))).contains("CreativeWork");
      assertThat(graph.get(id).get("version").asText()).isEqualTo("0.5");
    }
  }

  @Test
  void everyFileIsListedWithItsHash() throws IOException {
    List<String> inside = new ArrayList<>();
    try (ZipFile zip = new ZipFile(crate.toFile())) {
      zip.stream().forEach(entry -> inside.add(entry.getName()));
    }
    inside.remove("ro-crate-metadata.json");
    assertThat(ids(graph.get("./"), "hasPart")).containsExactlyInAnyOrderElementsOf(inside);
    for (String name : inside) {
      JsonNode file = graph.get(name);
      assertThat(types(file)).contains("File");
      assertThat("sha256:" + file.get("sha256").asText()).isEqualTo(Hash.of(bytes(name)).text());
    }
  }

  @Test
  void nothingPointsNowhere() {
    for (JsonNode entity : graph.values()) {
      entity.findParents("@id").stream()
          .map(one -> one.get("@id").asText())
          .filter(id -> !id.startsWith("https://w3id.org/ro/crate/1.1"))
          .filter(id -> !id.startsWith("https://bioschemas.org/"))
          .forEach(id -> assertThat(graph).containsKey(id));
    }
  }

  @Test
  void thePlanIsTheWorkflowWithStepsAndTools() {
    assertThat(ids(graph.get("./"), "mainEntity")).containsExactly("plan.yaml");
    JsonNode workflow = graph.get("plan.yaml");
    assertThat(types(workflow))
        .contains("File", "SoftwareSourceCode", "ComputationalWorkflow", "HowTo");
    assertThat(workflow.get("name").asText()).isNotBlank();
    assertThat(types(graph.get(ids(workflow, "programmingLanguage").getFirst())))
        .contains("ComputerLanguage");
    assertThat(ids(workflow, "hasPart")).isNotEmpty();
    for (String step : ids(workflow, "step")) {
      assertThat(types(graph.get(step))).contains("HowToStep");
      assertThat(ids(workflow, "hasPart")).containsAll(ids(graph.get(step), "workExample"));
    }
    for (String input : ids(workflow, "input")) {
      assertThat(types(graph.get(input))).contains("FormalParameter");
      assertThat(graph.get(input).get("additionalType").asText()).isNotBlank();
    }
  }

  @Test
  void everyActionHasItsToolItsTimesAndItsAgent() {
    List<JsonNode> actions = ofType("CreateAction");
    assertThat(actions).hasSize(1 + 25);
    assertThat(ids(graph.get("./"), "mentions")).hasSize(actions.size());
    for (JsonNode action : actions) {
      String instrument = ids(action, "instrument").getFirst();
      assertThat(types(graph.get(instrument)))
          .containsAnyOf("SoftwareApplication", "ComputationalWorkflow");
      assertThat(types(graph.get(ids(action, "agent").getFirst())))
          .containsAnyOf("Person", "SoftwareApplication");
      assertThat(Instant.parse(action.get("endTime").asText()))
          .isAfterOrEqualTo(Instant.parse(action.get("startTime").asText()));
      assertThat(action.get("actionStatus").asText())
          .isEqualTo("http://schema.org/CompletedActionStatus");
    }
    assertThat(actions.stream().filter(one -> ids(one, "instrument").contains("plan.yaml")))
        .hasSize(1);
  }

  @Test
  void theEngineOrganisesTheStepsOfTheWorkflow() {
    assertThat(ofType("OrganizeAction")).hasSize(1);
    JsonNode organising = ofType("OrganizeAction").getFirst();
    assertThat(types(graph.get(ids(organising, "instrument").getFirst())))
        .contains("SoftwareApplication");
    assertThat(ids(organising, "result")).containsExactly("#run");
    assertThat(ids(organising, "object")).isNotEmpty();
    for (JsonNode control : ofType("ControlAction")) {
      assertThat(ids(organising, "object")).contains(control.get("@id").asText());
      assertThat(types(graph.get(ids(control, "instrument").getFirst()))).contains("HowToStep");
      assertThat(types(graph.get(ids(control, "object").getFirst()))).contains("CreateAction");
    }
  }

  @Test
  void argumentsAreValuesOfParametersWithTheirUnits() {
    JsonNode amplitude = graph.get("#call-1/argument/bias_amplitude");
    assertThat(types(amplitude)).contains("PropertyValue");
    assertThat(amplitude.get("unitText").asText()).isEqualTo("V");
    assertThat(ids(amplitude, "exampleOfWork"))
        .containsExactly("#parameter/campaign.start/bias_amplitude");
    assertThat(ids(graph.get("#call-1"), "object")).contains("#call-1/argument/bias_amplitude");
  }

  @Test
  void provSaysWhoActedForWhomAndWhatCameOfIt() {
    assertThat(prov.at("/agent/run:person-reviewed/prov:type").asText()).isEqualTo("prov:Person");
    assertThat(prov.at("/agent/run:planner-grammar-2/prov:type").asText())
        .isEqualTo("prov:SoftwareAgent");
    assertThat(prov.get("actedOnBehalfOf").toString())
        .contains("\"prov:delegate\":\"run:planner-grammar-2\"")
        .contains("\"prov:responsible\":\"run:person-reviewed\"");
    assertThat(prov.get("activity")).hasSize(1 + 25);
    assertThat(prov.get("used").toString()).contains("run:ticket", "run:call-1");
    assertThat(prov.get("wasGeneratedBy").findValuesAsText("prov:entity"))
        .filteredOn(entity -> entity.startsWith("run:data/"))
        .hasSize(12);
  }
}
