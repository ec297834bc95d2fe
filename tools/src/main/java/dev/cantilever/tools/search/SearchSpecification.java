package dev.cantilever.tools.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.tools.surrogate.SurrogateForm;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;
import java.util.Optional;

/** Everything that decides the numbers of a search, but for what the instrument answers. */
public record SearchSpecification(
    @Doc("Name of an instrument that offers conditions, for example crossed-barrel.")
        InstrumentId instrument,
    @Doc("What is wanted of the outcomes; several goals are traded off, not added.")
        @Items(min = 1, max = 3)
        List<Goal> goals,
    @Doc("Limits of outcomes that must be learnt while measuring.")
        @Items(min = 0, max = 4)
        @Default("[]")
        List<OutcomeLimit> limits,
    @Doc("How many conditions to try in all.") @Bounds(min = 2, max = 2_000) int points,
    @Doc("Ends sooner where no further trial fits this much instrument time.")
        @Bounds(min = 0, max = 1e9)
        Optional<TimeSpan> timeLimit,
    @Doc("How many of them before the first fit, spread evenly.")
        @Bounds(min = 2, max = 500)
        @Default("5")
        int seedPoints,
    @Doc("How many at once, between two looks at the surrogate.")
        @Bounds(min = 1, max = 50)
        @Default("1")
        int batch,
    @Doc("How the next conditions are chosen.") @Default("{\"kind\": \"improve\"}") Policy policy,
    @Doc("At which of the instrument's fidelities conditions are tried; 0 is the cheapest.")
        @Bounds(min = 0, max = 9)
        @Default("0")
        int fidelity,
    @Doc("What learns from the outcomes.") @Default("{\"kind\": \"most_probable\"}")
        SurrogateForm surrogate,
    @Doc("Of an instrument without a list of conditions, how many are considered at each step.")
        @Bounds(min = 50, max = 20_000)
        @Default("1000")
        int candidates,
    @Doc("Seed of every random choice; the same seed gives the same search.")
        @Bounds(min = 0, max = 9007199254740991.0)
        @Default("0")
        long seed) {

  private static final RecordType<SearchSpecification> TYPE =
      RecordType.of(SearchSpecification.class);

  public SearchSpecification {
    goals = List.copyOf(goals);
    limits = List.copyOf(limits);
    if (seedPoints > points) {
      throw new IllegalArgumentException(
          "seed_points %d is more than points %d; lower it or ask for more points"
              .formatted(seedPoints, points));
    }
    boolean severalGoals = policy instanceof Policy.Front;
    if (severalGoals != (goals.size() > 1) && !(policy instanceof Policy.Novelty)) {
      throw new IllegalArgumentException(
          "%d goals do not fit the policy; two or three goals need the policy front or novelty, one goal any"
              .formatted(goals.size()));
    }
    if (goals.size() > 1 && surrogate instanceof SurrogateForm.Structured) {
      throw new IllegalArgumentException(
          "a structured surrogate explains one goal, not %d; choose another"
              .formatted(goals.size()));
    }
  }

  /** The same with another ranking; only the policy improve has one. */
  SearchSpecification ranking(AcquisitionFunction function) {
    return policy instanceof Policy.Improve improve
        ? with(goals, points, timeLimit, improve.ranking(function))
        : this;
  }

  /** The same with other goals. */
  SearchSpecification wanting(List<Goal> others) {
    return with(others, points, timeLimit, policy);
  }

  /** The same with less to spend, and never more than was approved. */
  SearchSpecification spending(SearchSpecification approved, SearchSteering.Spend spend) {
    Optional<TimeSpan> shorter =
        spend
            .timeLimit()
            .filter(limit -> approved.timeLimit.map(most -> isWithin(limit, most)).orElse(true))
            .or(() -> approved.timeLimit);
    return with(goals, Math.min(spend.points(), approved.points), shorter, policy);
  }

  static boolean isWithin(TimeSpan limit, TimeSpan most) {
    return limit.seconds() <= most.seconds();
  }

  private SearchSpecification with(
      List<Goal> others, int most, Optional<TimeSpan> limit, Policy another) {
    return new SearchSpecification(
        instrument,
        others,
        limits,
        most,
        limit,
        Math.min(seedPoints, most),
        batch,
        another,
        fidelity,
        surrogate,
        candidates,
        seed);
  }

  /**
   * Reads a journalled specification back.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static SearchSpecification read(JsonText json) {
    return TYPE.ours(json);
  }

  /** The least instrument time of one more trial, in seconds. */
  double cheapest(Offer.Conditions offer) {
    return offer.fidelities().get(fidelity).time().seconds();
  }

  /** The fidelity that may be asked for and costs most. */
  int dearestFidelity(Offer.Conditions offer) {
    return policy instanceof Policy.Fidelities ? offer.fidelities().size() - 1 : fidelity;
  }

  /** As it stands in plans and journals. */
  JsonNode json() {
    return TYPE.write(this);
  }

  JsonText canonical() {
    return TYPE.canonical(this);
  }
}
