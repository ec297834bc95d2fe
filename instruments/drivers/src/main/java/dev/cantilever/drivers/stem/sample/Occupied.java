package dev.cantilever.drivers.stem.sample;

/**
 * A place now.
 *
 * @param site the place as it was
 * @param atoms how many atoms are left there
 */
public record Occupied(Site site, int atoms) {

  /** Whether the beam has taken an atom from here. */
  public boolean isDamaged() {
    return atoms < site.atoms();
  }
}
