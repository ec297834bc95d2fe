package dev.cantilever.tools.library;

import dev.cantilever.kernel.envelope.Envelope;
import dev.cantilever.kernel.envelope.Limit;
import dev.cantilever.kernel.envelope.Region;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import java.util.Optional;

/**
 * Where a stage may stand and the composition is known. Only for choosing places: the gate judges
 * every move by itself.
 */
record Ground(Outline outline, Envelope envelope) {

  boolean holds(SurfacePoint place) {
    return outline.holds(place)
        && inside(Channel.STAGE_X, place.x())
        && inside(Channel.STAGE_Y, place.y())
        && envelope.forbidden().stream().noneMatch(region -> covers(region, place));
  }

  private boolean inside(Channel channel, Length at) {
    Optional<Limit> limit = envelope.limit(channel);
    return limit.isPresent()
        && at.metres() >= limit.get().min().canonical()
        && at.metres() <= limit.get().max().canonical();
  }

  private static boolean covers(Region region, SurfacePoint place) {
    return place.x().metres() >= region.lowerLeft().x().metres()
        && place.x().metres() <= region.upperRight().x().metres()
        && place.y().metres() >= region.lowerLeft().y().metres()
        && place.y().metres() <= region.upperRight().y().metres();
  }
}
