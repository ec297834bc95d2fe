package dev.cantilever.drivers.stem;

import dev.cantilever.drivers.stem.diffraction.AtomicField;
import dev.cantilever.drivers.stem.diffraction.Camera;
import dev.cantilever.drivers.stem.diffraction.Diffraction;
import dev.cantilever.drivers.stem.diffraction.Disc;
import dev.cantilever.drivers.stem.imaging.Illumination;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Region;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The discs on a camera with the beam at the places of a region, under the present deflectors. */
final class Patterns {

  private final Diffraction diffraction;
  private final Optional<AtomicField> atoms;
  private final Deflectors deflectors;

  Patterns(Microscope microscope, Illumination illumination, Camera camera, Region region) {
    deflectors = microscope.settings().deflectors();
    diffraction =
        new Diffraction(
            illumination.beam(), microscope.specimen().scene(), camera.halfAngleRadians());
    atoms =
        microscope.specimen().scene() instanceof Crystal crystal && resolves(illumination, crystal)
            ? Optional.of(field(microscope, illumination, crystal, region))
            : Optional.empty();
  }

  /** Whether the lattice is seen at all: neighbouring discs overlap. */
  private static boolean resolves(Illumination illumination, Crystal crystal) {
    double longest = Math.max(crystal.cell().widthMetres(), crystal.cell().heightMetres());
    return 2 * illumination.lens().convergenceRadians()
        > illumination.beam().wavelengthMetres() / longest;
  }

  /** Of thicker crystals only what lies within the depth of focus λ/α² acts together. */
  private static AtomicField field(
      Microscope microscope, Illumination illumination, Crystal crystal, Region region) {
    double alpha = illumination.lens().convergenceRadians();
    double depth = illumination.beam().wavelengthMetres() / (alpha * alpha);
    Probe probe = microscope.probeOnAtoms(alpha, AtomicField.ATOM_METRES);
    Region wide = region.widened(probe.supportMetres() + 2 * probe.pixelMetres());
    return new AtomicField(
        illumination.beam(),
        probe,
        microscope.specimen().placesIn(wide),
        wide,
        Math.min(1, depth / crystal.thicknessMetres()));
  }

  List<Disc> at(double x, double y) {
    double byX = deflectors.beamX() + atoms.map(field -> field.deflectionX(x, y)).orElse(0.0);
    double byY = deflectors.beamY() + atoms.map(field -> field.deflectionY(x, y)).orElse(0.0);
    List<Disc> moved = new ArrayList<>();
    for (Disc disc : diffraction.at(x, y)) {
      moved.add(disc.moved(byX, byY));
    }
    return moved;
  }
}
