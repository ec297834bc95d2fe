package dev.cantilever.tools.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Masked;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Started;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeciderTest {

  private static final SiteGrid SITES = new SiteGrid(4, 5, new Length(1e-6), new Length(1e-6));
  private static final JsonText SPECIFICATION =
      new JsonText(
          "{\"instrument\":\"pfm-pto\",\"points\":9,\"batch\":3,\"seed_points\":4,"
              + "\"bias_amplitude\":\"8.5 V\",\"lengthscale_max\":2,\"restarts\":1}");

  private final List<CampaignEvent> events = new ArrayList<>();
  private final Decider decider = new Decider(SITES);

  DeciderTest() {
    events.add(new Started(new CallId("call-1"), SPECIFICATION, SITES));
  }

  private CampaignState state() {
    return CampaignState.of(events).orElseThrow();
  }

  private void measure(int site) {
    events.add(new Measured(site, new CallId("call-2"), "sha256:0", site % 5));
  }

  private BatchProposed propose() {
    Decision.Propose decision = (Decision.Propose) decider.decide(state());
    BatchProposed batch = decider.propose(state(), decision);
    events.add(batch);
    return batch;
  }

  @Test
  void goesFromRandomSitesOverBatchesToItsEnd() {
    List<Integer> visited = new ArrayList<>();
    for (int size : new int[] {4, 3, 2}) {
      BatchProposed batch = propose();
      assertThat(batch.sites()).hasSize(size).noneMatch(visited::contains);
      for (int site : batch.sites()) {
        assertThat(decider.decide(state())).isEqualTo(new Decision.Measure(site));
        measure(site);
        visited.add(site);
      }
    }
    assertThat(decider.decide(state())).isInstanceOf(Decision.Finish.class);
  }

  @Test
  void maskedSiteCountsIsNotProposedAgainAndEntersNoSurrogate() {
    List<Integer> first = propose().sites();
    events.add(new Masked(first.getFirst(), Optional.empty(), "broken"));
    first.stream().skip(1).forEach(this::measure);
    BatchProposed second = propose();
    assertThat(second.sites()).doesNotContain(first.getFirst());
    assertThat(state().done()).isEqualTo(4);
    assertThat(state().measured()).hasSize(3);
  }

  @Test
  void endsWhereNothingUsableCameAtAll() {
    propose().sites().forEach(s -> events.add(new Masked(s, Optional.empty(), "broken")));
    assertThat(decider.decide(state()))
        .isEqualTo(new Decision.Finish("none of the first sites gave usable data"));
  }

  @Test
  void explanationSaysWhatDecidedAndReadsBack() {
    propose().sites().forEach(this::measure);
    BatchProposed batch = propose();
    Explanation why = Explanation.read(batch.why());
    assertThat(why.choices()).extracting(Explanation.ChoiceNumbers::site).isEqualTo(batch.sites());
    assertThat(why.choices())
        .allSatisfy(
            choice -> {
              assertThat(choice.value()).isGreaterThanOrEqualTo(choice.runnerUpValue());
              assertThat(choice.deviation()).isPositive();
            });
    assertThat(why.fit().orElseThrow().rewardMean()).isBetween(0.0, 4.0);
    assertThat(why.json()).isEqualTo(batch.why());
  }
}
