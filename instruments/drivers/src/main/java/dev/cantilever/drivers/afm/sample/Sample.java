package dev.cantilever.drivers.afm.sample;

import dev.cantilever.drivers.afm.lever.Material;
import java.util.List;
import java.util.Optional;

/** A surface: one height and one material at every point of the plane, known exactly. */
public interface Sample {

  /** True height in metres at a point in metres. */
  double heightMetres(double xMetres, double yMetres);

  /**
   * A height in metres that the surface rises at most, but for rare spots, within a fraction of a
   * micrometre. It decides how far sideways a tip must look.
   */
  double reliefMetres();

  /** What the surface is made of, at least one material. */
  List<Material> materials();

  /** The index of the material at a point. */
  default int materialAt(double xMetres, double yMetres) {
    return 0;
  }

  /** The magnetic domains, where there are any. */
  default Optional<StripeDomains> domains() {
    return Optional.empty();
  }
}
