package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * Loss of atoms by one exposure: an atom that took the dose D leaves with probability 1 − exp(−σD),
 * σ growing by e for each missing bond, so that holes widen. Where much would leave at once the
 * exposure is cut into steps, after each of which the bonds are counted anew.
 */
final class KnockOnDamage {

  /** Mean losses per place and step. */
  private static final double LARGEST_STEP = 0.1;

  private static final int MOST_STEPS = 40;

  private final Crystal crystal;
  private final ElectronBeam beam;
  private final SpecimenResponse response;
  private final Variates variates;

  KnockOnDamage(Crystal crystal, ElectronBeam beam, SpecimenResponse response, Variates variates) {
    this.crystal = crystal;
    this.beam = beam;
    this.response = response;
    this.variates = variates;
  }

  private record Place(Occupancy tile, int index) {

    Site site() {
      return tile.site(index);
    }

    int atoms() {
      return tile.atoms(index);
    }
  }

  /** Takes atoms out of the tiles; returns how many. */
  long apply(List<Occupancy> tiles, Exposure exposure) {
    List<Place> places = new ArrayList<>();
    for (Occupancy tile : tiles) {
      for (int i = 0; i < tile.size(); i++) {
        places.add(new Place(tile, i));
      }
    }
    Map<Element, Double> crossSections = new EnumMap<>(Element.class);
    double[] hazard = new double[places.size()];
    double largest = 0;
    for (int i = 0; i < hazard.length; i++) {
      Site site = places.get(i).site();
      hazard[i] =
          response.damage()
              * crossSections.computeIfAbsent(
                  site.element(), element -> KnockOn.squareMetres(element, beam))
              * exposure.doseAt(site.x(), site.y());
      largest = Math.max(largest, hazard[i]);
    }
    return largest == 0 ? 0 : lose(places, hazard, largest);
  }

  private long lose(List<Place> places, double[] hazard, double largest) {
    int[][] bonds = bonds(places);
    int steps = (int) Math.max(1, Math.min(MOST_STEPS, Math.ceil(largest / LARGEST_STEP)));
    long lost = 0;
    for (int step = 0; step < steps; step++) {
      double[] now = new double[hazard.length];
      for (int i = 0; i < hazard.length; i++) {
        if (hazard[i] > 0) {
          double missing = response.missingBondExponent() * missing(places, bonds[i]);
          now[i] = hazard[i] / steps * StrictMath.exp(missing);
        }
      }
      for (int i = 0; i < hazard.length; i++) {
        lost += thin(places.get(i), now[i]);
      }
    }
    return lost;
  }

  private int thin(Place place, double hazard) {
    if (hazard == 0 || place.atoms() == 0) {
      return 0;
    }
    int count = variates.binomial(place.atoms(), -StrictMath.expm1(-hazard));
    place.tile().lose(place.index(), count);
    return count;
  }

  private static int missing(List<Place> places, int[] bonds) {
    int missing = 0;
    for (int other : bonds) {
      missing += places.get(other).atoms() == 0 ? 1 : 0;
    }
    return missing;
  }

  /** For each place the places within a bond's length. */
  private int[][] bonds(List<Place> places) {
    double[] x = places.stream().mapToDouble(place -> place.site().x()).toArray();
    double[] y = places.stream().mapToDouble(place -> place.site().y()).toArray();
    double reach = crystal.bondMetres();
    PointBins bins = new PointBins(x, y, Region.holding(x, y), reach);
    int[][] bonds = new int[x.length][];
    int[] found = new int[64];
    for (int i = 0; i < x.length; i++) {
      int count = 0;
      for (int row = bins.row(y[i] - reach); row <= bins.row(y[i] + reach); row++) {
        int end = bins.end(row, bins.column(x[i] + reach));
        for (int at = bins.first(row, bins.column(x[i] - reach)); at < end; at++) {
          int other = bins.point(at);
          if (other != i && bonded(places.get(i).site(), places.get(other).site())) {
            found[count++] = other;
          }
        }
      }
      bonds[i] = Arrays.copyOf(found, count);
    }
    return bonds;
  }

  private boolean bonded(Site one, Site other) {
    double dx = one.x() - other.x();
    double dy = one.y() - other.y();
    double dz = one.z() - other.z();
    double reach = crystal.bondMetres();
    return dx * dx + dy * dy + dz * dz < reach * reach;
  }
}
