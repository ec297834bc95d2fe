package dev.cantilever.drivers.stem.energyloss;

import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Element;
import java.util.Arrays;
import java.util.List;

/**
 * Core edges between 100 and 800 eV. Onsets: Ahn and Krivanek, EELS Atlas, 1983. Cross-sections are
 * of the right order, not tabulated ones.
 */
public enum CoreEdge {
  SULPHUR_L(Element.S, "S L", 165, 4e-24, 0, 0),
  MOLYBDENUM_M(Element.MO, "Mo M", 227, 1.5e-24, 0, 0),
  CARBON_K(Element.C, "C K", 284, 1.2e-24, 0.05, 6),
  TITANIUM_L(Element.TI, "Ti L", 456, 4e-25, 0.2, 5.5),
  OXYGEN_K(Element.O, "O K", 532, 2.5e-25, 0.05, 6),
  MANGANESE_L(Element.MN, "Mn L", 640, 2.5e-25, 0.2, 11),
  IRON_L(Element.FE, "Fe L", 708, 2.0e-25, 0.2, 13);

  private static final double DECAY = 3.5;

  /** v²/c² at 100 kV, where the cross-sections hold. */
  private static final double REFERENCE = new ElectronBeam(100e3).speedSquared();

  private final Element element;
  private final String label;
  private final double squareMetres;
  private final EdgeShape shape;

  CoreEdge(
      Element element,
      String label,
      double onset,
      double squareMetres,
      double whiteFraction,
      double splitting) {
    this.element = element;
    this.label = label;
    this.squareMetres = squareMetres;
    shape = new EdgeShape(onset, DECAY, whiteFraction, splitting);
  }

  public Element element() {
    return element;
  }

  /** "Ti L". */
  public String label() {
    return label;
  }

  public EdgeShape shape() {
    return shape;
  }

  /** Cross-section of one atom, m²: falls as 1/v². */
  public double squareMetres(ElectronBeam beam) {
    return squareMetres * REFERENCE / beam.speedSquared();
  }

  /** The edges of an element, none for many. */
  public static List<CoreEdge> of(Element element) {
    return Arrays.stream(values()).filter(edge -> edge.element == element).toList();
  }
}
