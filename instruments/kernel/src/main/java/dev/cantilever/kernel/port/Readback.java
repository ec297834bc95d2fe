package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;

/** What an instrument says of one channel. */
public record Readback(
    @Doc("Which channel.") Channel channel,
    @Doc("Its value.") Quantity value,
    @Doc("How long ago it was read.") @Bounds(min = 0, max = 1e12) TimeSpan age,
    @Doc("How far it can be trusted.") Quality quality) {

  public Readback {
    quality =
        quality == Quality.GOOD && !Double.isFinite(value.canonical()) ? Quality.BAD : quality;
  }

  /** Read just now and good. */
  public static Readback fresh(Channel channel, double canonical) {
    return new Readback(channel, channel.kind().of(canonical), new TimeSpan(0), Quality.GOOD);
  }

  /** Whether it can be relied on; false for an age that is no number. */
  public boolean isTrusted(TimeSpan maximumAge) {
    return quality == Quality.GOOD && age.seconds() <= maximumAge.seconds();
  }
}
