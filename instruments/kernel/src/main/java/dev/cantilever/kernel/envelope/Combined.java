package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.command.Channel;
import java.util.List;

/**
 * A limit of several channels together, {@code Σ weight · value ≤ max} in SI units: one side of the
 * polygon that a holder may tilt in.
 *
 * @param reason why, in words
 */
public record Combined(List<Part> parts, double max, String reason) {

  /** One channel's part. */
  public record Part(Channel channel, double weight) {}

  public Combined {
    parts = List.copyOf(parts);
    if (parts.isEmpty() || !Double.isFinite(max)) {
      throw new IllegalArgumentException("a combined limit needs channels and a finite maximum");
    }
  }
}
