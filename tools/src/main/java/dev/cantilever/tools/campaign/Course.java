package dev.cantilever.tools.campaign;

import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What has become of a campaign's specification by steering, in the order in which it was steered.
 *
 * @param specification as it holds now
 * @param avoided sites that are not to be proposed
 * @param votes the last opinion of each site
 */
record Course(
    CampaignSpecification specification, Set<Integer> avoided, Map<Integer, Double> votes) {

  Course {
    avoided = Set.copyOf(avoided);
    votes = Map.copyOf(votes);
  }

  static Course of(CampaignSpecification approved, SiteGrid sites, List<Steering> changes) {
    CampaignSpecification specification = approved;
    Set<Integer> avoided = new HashSet<>();
    Map<Integer, Double> votes = new HashMap<>();
    for (Steering change : changes) {
      switch (change) {
        case Steering.Rank rank ->
            specification = specification.ranking(rank.acquisitionFunction());
        case Steering.Want want -> specification = specification.wanting(want.reward());
        case Steering.Spend spend ->
            specification = specification.spending(Math.min(spend.points(), approved.points()));
        case Steering.Avoid avoid -> avoided.addAll(inside(avoid, sites));
        case Steering.Vote vote -> votes.put(vote.site(), vote.liking());
        case Steering.Visit visit -> visit.sites().forEach(avoided::remove);
      }
    }
    avoided.addAll(approved.avoided(sites));
    return new Course(specification, avoided, votes);
  }

  /** The sites of a rectangle, edges included. */
  static List<Integer> inside(Steering.Avoid avoid, SiteGrid sites) {
    List<Integer> inside = new ArrayList<>();
    IntStream.range(0, sites.size())
        .filter(site -> holds(avoid, sites.point(site)))
        .forEach(inside::add);
    return inside;
  }

  private static boolean holds(Steering.Avoid avoid, SurfacePoint point) {
    double x = point.x().metres();
    double y = point.y().metres();
    return x >= avoid.xMin().metres()
        && x <= avoid.xMax().metres()
        && y >= avoid.yMin().metres()
        && y <= avoid.yMax().metres();
  }
}
