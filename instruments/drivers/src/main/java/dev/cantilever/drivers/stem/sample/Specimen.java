package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.noise.Variates;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/**
 * A scene and its history: dose, lost atoms and contamination. Only {@link #expose} changes it.
 * Places come into being where somebody looks, always the same. One owner.
 */
public final class Specimen {

  private final Scene scene;
  private final SpecimenResponse response;
  private final Variates damageDraws;
  private final CellMap dose;
  private final CellMap contamination;
  private final TreeMap<Tile, Occupancy> tiles = new TreeMap<>();
  private double electrons;
  private long atomsLost;

  /** An untouched specimen of a scene. */
  public Specimen(Scene scene, SpecimenResponse response, Variates damageDraws) {
    this.scene = scene;
    this.response = response;
    this.damageDraws = damageDraws;
    dose = new CellMap(scene.doseCellMetres());
    contamination = new CellMap(scene.doseCellMetres());
  }

  public Scene scene() {
    return scene;
  }

  /** Electrons per square metre that have landed. */
  public CellMap dose() {
    return dose;
  }

  /** Signal of the layer that the beam has grown, as a multiple of the scene's mean fraction. */
  public CellMap contamination() {
    return contamination;
  }

  /** All electrons that ever landed. */
  public double electrons() {
    return electrons;
  }

  /** All atoms that ever left. */
  public long atomsLost() {
    return atomsLost;
  }

  /** The places of a region with what is left of each, in a fixed order; none on a film. */
  public List<Occupied> placesIn(Region region) {
    List<Occupied> found = new ArrayList<>();
    for (Occupancy tile : over(region)) {
      for (int i = 0; i < tile.size(); i++) {
        Site site = tile.site(i);
        if (region.contains(site.x(), site.y())) {
          found.add(new Occupied(site, tile.atoms(i)));
        }
      }
    }
    return found;
  }

  /** A patch on which to lay the electrons of one exposure, with room to spread them this far. */
  public Exposure exposureOf(Region region, double spreadMetres) {
    return new Exposure(
        region, scene.doseCellMetres(), spreadMetres + 4 * response.depositMetres());
  }

  /** Lets the electrons of an exposure act: dose, contamination, then loss of atoms. */
  public void expose(Exposure exposure, ElectronBeam beam) {
    double area = dose.sideMetres() * dose.sideMetres();
    exposure.addTo(dose, exposure.electrons(), 1 / area);
    for (double count : exposure.electrons()) {
      electrons += count;
    }
    if (response.contaminationPerCoulomb() > 0) {
      double factor = response.contaminationPerCoulomb() * ElectronBeam.ELEMENTARY_CHARGE;
      exposure.addTo(
          contamination, exposure.convolved(response.depositKernel(dose.sideMetres())), factor);
    }
    if (scene instanceof Crystal crystal) {
      KnockOnDamage damage = new KnockOnDamage(crystal, beam, response, damageDraws);
      atomsLost += damage.apply(over(exposure.region()), exposure);
    }
  }

  private List<Occupancy> over(Region region) {
    List<Occupancy> found = new ArrayList<>();
    if (scene instanceof Crystal crystal) {
      for (Tile tile : crystal.tilesOver(region)) {
        found.add(tiles.computeIfAbsent(tile, key -> new Occupancy(crystal.sitesOf(key))));
      }
    }
    return found;
  }
}
