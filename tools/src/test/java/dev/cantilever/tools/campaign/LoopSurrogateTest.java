package dev.cantilever.tools.campaign;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Started;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LoopSurrogateTest {

  private static final SiteGrid SITES = new SiteGrid(20, 20, new Length(1e-6), new Length(1e-6));
  private static final String BRIEF =
      "\"inference\":{\"sampler\":{\"warm_up\":60,\"draws\":60},\"restarts\":{\"restarts\":0},"
          + "\"parts\":8}";

  private static JsonText specification(int points, String more) {
    return new JsonText(
        "{\"instrument\":\"pfm-pto\",\"points\":%d,\"batch\":5,\"seed_points\":10,"
                .formatted(points)
            + "\"bias_amplitude\":\"8.5 V\",\"lengthscale_max\":2,\"restarts\":1"
            + more
            + "}");
  }

  /** A smooth hill about column 14, row 5. */
  private static double reward(int site) {
    double x = SITES.column(site) - 14.0;
    double y = SITES.row(site) - 5.0;
    return StrictMath.exp(-(x * x + y * y) / 40);
  }

  /** Every batch of a whole campaign. */
  private static List<BatchProposed> run(JsonText specification) {
    Decider decider = new Decider(SITES);
    List<CampaignEvent> events = new ArrayList<>();
    events.add(new Started(new CallId("call-1"), specification, SITES));
    List<BatchProposed> batches = new ArrayList<>();
    while (decider.decide(CampaignState.of(events).orElseThrow()) instanceof Decision.Propose due) {
      BatchProposed batch = decider.propose(CampaignState.of(events).orElseThrow(), due);
      batches.add(batch);
      events.add(batch);
      for (int site : batch.sites()) {
        events.add(new Measured(site, new CallId("call-2"), "sha256:0", reward(site)));
      }
    }
    return batches;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ",\"surrogate\":{\"kind\":\"sparse\",\"inducing\":12,\"position_steps\":3}",
        ",\"surrogate\":{\"kind\":\"fully_bayesian\"," + BRIEF + "}"
      })
  void findsTheHillAndGivesTheSameBitsAgain(String surrogate) {
    List<BatchProposed> once = run(specification(30, surrogate));
    assertThat(once).hasSize(5).isEqualTo(run(specification(30, surrogate)));
    assertThat(once.stream().flatMap(batch -> batch.sites().stream()))
        .anyMatch(site -> reward(site) > 0.9);
    assertThat(once.getLast().why()).isNotEqualTo(run(specification(30, "")).getLast().why());
  }

  /** A specification that says nothing of it stays as it was written, byte for byte. */
  @Test
  void mostProbableIsTheDefault() {
    CampaignSpecification plain = CampaignSpecification.read(specification(30, ""));
    assertThat(plain.surrogate()).isEmpty();
    assertThat(plain.json().has("surrogate")).isFalse();
    assertThat(run(specification(30, ",\"surrogate\":{\"kind\":\"most_probable\"}")))
        .isEqualTo(run(specification(30, "")));
  }

  @Test
  void aSlowSurrogateIsRefusedForManyPoints() {
    JsonText many = specification(201, ",\"surrogate\":{\"kind\":\"fully_bayesian\"}");
    assertThatThrownBy(() -> CampaignSpecification.read(many))
        .hasMessageContaining("201 points are more than the 200");
  }
}
