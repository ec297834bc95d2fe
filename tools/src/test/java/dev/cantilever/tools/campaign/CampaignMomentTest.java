package dev.cantilever.tools.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import dev.cantilever.numerics.acquisition.Pointwise;
import dev.cantilever.numerics.reward.Reward;
import dev.cantilever.numerics.reward.RewardTerm;
import dev.cantilever.numerics.reward.Scalariser;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.CampaignEvent.BatchProposed;
import dev.cantilever.vocabulary.event.CampaignEvent.Masked;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.event.CampaignEvent.Started;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Axis;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.reading.Spectrum;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class CampaignMomentTest {

  private static final SiteGrid SITES = new SiteGrid(4, 5, new Length(1e-6), new Length(1e-6));
  private static final JsonText SPECIFICATION =
      new JsonText(
          "{\"instrument\":\"pfm-pto\",\"points\":9,\"batch\":3,\"seed_points\":4,"
              + "\"bias_amplitude\":\"8.5 V\",\"lengthscale_max\":2,\"restarts\":1}");

  private final List<CampaignEvent> events = new ArrayList<>();
  private final Decider decider = new Decider(SITES);

  CampaignMomentTest() {
    events.add(new Started(new CallId("call-1"), SPECIFICATION, SITES));
  }

  private BatchProposed propose() {
    CampaignState state = CampaignState.of(events).orElseThrow();
    BatchProposed batch = decider.propose(state, (Decision.Propose) decider.decide(state));
    events.add(batch);
    return batch;
  }

  private void measure(int site) {
    events.add(new Measured(site, new CallId("call-2"), "blob-" + site, site % 5));
  }

  private CampaignBelief after(int points) {
    return CampaignBelief.of(CampaignMoment.after(events, points).orElseThrow());
  }

  @Test
  void eachBatchIsFoundAgainFromWhatWasKnownBeforeIt() {
    propose().sites().forEach(this::measure);
    BatchProposed second = propose();
    second.sites().forEach(this::measure);
    propose();
    for (int points : new int[] {0, 4, 7}) {
      assertThat(after(points).asJournalled()).as("after " + points).contains(true);
    }
    assertThat(after(4).next()).isEqualTo(second.sites());
    assertThat(after(99).points()).isEqualTo(7);
  }

  @Test
  void aBatchThatWasNotComputedFromTheDataIsToldApart() {
    propose().sites().forEach(this::measure);
    BatchProposed honest = propose();
    List<Integer> other = new ArrayList<>(honest.sites());
    other.set(0, after(4).maps().orElseThrow().open().getLast());
    events.set(events.size() - 1, new BatchProposed(honest.iteration(), other, honest.why()));
    assertThat(after(4).asJournalled()).contains(false);
  }

  @Test
  void theRankingOfTheMapIsWhatChoseTheFirstSite() {
    propose().sites().forEach(this::measure);
    propose();
    CampaignBelief belief = after(4);
    CampaignBelief.Maps maps = belief.maps().orElseThrow();
    int best = 0;
    for (int rank = 1; rank < maps.open().size(); rank++) {
      best = maps.values().get(rank) > maps.values().get(best) ? rank : best;
    }
    assertThat(maps.open().get(best)).isEqualTo(belief.next().getFirst());
    assertThat(maps.values().get(best)).isEqualTo(belief.choices().getFirst().value());
    assertThat(maps.open()).doesNotContainAnyElementsOf(measuredSites());
  }

  @Test
  void inTheMidstOfABatchTheRestWaitsAndIsNoChoice() {
    propose().sites().forEach(this::measure);
    List<Integer> second = propose().sites();
    measure(second.get(0));
    CampaignBelief belief = after(5);
    assertThat(belief.waiting()).isEqualTo(second.subList(1, 3));
    assertThat(belief.next()).isNotEmpty().doesNotContainAnyElementsOf(second);
    assertThat(belief.asJournalled()).isEmpty();
  }

  @Test
  void whereNothingWasMeasuredNothingIsBelieved() {
    List<Integer> first = propose().sites();
    CampaignBelief belief = after(0);
    assertThat(belief.maps()).isEmpty();
    assertThat(belief.next()).isEqualTo(first);
    events.add(new Masked(first.getFirst(), Optional.empty(), "broken"));
    assertThat(after(0).asJournalled()).contains(true);
  }

  @Test
  void anotherCourseIsSeenWithoutBeingTaken() {
    propose().sites().forEach(this::measure);
    propose();
    int before = events.size();
    CampaignMoment moment = CampaignMoment.after(events, 4).orElseThrow();
    CampaignMoment most =
        moment.under(
            new Steering.Rank(new Pointwise.MaximumUncertainty()), hash -> Optional.empty());
    CampaignBelief belief = CampaignBelief.of(most);
    CampaignBelief.Maps maps = belief.maps().orElseThrow();
    int first = belief.next().getFirst();
    for (int site : maps.open()) {
      assertThat(maps.deviation().get(site)).isLessThanOrEqualTo(maps.deviation().get(first));
    }
    CampaignBelief visit =
        CampaignBelief.of(moment.under(new Steering.Visit(List.of(19)), hash -> Optional.empty()));
    assertThat(visit.waiting()).containsExactly(19);
    assertThat(visit.next()).doesNotContain(19);
    assertThat(moment.objection(new Steering.Visit(List.of(20)))).isPresent();
    assertThat(events).hasSize(before);
  }

  @Test
  void anotherRewardValuesWhatWasMeasuredAnew() {
    propose().sites().forEach(this::measure);
    int without = measuredSites().getFirst();
    Reward span = new Reward(List.of(new RewardTerm(Scalariser.RESPONSE_SPAN, 2)));
    CampaignState then =
        CampaignMoment.last(events)
            .orElseThrow()
            .under(
                new Steering.Want(span),
                hash -> hash.equals("blob-" + without) ? Optional.empty() : Optional.of(loop()))
            .state();
    assertThat(then.stale()).isEmpty();
    assertThat(then.measured()).hasSize(3).allMatch(one -> one.reward() == 6);
    assertThat(then.masked()).extracting(Masked::site).containsExactly(without);
  }

  private static Spectrum loop() {
    return new Spectrum(
        new Axis("bias", "V", Series.of(-1, 1, -1)),
        new Axis("response", "m", Series.of(-1, 2, 0)),
        Quality.GOOD);
  }

  private List<Integer> measuredSites() {
    return CampaignState.of(events).orElseThrow().measured().stream().map(Measured::site).toList();
  }
}
