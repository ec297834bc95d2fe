package dev.cantilever.tools.campaign;

import com.fasterxml.jackson.databind.JsonNode;
import dev.cantilever.numerics.acquisition.AcquisitionFunction;
import dev.cantilever.numerics.acquisition.Incumbent;
import dev.cantilever.numerics.kernel.KernelForm;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.prior.Prior;
import dev.cantilever.numerics.reward.Reward;
import dev.cantilever.numerics.search.BatchRule;
import dev.cantilever.numerics.search.Strategy;
import dev.cantilever.numerics.surrogate.FitSettings;
import dev.cantilever.numerics.surrogate.Hyperprior;
import dev.cantilever.tools.schema.RecordType;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.json.JsonText;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.GridPart;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Everything that decides the numbers of a campaign, but for what the instrument answers. */
public record CampaignSpecification(
    @Doc("Name of the instrument, for example pfm-pto.") InstrumentId instrument,
    @Doc("How many sites to measure in all.") @Bounds(min = 2, max = 100_000) int points,
    @Doc("How many of them at once, between two looks at the surrogate.")
        @Bounds(min = 1, max = 1_000)
        @Default("10")
        int batch,
    @Doc("How many of them at random before the first fit.")
        @Bounds(min = 2, max = 10_000)
        @Default("10")
        int seedPoints,
    @Doc("What is wanted; larger is better.")
        @Default("{\"terms\": [{\"scalariser\": \"loop_area\"}]}")
        Reward reward,
    @Doc("Greatest bias of each loop, applied with both signs.") @Bounds(min = 0, max = 100)
        Voltage biasAmplitude,
    @Doc("Number of bias steps of each loop.") @Bounds(min = 1, max = 4096) @Default("64")
        int loopSteps,
    @Doc("The surrogate's kernel: one of its leaves, or several joined by * and +.")
        @Default("\"matern52\"")
        KernelForm kernel,
    @Doc("Least lengthscale; 1 is the width of the grid.")
        @Bounds(min = 1e-4, max = 1e3)
        @Default("0.0204")
        double lengthscaleMin,
    @Doc("Greatest lengthscale; 1 is the width of the grid.")
        @Bounds(min = 1e-4, max = 1e3)
        @Default("1.02")
        double lengthscaleMax,
    @Doc("Prior median of the noise variance, as a share of the variance of the data.")
        @Bounds(min = 1e-6, max = 1)
        @Default("0.37")
        double noiseMedian,
    @Doc(
            "What learns from the rewards: the most probable hyper-parameters, unless something"
                + " else is asked for.")
        Optional<LoopSurrogate> surrogate,
    @Doc("What ranks the sites; margins are in standard deviations of the data.")
        @Default("{\"kind\": \"log_expected_improvement\"}")
        AcquisitionFunction acquisitionFunction,
    @Doc("What improvement is measured against.") @Default("\"best_posterior_mean\"")
        Incumbent incumbent,
    @Doc("How the members of a batch keep apart; 1 is the width of the grid.")
        @Default("{\"kind\": \"sequential\", \"lie\": \"believed\", \"minimum_distance\": 0.0225}")
        BatchRule batchRule,
    @Doc("Random starts of the fit at iterations 1, 2, 4, 8 and 16.")
        @Bounds(min = 1, max = 50)
        @Default("5")
        int restarts,
    @Doc("Seed of every random choice; the same seed gives the same campaign.")
        @Bounds(min = 0, max = 9007199254740991.0)
        @Default("0")
        long seed,
    @Doc("A part of the sites where nothing is measured.") Optional<GridPart> avoid) {

  private static final RecordType<CampaignSpecification> TYPE =
      RecordType.of(CampaignSpecification.class);

  public CampaignSpecification {
    if (seedPoints > points) {
      throw new IllegalArgumentException(
          "seed_points %d is more than points %d; lower it or ask for more points"
              .formatted(seedPoints, points));
    }
    if (!(lengthscaleMin <= lengthscaleMax)) {
      throw new IllegalArgumentException(
          "lengthscale_min %s is above lengthscale_max %s; exchange them"
              .formatted(lengthscaleMin, lengthscaleMax));
    }
    int most = surrogate.orElse(LoopSurrogate.USUAL).mostPoints();
    if (points > most) {
      throw new IllegalArgumentException(
          "%d points are more than the %d for which this surrogate is quick enough; ask for fewer or choose sparse"
              .formatted(points, most));
    }
  }

  /**
   * Reads a journalled specification back.
   *
   * @throws IllegalArgumentException where it is none
   */
  public static CampaignSpecification read(JsonText json) {
    return TYPE.ours(json);
  }

  /** The same with another ranking of the sites. */
  CampaignSpecification ranking(AcquisitionFunction other) {
    return with(points, seedPoints, reward, other);
  }

  /** The same with another reward. */
  CampaignSpecification wanting(Reward other) {
    return with(points, seedPoints, other, acquisitionFunction);
  }

  /** The same with another number of points. */
  CampaignSpecification spending(int most) {
    return with(most, Math.min(seedPoints, most), reward, acquisitionFunction);
  }

  private CampaignSpecification with(
      int newPoints, int newSeedPoints, Reward newReward, AcquisitionFunction newFunction) {
    return new CampaignSpecification(
        instrument,
        newPoints,
        batch,
        newSeedPoints,
        newReward,
        biasAmplitude,
        loopSteps,
        kernel,
        lengthscaleMin,
        lengthscaleMax,
        noiseMedian,
        surrogate,
        newFunction,
        incumbent,
        batchRule,
        restarts,
        seed,
        avoid);
  }

  /** Sites where nothing is to be measured. */
  Set<Integer> avoided(SiteGrid sites) {
    return avoid
        .map(
            part ->
                IntStream.range(0, sites.size())
                    .filter(site -> sites.isIn(part, site))
                    .boxed()
                    .collect(Collectors.toSet()))
        .orElse(Set.of());
  }

  /** As it stands in plans and journals. */
  JsonNode json() {
    return TYPE.write(this);
  }

  /** What the proposer needs of it; inputs are the two coordinates of a site. */
  Strategy strategy() {
    FitSettings settings =
        FitSettings.usual(kernel.template(2), 2)
            .with(
                Role.LENGTHSCALE,
                Hyperprior.of(lengthscaleMin, lengthscaleMax, FitSettings.lengthscalePrior(2)))
            .withNoise(Hyperprior.of(1e-4, 2, new Prior.LogNormal(StrictMath.log(noiseMedian), 1)));
    LoopSurrogate learner = surrogate.orElse(LoopSurrogate.USUAL);
    return new Strategy(
        learner.surrogate(settings, 0),
        learner.surrogate(settings, restarts),
        acquisitionFunction,
        incumbent,
        batchRule);
  }
}
