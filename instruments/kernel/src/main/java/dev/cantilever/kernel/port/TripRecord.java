package dev.cantilever.kernel.port;

import java.util.Optional;

/** Where it stands, across restarts, that an instrument has tripped. */
public interface TripRecord {

  /** Why it is tripped; empty where it is not. A record that cannot be read counts as tripped. */
  Optional<String> standing();

  void tripped(String reason);

  void reset(String person, String reason);

  /** For instruments that forget with their process, in tests and rehearsals. */
  static TripRecord inMemory() {
    return new TripRecord() {
      private String standing;

      @Override
      public Optional<String> standing() {
        return Optional.ofNullable(standing);
      }

      @Override
      public void tripped(String reason) {
        standing = reason;
      }

      @Override
      public void reset(String person, String reason) {
        standing = null;
      }
    };
  }
}
