package dev.cantilever.kernel.dose;

import java.util.List;

/** Where it stands, across runs and restarts, what a sample has been exposed to. */
public interface DoseRecord {

  /** All of it, in the order in which it happened. */
  List<Exposed> all();

  /** Written down before the beam comes on. */
  void add(Exposed exposed);

  /** For instruments that forget with their process, in tests and rehearsals. */
  static DoseRecord inMemory() {
    return new DoseRecord() {
      @Override
      public List<Exposed> all() {
        return List.of();
      }

      @Override
      public void add(Exposed exposed) {
        // the map in front of it remembers
      }
    };
  }
}
