package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.tools.surrogate.SurrogateForm;
import dev.cantilever.vocabulary.command.Setting;
import dev.cantilever.vocabulary.event.SearchEvent.Trial;
import dev.cantilever.vocabulary.problem.Problem;
import dev.cantilever.vocabulary.problem.ProblemCode;
import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Whether a running search can take another course. */
public final class SteeringCheck {

  /** What searches take, in words. */
  public static final String TAKES = "rank, want, spend, visit or avoid";

  private final SearchState search;
  private final Offer.Conditions offer;

  private SteeringCheck(SearchState search) {
    this.search = search;
    this.offer = search.offer();
  }

  /** Why it cannot; empty where it can. */
  public static Optional<Problem> problem(SearchSteering change, SearchState search) {
    SteeringCheck check = new SteeringCheck(search);
    return check
        .ofPolicy(change)
        .or(() -> check.ofChange(change))
        .or(() -> check.ofSpecification(change));
  }

  private Optional<Problem> ofPolicy(SearchSteering change) {
    SearchSpecification now = search.specification();
    if (now.policy() instanceof Policy.Hypotheses && !(change instanceof SearchSteering.Spend)) {
      return conflict("competing hypotheses choose for themselves; such a search takes spend");
    }
    if (change instanceof SearchSteering.Rank && !(now.policy() instanceof Policy.Improve)) {
      return conflict("only the policy improve ranks by an acquisition function; take want, spend, visit or avoid");
    }
    if (change instanceof SearchSteering.Want
        && now.surrogate() instanceof SurrogateForm.Structured) {
      return conflict("a formula explains the outcome that was approved; take rank, spend, visit or avoid");
    }
    return Optional.empty();
  }

  private Optional<Problem> ofChange(SearchSteering change) {
    return switch (change) {
      case SearchSteering.Rank rank -> Optional.empty();
      case SearchSteering.Want want -> Optional.empty();
      case SearchSteering.Spend spend -> ofSpend(spend);
      case SearchSteering.Visit visit ->
          visit.conditions().stream().flatMap(one -> ofWish(one).stream()).findFirst();
      case SearchSteering.Avoid avoid ->
          avoid.box().stream().flatMap(edges -> ofEdges(edges).stream()).findFirst();
    };
  }

  private Optional<Problem> ofSpend(SearchSteering.Spend spend) {
    SearchSpecification approved = search.approved();
    if (spend.points() > approved.points()) {
      return range(
          "%d points were approved; ask for more in a new plan".formatted(approved.points()));
    }
    return approved
        .timeLimit()
        .filter(most -> !spend.timeLimit().map(l -> SearchSpecification.isWithin(l, most)).orElse(true))
        .flatMap(
            most ->
                range(
                    "%s of instrument time were approved; ask for more in a new plan"
                        .formatted(most.format())));
  }

  private Optional<Problem> ofWish(SearchSteering.Wished wished) {
    Optional<List<Setting>> settings = SearchCourse.inOrder(wished, offer);
    if (settings.isEmpty()) {
      return conflict("a condition has one setting for each of " + parameters());
    }
    Series values = Series.of(settings.get().stream().mapToDouble(Setting::value).toArray());
    if (!offer.entries().isEmpty() && !offer.entries().contains(values)) {
      return range(
          "%s is none of the %d conditions that the instrument offers"
              .formatted(words(settings.get()), offer.entries().size()));
    }
    for (int k = 0; k < values.size(); k++) {
      Offer.Parameter own = offer.parameters().get(k);
      if (values.get(k) < own.min() || values.get(k) > own.max()) {
        return range(
            "%s goes from %s to %s, not to %s"
                .formatted(own.name(), own.min(), own.max(), values.get(k)));
      }
    }
    boolean isDone =
        search.order().stream()
            .anyMatch(number -> search.trials().get(number).settings().equals(settings.get()));
    return isDone ? range(words(settings.get()) + " was tried already") : Optional.empty();
  }

  private static String words(List<Setting> settings) {
    return SearchText.condition(new Trial(settings, 0));
  }

  private Optional<Problem> ofEdges(SearchSteering.Edges edges) {
    if (offer.parameters().stream().noneMatch(own -> own.name().equals(edges.parameter()))) {
      return conflict(
          "there is no parameter \"%s\"; there are %s".formatted(edges.parameter(), parameters()));
    }
    return edges.min() <= edges.max()
        ? Optional.empty()
        : range("min %s of %s is above max %s".formatted(edges.min(), edges.parameter(), edges.max()));
  }

  private String parameters() {
    return offer.parameters().stream().map(Offer.Parameter::name).collect(Collectors.joining(", "));
  }

  /** What would hold then must itself be a search that can be approved. */
  private Optional<Problem> ofSpecification(SearchSteering change) {
    List<SearchSteering> course = new ArrayList<>(search.course());
    course.add(change);
    try {
      SearchSpecification then = SearchCourse.of(search.approved(), course).specification();
      return PolicyCheck.problems(then, offer).stream().findFirst();
    } catch (IllegalArgumentException refused) {
      return conflict(refused.getMessage());
    }
  }

  private static Optional<Problem> range(String words) {
    return Optional.of(Problem.of(ProblemCode.ARG_RANGE, words));
  }

  private static Optional<Problem> conflict(String words) {
    return Optional.of(Problem.of(ProblemCode.ARG_CONFLICT, words));
  }
}
