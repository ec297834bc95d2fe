package dev.cantilever.tools.report;

import dev.cantilever.kernel.port.GroundTruth;
import dev.cantilever.tools.campaign.CampaignState;
import dev.cantilever.tools.tool.Bench;
import dev.cantilever.vocabulary.event.CampaignEvent.Measured;
import dev.cantilever.vocabulary.reading.Series;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * The reward of every site, known for twins and recorded data.
 *
 * @param rewards one per site
 */
public record Truth(Series rewards) {

  private static final double TOP_SHARE = 0.05;

  /** The truth behind a campaign, where its instrument has one. */
  public static Optional<Truth> behind(CampaignState campaign, Bench bench) {
    return bench
        .gate(campaign.specification().instrument())
        .truth()
        .map(known -> of(known, campaign));
  }

  private static Truth of(GroundTruth known, CampaignState campaign) {
    double[] rewards = new double[campaign.started().sites().size()];
    for (int site = 0; site < rewards.length; site++) {
      rewards[site] = campaign.specification().reward().value(known.spectrum(site));
    }
    return new Truth(Series.of(rewards));
  }

  /** The twentieth of all sites with the largest rewards. */
  public Set<Integer> top() {
    int count = (int) Math.ceil(TOP_SHARE * rewards.size());
    return IntStream.range(0, rewards.size())
        .boxed()
        .sorted(Comparator.comparingDouble((Integer site) -> -rewards.get(site)))
        .limit(count)
        .collect(Collectors.toSet());
  }

  /** Which share of {@link #top} was measured. */
  public double topShareFound(Collection<Measured> measured) {
    Set<Integer> top = top();
    long found = measured.stream().filter(one -> top.contains(one.site())).count();
    return (double) found / top.size();
  }

  /** Largest reward there is. */
  public double largest() {
    return Arrays.stream(rewards.toArray()).max().orElse(Double.NaN);
  }
}
