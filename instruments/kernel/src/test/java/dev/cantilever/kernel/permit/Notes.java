package dev.cantilever.kernel.permit;

import dev.cantilever.kernel.port.TripRecord;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A record of trips that writes down what it is told; may be lost or full. */
final class Notes implements TripRecord {

  final List<String> written = new ArrayList<>();
  Optional<String> standing = Optional.empty();
  boolean full;

  @Override
  public Optional<String> standing() {
    return standing;
  }

  @Override
  public void tripped(String reason) {
    if (full) {
      throw new IllegalStateException("no space left");
    }
    written.add("tripped: " + reason);
    standing = Optional.of(reason);
  }

  @Override
  public void reset(String person, String reason) {
    written.add("reset: " + person + ", " + reason);
    standing = Optional.empty();
  }
}
