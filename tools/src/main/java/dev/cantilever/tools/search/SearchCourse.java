package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent.Observed;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What has become of a search's specification by steering, in the order in which it was steered.
 *
 * @param specification as it holds now
 * @param avoided boxes in which nothing is to be proposed
 */
record SearchCourse(SearchSpecification specification, List<SearchSteering.Avoid> avoided) {

  SearchCourse {
    avoided = List.copyOf(avoided);
  }

  static SearchCourse of(SearchSpecification approved, List<SearchSteering> changes) {
    SearchSpecification specification = approved;
    List<SearchSteering.Avoid> avoided = new ArrayList<>();
    for (SearchSteering change : changes) {
      switch (change) {
        case SearchSteering.Rank rank ->
            specification = specification.ranking(rank.acquisitionFunction());
        case SearchSteering.Want want -> specification = specification.wanting(want.goals());
        case SearchSteering.Spend spend -> specification = specification.spending(approved, spend);
        case SearchSteering.Avoid avoid -> avoided.add(avoid);
        case SearchSteering.Visit visit -> {
          // the trials that it brings stand in the journal
        }
      }
    }
    return new SearchCourse(specification, avoided);
  }

  /** Whether a condition lies in a box that is to be avoided. */
  boolean avoids(List<Setting> settings) {
    return avoided.stream().anyMatch(box -> holds(box, settings));
  }

  static boolean holds(SearchSteering.Avoid box, List<Setting> settings) {
    return box.box().stream()
        .allMatch(
            edges ->
                settings.stream()
                    .anyMatch(
                        one ->
                            one.parameter().equals(edges.parameter())
                                && one.value() >= edges.min()
                                && one.value() <= edges.max()));
  }

  /** The settings of a wish in the order of the instrument; empty where some are missing. */
  static Optional<List<Setting>> inOrder(SearchSteering.Wished wished, Offer.Conditions offer) {
    List<Setting> inOrder = new ArrayList<>();
    for (Offer.Parameter parameter : offer.parameters()) {
      wished.settings().stream()
          .filter(one -> one.parameter().equals(parameter.name()))
          .findFirst()
          .ifPresent(inOrder::add);
    }
    boolean isWhole =
        inOrder.size() == offer.parameters().size() && wished.settings().size() == inOrder.size();
    return isWhole ? Optional.of(List.copyOf(inOrder)) : Optional.empty();
  }

  /** The trials that a change brings: none of what was tried or waits already. */
  static List<Trial> brought(SearchSteering change, SearchState state) {
    List<Trial> brought = new ArrayList<>();
    if (change instanceof SearchSteering.Visit visit) {
      int fidelity = state.specification().fidelity();
      for (SearchSteering.Wished wished : visit.conditions()) {
        inOrder(wished, state.offer())
            .map(settings -> new Trial(settings, fidelity))
            .filter(trial -> !brought.contains(trial) && !state.isOpenOrDone(trial))
            .ifPresent(brought::add);
      }
    }
    return brought;
  }

  /** Whether an observation has every outcome that is wanted now. */
  static boolean serves(Observed one, SearchSpecification specification) {
    return SearchSummary.wanted(specification).stream()
        .allMatch(name -> Experience.outcome(one, name).isPresent());
  }
}
