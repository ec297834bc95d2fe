package dev.cantilever.drivers.stem.sample;

import java.util.List;

/** The places of one tile and what is left of each. One owner. */
final class Occupancy {

  private final List<Site> sites;
  private final int[] atoms;

  Occupancy(List<Site> sites) {
    this.sites = List.copyOf(sites);
    atoms = this.sites.stream().mapToInt(Site::atoms).toArray();
  }

  int size() {
    return atoms.length;
  }

  Site site(int index) {
    return sites.get(index);
  }

  int atoms(int index) {
    return atoms[index];
  }

  void lose(int index, int count) {
    atoms[index] -= count;
  }
}
