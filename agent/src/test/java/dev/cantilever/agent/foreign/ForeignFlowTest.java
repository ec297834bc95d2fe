package dev.cantilever.agent.foreign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.agent.app.Installation;
import dev.cantilever.tools.approval.House;
import dev.cantilever.tools.label.PlanLabels;
import dev.cantilever.tools.plan.PlanDocument;
import dev.cantilever.tools.schema.Parsed;
import dev.cantilever.tools.schema.StrictJson;
import dev.cantilever.tools.tool.Catalogue;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.event.DeskEvent.ForeignToolAllowed;
import dev.cantilever.vocabulary.event.ForeignUse;
import dev.cantilever.vocabulary.plan.Plan;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Where foreign words decide what is done to an instrument, a person is asked, lease or not. */
class ForeignFlowTest {

  private static final String ASK = "{kind: call, tool: foreign.weather.now, arguments: {}, as: w}";
  private static final String FIXED =
      "{kind: call, tool: spm.withdraw, arguments: {instrument: afm, distance: 1 um}}";
  private static final String FILLED = FIXED.replace("1 um", "{$: %s}");

  @TempDir private Path home;
  private Catalogue catalogue;

  @BeforeEach
  void allowed() throws IOException {
    Files.writeString(home.resolve(ServersFile.NAME), "servers: []");
    Installation installation = Installation.at(Optional.of(home), Map.of());
    for (String tool : List.of("now", "order")) {
      Descriptor descriptor =
          Descriptor.of(
                  StrictJson.ours(
                      "{\"name\":\"%s\",\"inputSchema\":{\"type\":\"object\"}}".formatted(tool)))
              .orElseThrow();
      ForeignUse use = tool.equals("now") ? ForeignUse.READS : ForeignUse.ACTS;
      new House(installation.home())
          .allow(
              new ForeignToolAllowed("weather", "sha256:0", tool, use, descriptor.json()),
              Installation.person(Actor.Channel.COMMAND_LINE));
    }
    catalogue = installation.calls().catalogue();
  }

  private List<String> steered(String... steps) {
    String yaml = "goal: a test\nsteps: [%s]".formatted(String.join(", ", steps));
    Parsed<Plan> read = PlanDocument.read(yaml);
    assertThat(read).as(yaml).isInstanceOf(Parsed.Valid.class);
    return PlanLabels.of(((Parsed.Valid<Plan>) read).value(), catalogue).steered();
  }

  @Test
  void whereTheyDecideNothingNobodyIsAsked() {
    assertThat(steered(ASK, FIXED)).isEmpty();
    assertThat(steered(FIXED.replace("}}", "}, as: w}"), FILLED.formatted("w.duration"))).isEmpty();
  }

  @Test
  void inAnArgument() {
    assertThat(steered(ASK, FILLED.formatted("w.data.distance"))).containsExactly("2");
  }

  @Test
  void throughAnotherNameAndAnotherTool() {
    assertThat(
            steered(
                ASK,
                "{kind: measure, as: far, value: {$: w.data.distance}}",
                FILLED.formatted("far")))
        .containsExactly("3");
    assertThat(
            steered(
                ASK,
                "{kind: call, tool: pareto.front, arguments: {outcomes: {$: w.data.a}, directions: [maximise]}, as: p}",
                FILLED.formatted("p.members.0")))
        .containsExactly("3");
  }

  @Test
  void inAConditionOfAnyKind() {
    assertThat(steered(ASK, "{kind: when, condition: w.data.t > 3, steps: [%s]}".formatted(FIXED)))
        .containsExactly("2.1");
    assertThat(
            steered(
                ASK,
                "{kind: when, condition: w.data.t > 3, steps: [%s], otherwise: [%s]}"
                    .formatted("{kind: checkpoint, name: here}", FIXED)))
        .containsExactly("2.otherwise.1");
    assertThat(
            steered(
                ASK,
                "{kind: repeat, at_most: 3, until: w.data.t > 3, steps: [%s]}".formatted(FIXED)))
        .containsExactly("2.1");
    assertThat(
            steered(
                ASK,
                "{kind: for_each, item: one, in: {$: w.data.list}, at_most: 3, steps: [%s]}"
                    .formatted(FILLED.formatted("one"))))
        .containsExactly("2.1");
  }

  @Test
  void whatIsBoundWhereTheyDecideIsTheirs() {
    assertThat(
            steered(
                ASK,
                "{kind: for_each, item: one, in: {$: w.data.list}, at_most: 3, steps: [{kind: measure, as: n, value: 2}, %s]}"
                    .formatted(FILLED.formatted("n"))))
        .containsExactly("2.2");
  }

  @Test
  void wordsOfAFileAreNoBetter() {
    assertThat(
            steered(
                "{kind: call, tool: text.read, arguments: {file: a.gwy, entry: bias, number: length}, as: w}",
                FILLED.formatted("w.value")))
        .containsExactly("2");
  }

  @Test
  void aForeignToolThatActsAlwaysAsks() {
    assertThat(steered("{kind: call, tool: foreign.weather.order, arguments: {}}"))
        .containsExactly("1");
  }
}
