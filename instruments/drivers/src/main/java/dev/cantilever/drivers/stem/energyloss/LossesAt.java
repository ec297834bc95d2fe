package dev.cantilever.drivers.stem.energyloss;

import dev.cantilever.drivers.stem.imaging.ColumnSum;
import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Constituent;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Layer;
import dev.cantilever.drivers.stem.sample.Material;
import dev.cantilever.drivers.stem.sample.Occupied;
import dev.cantilever.drivers.stem.sample.Particle;
import dev.cantilever.drivers.stem.sample.ParticleFilm;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Resonances;
import dev.cantilever.drivers.stem.sample.Specimen;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The losses that an electron suffers at a place: t/λp in every layer, part of it in core edges,
 * and the surface modes of particles. In a crystal the edges follow the atoms under the probe. Made
 * for a region, then asked place by place; a snapshot.
 */
public final class LossesAt {

  private final Specimen specimen;
  private final ElectronBeam beam;
  private final InelasticThickness thickness;
  private final Map<CoreEdge, ColumnSum> atoms = new EnumMap<>(CoreEdge.class);

  /** Prepares the places of a region. */
  public LossesAt(
      Specimen specimen, ElectronBeam beam, double collectionRadians, Probe probe, Region region) {
    this.specimen = specimen;
    this.beam = beam;
    thickness = new InelasticThickness(specimen.scene(), beam, collectionRadians);
    if (specimen.scene() instanceof Crystal) {
      Region wide = region.widened(probe.supportMetres());
      List<Occupied> places = specimen.placesIn(wide);
      for (CoreEdge edge : CoreEdge.values()) {
        atoms.put(edge, ColumnSum.of(probe, places, place -> squareMetres(edge, place), wide));
      }
    }
  }

  /** All losses with the beam at a place. */
  public List<Loss> at(double x, double y) {
    List<Loss> losses = new ArrayList<>();
    for (Layer layer : specimen.scene().layersAt(x, y)) {
      if (layer.thicknessMetres() > 0) {
        addLayer(losses, layer, x, y);
      }
    }
    if (specimen.scene() instanceof ParticleFilm film) {
      for (Particle particle : film.particlesNear(x, y)) {
        addModes(losses, particle, x, y);
      }
    }
    return losses;
  }

  /** Core losses are taken out of t/λp; the rest goes to the plasmon. */
  private void addLayer(List<Loss> losses, Layer layer, double x, double y) {
    Material material = layer.material();
    double rest = thickness.of(layer);
    for (Loss edge : atoms.isEmpty() ? byVolume(layer) : byAtoms(x, y)) {
      double taken = Math.min(edge.mean(), rest);
      losses.add(new Loss(edge.shape(), taken));
      rest -= taken;
    }
    losses.add(
        new Loss(
            new PlasmonShape(material.plasmonElectronVolts(), material.plasmonWidthElectronVolts()),
            rest));
  }

  private List<Loss> byAtoms(double x, double y) {
    List<Loss> losses = new ArrayList<>();
    atoms.forEach(
        (edge, sum) -> {
          double mean = sum.at(x, y);
          if (mean > 0) {
            losses.add(new Loss(edge.shape(), mean));
          }
        });
    return losses;
  }

  private List<Loss> byVolume(Layer layer) {
    List<Loss> losses = new ArrayList<>();
    for (Constituent constituent : layer.material().constituents()) {
      for (CoreEdge edge : CoreEdge.of(constituent.element())) {
        double perSquareMetre = constituent.perCubicMetre() * layer.thicknessMetres();
        losses.add(new Loss(edge.shape(), perSquareMetre * edge.squareMetres(beam)));
      }
    }
    return losses;
  }

  private static void addModes(List<Loss> losses, Particle particle, double x, double y) {
    Resonances modes = particle.kind().resonances();
    double[] energies = {
      modes.cornerElectronVolts(), modes.edgeElectronVolts(), modes.faceElectronVolts()
    };
    double[] weights = {
      particle.cornerWeight(x, y), particle.edgeWeight(x, y), particle.faceWeight(x, y)
    };
    for (int i = 0; i < 3; i++) {
      if (weights[i] > 0) {
        ModeShape shape = new ModeShape(energies[i], modes.widthElectronVolts());
        losses.add(new Loss(shape, modes.probability() * weights[i]));
      }
    }
  }

  private double squareMetres(CoreEdge edge, Occupied place) {
    return place.site().element() == edge.element() ? place.atoms() * edge.squareMetres(beam) : 0;
  }
}
