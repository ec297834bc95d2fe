package dev.cantilever.drivers.stem.sample;

import java.util.List;

/**
 * A crystal that is the same everywhere.
 *
 * @param name what it is called
 * @param cell its unit cell along the beam
 * @param material what fast electrons lose energy to
 * @param thicknessMetres along the beam
 * @param thermalMetres standard deviation of thermal motion along one axis
 * @param bondMetres farthest distance of two bonded places
 * @param meanFraction part of the beam that reaches the annular dark field detector, 0.001 to 0.3
 */
public record Compound(
    String name,
    UnitCell cell,
    Material material,
    double thicknessMetres,
    double thermalMetres,
    double bondMetres,
    double meanFraction) {

  private static final double THERMAL = 8e-12;

  public Compound {
    if (!(thicknessMetres > 0 && thermalMetres >= 0 && bondMetres > 0)) {
      throw new IllegalArgumentException(name + ": thickness and bond are positive");
    }
    if (!(meanFraction >= 0.001 && meanFraction <= 0.3)) {
      throw new IllegalArgumentException(name + ": the mean fraction lies in [0.001, 0.3]");
    }
  }

  /** One layer of MoS₂, a = 0.316 nm. */
  public static Compound molybdenumDisulphide() {
    return disulphide(Element.MO, "MoS2", 0.316e-9, 0.010);
  }

  /** One layer of WS₂, a = 0.3153 nm. */
  public static Compound tungstenDisulphide() {
    return disulphide(Element.W, "WS2", 0.3153e-9, 0.020);
  }

  /** One layer of carbon, a = 0.246 nm. */
  public static Compound graphene() {
    UnitCell cell = UnitCell.graphene(0.246e-9);
    double thickness = 0.335e-9;
    Material material = material("graphene", cell, thickness, 15, 6);
    return new Compound("graphene", cell, material, thickness, THERMAL, 0.17e-9, 0.005);
  }

  /** SrTiO₃ along ⟨100⟩, a = 0.3905 nm, 20 nm thick. */
  public static Compound strontiumTitanate() {
    return perovskite("SrTiO3", Element.SR, Element.TI, 0.3905e-9);
  }

  /** BiFeO₃ along a pseudocubic axis, a = 0.396 nm, 20 nm thick. */
  public static Compound bismuthFerrite() {
    return perovskite("BiFeO3", Element.BI, Element.FE, 0.396e-9);
  }

  private static Compound disulphide(
      Element metal, String name, double lattice, double meanFraction) {
    UnitCell cell = UnitCell.disulphide(metal, lattice);
    double thickness = 0.65e-9;
    Material material = material(name, cell, thickness, 23, 9);
    return new Compound(name, cell, material, thickness, THERMAL, 0.27e-9, meanFraction);
  }

  private static Compound perovskite(String name, Element a, Element b, double lattice) {
    UnitCell cell = UnitCell.perovskite(a, b, lattice, 51);
    double thickness = 51 * lattice;
    Material material = material(name, cell, thickness, 28, 12);
    return new Compound(name, cell, material, thickness, THERMAL, 0.6 * lattice, 0.06);
  }

  /** The plasmons of compounds are estimates of free valence electrons. */
  private static Material material(
      String name, UnitCell cell, double thickness, double plasmon, double width) {
    double each = cell.repeats() / (cell.areaSquareMetres() * thickness);
    List<Constituent> places =
        cell.basis().stream().map(atom -> new Constituent(atom.element(), each)).toList();
    return new Material(name, places, plasmon, width);
  }
}
