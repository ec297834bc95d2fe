package dev.cantilever.tools.search;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import java.util.List;

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
    @Doc("How many of them before the first fit, spread evenly.")
        @Bounds(min = 2, max = 500)
        @Default("5")
        int seedPoints,
    @Doc("How many at once, between two looks at the surrogate.")
        @Bounds(min = 1, max = 50)
        @Default("1")
        int batch,
    @Doc("How the next conditions are chosen.") @Default("{\"kind\": \"improve\"}") Policy policy,
    @Doc("The surrogate's kernel: one of its leaves, or several joined by * and +.")
        @Default("\"matern52\"")
        KernelForm kernel,
    @Doc("Of an instrument without a list of conditions, how many are considered at each step.")
        @Bounds(min = 50, max = 20_000)
        @Default("1000")
        int candidates,
    @Doc("Random starts of the fit at iterations 1, 2, 4, 8 and 16.")
        @Bounds(min = 1, max = 50)
        @Default("5")
        int restarts,
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
    if (severalGoals != (goals.size() > 1)) {
      throw new IllegalArgumentException(
          "%d goals do not fit the policy; two or three goals need the policy front, one goal any other"
              .formatted(goals.size()));
    }
  }

  /**
   * Reads a journalled specification back.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static SearchSpecification read(JsonText json) {
    return TYPE.ours(json);
  }

  /** As it stands in plans and journals. */
  JsonNode json() {
    return TYPE.write(this);
  }

  JsonText canonical() {
    return TYPE.canonical(this);
  }
}
