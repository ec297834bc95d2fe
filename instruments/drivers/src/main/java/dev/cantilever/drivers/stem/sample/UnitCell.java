package dev.cantilever.drivers.stem.sample;

import java.util.List;

/**
 * A rectangular cell seen along the beam.
 *
 * @param widthMetres along x
 * @param heightMetres along y
 * @param repeats cells along the beam: each place stands for so many atoms
 * @param basis the places of one cell, at most 256
 */
public record UnitCell(
    double widthMetres, double heightMetres, int repeats, List<BasisAtom> basis) {

  private static final double ROOT_THREE = Math.sqrt(3);

  public UnitCell {
    basis = List.copyOf(basis);
    if (!(widthMetres > 0 && heightMetres > 0) || repeats < 1 || basis.isEmpty()) {
      throw new IllegalArgumentException("a unit cell has an area, a depth and atoms");
    }
  }

  /** One layer of a disulphide of the 2H kind, the sulphur pairs in one column each. */
  static UnitCell disulphide(Element metal, double latticeMetres) {
    double z = 0.156e-9;
    String symbol = metal.symbol();
    return new UnitCell(
        latticeMetres,
        ROOT_THREE * latticeMetres,
        1,
        List.of(
            new BasisAtom(symbol, metal, 0, 0, 0, 0),
            new BasisAtom("S top", Element.S, 0, 1.0 / 3, -z, 1),
            new BasisAtom("S bottom", Element.S, 0, 1.0 / 3, z, 1),
            new BasisAtom(symbol, metal, 0.5, 0.5, 0, 2),
            new BasisAtom("S top", Element.S, 0.5, 5.0 / 6, -z, 3),
            new BasisAtom("S bottom", Element.S, 0.5, 5.0 / 6, z, 3)));
  }

  /** One layer of graphite. */
  static UnitCell graphene(double latticeMetres) {
    return new UnitCell(
        latticeMetres,
        ROOT_THREE * latticeMetres,
        1,
        List.of(
            new BasisAtom("C", Element.C, 0, 0, 0, 0),
            new BasisAtom("C", Element.C, 0, 1.0 / 3, 0, 1),
            new BasisAtom("C", Element.C, 0.5, 0.5, 0, 2),
            new BasisAtom("C", Element.C, 0.5, 5.0 / 6, 0, 3)));
  }

  /** A cubic perovskite ABO₃ along ⟨100⟩, this many cells thick. */
  static UnitCell perovskite(Element a, Element b, double latticeMetres, int repeats) {
    return new UnitCell(
        latticeMetres,
        latticeMetres,
        repeats,
        List.of(
            new BasisAtom(a.symbol(), a, 0, 0, 0, 0),
            new BasisAtom(b.symbol(), b, 0.5, 0.5, 0, 1),
            new BasisAtom("O apex", Element.O, 0.5, 0.5, latticeMetres / 2, 1),
            new BasisAtom("O", Element.O, 0.5, 0, 0, 2),
            new BasisAtom("O", Element.O, 0, 0.5, 0, 3)));
  }

  public double areaSquareMetres() {
    return widthMetres * heightMetres;
  }

  /** Σ Z^1.7 over one cell and its depth. */
  double darkFieldWeight() {
    double sum = 0;
    for (BasisAtom atom : basis) {
      sum += repeats * atom.element().darkFieldWeight();
    }
    return sum;
  }

  /** Squared structure factor of reflection h, k for point atoms of scattering power Z. */
  public double structureFactorSquared(int h, int k) {
    double re = 0;
    double im = 0;
    for (BasisAtom atom : basis) {
      double phase = 2 * Math.PI * (h * atom.x() + k * atom.y());
      re += atom.element().number() * StrictMath.cos(phase);
      im += atom.element().number() * StrictMath.sin(phase);
    }
    return re * re + im * im;
  }
}
