package dev.cantilever.tools.audit;

import dev.cantilever.tools.campaign.Explanation;
import dev.cantilever.tools.search.Reasons;
import dev.cantilever.tools.search.SearchText;
import dev.cantilever.vocabulary.event.CampaignEvent;
import dev.cantilever.vocabulary.event.Event;
import dev.cantilever.vocabulary.event.SearchEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * One choice of a campaign: what was known then, what was chosen and what would have been
 * otherwise.
 *
 * @param method by which it chose
 * @param knew what the core had seen when it chose
 * @param chose what it chose and why
 * @param otherwise the next best
 */
record Choice(String method, String knew, List<String> chose, List<String> otherwise) {

  Choice {
    chose = List.copyOf(chose);
    otherwise = List.copyOf(otherwise);
  }

  /** The choice that led to a call, or to what it was done for, if a campaign made it. */
  static Optional<Choice> behind(CallTrail call, Trail trail) {
    for (Fact fact : trail.facts()) {
      boolean later = fact.seq() > call.first().seq() && call.proposed().parent().isPresent();
      if (fact.event() instanceof CampaignEvent.Measured measured
          && (later || measured.call().equals(call.id()))) {
        return batchWith(measured.site(), fact, trail)
            .map(batch -> site(batch, measured.site(), trail));
      }
      if (fact.event() instanceof SearchEvent.Observed seen
          && (later || seen.call().equals(call.id()))) {
        return trial(seen.trial(), trail);
      }
    }
    return Optional.empty();
  }

  /** All choices of one batch, by its number. */
  static List<Choice> batch(int iteration, Trail trail) {
    List<Choice> choices = new ArrayList<>();
    for (Fact fact : trail.facts()) {
      if (fact.event() instanceof CampaignEvent.BatchProposed batch
          && batch.iteration() == iteration) {
        batch.sites().forEach(site -> choices.add(site(fact, site, trail)));
      }
      if (fact.event() instanceof SearchEvent.Proposed proposed) {
        for (int i = 0; i < proposed.trials().size(); i++) {
          if (proposed.iteration() == iteration) {
            choices.add(trial(proposed, i, fact, trail));
          }
        }
      }
    }
    return choices;
  }

  private static Optional<Fact> batchWith(int site, Fact before, Trail trail) {
    return trail.facts().reversed().stream()
        .filter(fact -> fact.seq() < before.seq())
        .filter(
            fact ->
                fact.event() instanceof CampaignEvent.BatchProposed batch
                    && batch.sites().contains(site))
        .findFirst();
  }

  private static Choice site(Fact proposed, int site, Trail trail) {
    CampaignEvent.BatchProposed batch = (CampaignEvent.BatchProposed) proposed.event();
    Explanation why = Explanation.read(batch.why());
    List<String> chose = new ArrayList<>();
    chose.add("site %d in batch %d".formatted(site, batch.iteration()));
    List<String> otherwise = new ArrayList<>();
    why.choices().stream()
        .filter(one -> one.site() == site)
        .forEach(
            one -> {
              chose.add(
                  String.format(
                      Locale.ROOT,
                      "value %.6g, equalled by %d; expected %.6g ± %.3g",
                      one.value(),
                      one.ties() - 1,
                      one.expected(),
                      one.deviation()));
              otherwise.add(
                  one.runnerUp() < 0
                      ? "no other site was left"
                      : String.format(
                          Locale.ROOT,
                          "site %d with value %.6g",
                          one.runnerUp(),
                          one.runnerUpValue()));
            });
    if (why.fit().isEmpty()) {
      otherwise.add("no surrogate yet; the seed decided");
    }
    return new Choice(
        why.method(), knew(CampaignEvent.Measured.class, proposed, trail), chose, otherwise);
  }

  private static Optional<Choice> trial(int number, Trail trail) {
    int first = 0;
    for (Fact fact : trail.facts()) {
      if (fact.event() instanceof SearchEvent.Proposed proposed) {
        if (number < first + proposed.trials().size()) {
          return Optional.of(trial(proposed, number - first, fact, trail));
        }
        first += proposed.trials().size();
      }
      if (fact.event() instanceof SearchEvent.Steered steered) {
        if (number < first + steered.trials().size()) {
          return Optional.of(wished(steered, number - first, fact, trail));
        }
        first += steered.trials().size();
      }
    }
    return Optional.empty();
  }

  private static Choice wished(SearchEvent.Steered steered, int place, Fact fact, Trail trail) {
    return new Choice(
        "asked for by " + steered.by(),
        knew(SearchEvent.Observed.class, fact, trail),
        List.of(SearchText.condition(steered.trials().get(place))),
        List.of("what the policy would have chosen was not asked"));
  }

  private static Choice trial(SearchEvent.Proposed proposed, int place, Fact fact, Trail trail) {
    Reasons why = Reasons.read(proposed.why());
    List<String> chose = new ArrayList<>();
    chose.add(
        "%s in batch %d"
            .formatted(SearchText.condition(proposed.trials().get(place)), proposed.iteration()));
    List<String> otherwise = new ArrayList<>();
    if (place < why.choices().size()) {
      Reasons.ChoiceNumbers one = why.choices().get(place);
      chose.add(
          String.format(
              Locale.ROOT,
              "value %.6g; expected %s ± %s",
              one.value(),
              one.expected(),
              one.deviations()));
      otherwise.add(
          String.format(Locale.ROOT, "the next best candidate has %.6g", one.runnerUpValue()));
    } else {
      otherwise.add("no surrogate yet; the seed decided");
    }
    return new Choice(
        why.method(), knew(SearchEvent.Observed.class, fact, trail), chose, otherwise);
  }

  private static String knew(Class<? extends Event> kind, Fact before, Trail trail) {
    long seen =
        trail.facts().stream()
            .filter(fact -> fact.seq() < before.seq() && kind.isInstance(fact.event()))
            .count();
    return "%d measurements, all before entry %d of the log".formatted(seen, before.seq());
  }
}
