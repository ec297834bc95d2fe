package dev.cantilever.drivers.stem.xray;

import dev.cantilever.drivers.stem.optics.ElectronBeam;
import dev.cantilever.drivers.stem.sample.Element;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The lines that fill one shell of an element, those up to 20 keV. Energies and relative
 * intensities: Thompson et al., X-ray Data Booklet, 3rd ed. 2009, table 1-3 (after Bearden, Rev.
 * Mod. Phys. 39 (1967) 78, doi:10.1103/RevModPhys.39.78); edges of K, L3 and M5: its table 1-1.
 * Lines of a few per cent beside stronger ones (Ll, Kβ2, Kβ3) are left out.
 */
public enum XrayFamily {
  C_K(Element.C, Shell.K, 284.2, 277, 147),
  O_K(Element.O, Shell.K, 543.1, 524.9, 151),
  SI_K(Element.SI, Shell.K, 1839, 1740, 100, 1739.4, 50, 1835.9, 2),
  S_K(Element.S, Shell.K, 2472, 2307.8, 100, 2306.6, 50, 2464, 5),
  TI_K(Element.TI, Shell.K, 4966, 4510.8, 100, 4504.9, 50, 4931.8, 15),
  TI_L(Element.TI, Shell.L, 453.8, 452.2, 111, 458.4, 79),
  MN_K(Element.MN, Shell.K, 6539, 5898.8, 100, 5887.6, 50, 6490.4, 17),
  MN_L(Element.MN, Shell.L, 638.7, 637.4, 111, 648.8, 77),
  FE_K(Element.FE, Shell.K, 7112, 6403.8, 100, 6390.8, 50, 7058, 17),
  FE_L(Element.FE, Shell.L, 706.8, 705, 111, 718.5, 66),
  SE_K(Element.SE, Shell.K, 12658, 11222.4, 100, 11181.4, 52, 12495.9, 13),
  SE_L(Element.SE, Shell.L, 1433.9, 1379.1, 111, 1419.2, 59),
  SR_K(Element.SR, Shell.K, 16105, 14165, 100, 14097.9, 52, 15835.7, 14),
  SR_L(Element.SR, Shell.L, 1940, 1806.6, 100, 1871.7, 58, 1804.7, 11),
  NB_K(Element.NB, Shell.K, 18986, 16615.1, 100, 16521, 52, 18622.5, 15),
  NB_L(Element.NB, Shell.L, 2371, 2165.9, 100, 2257.4, 52, 2163, 11, 2367, 3, 2461.8, 2),
  MO_K(Element.MO, Shell.K, 20000, 17479.3, 100, 17374.3, 52, 19608.3, 15),
  MO_L(Element.MO, Shell.L, 2520, 2293.2, 100, 2394.8, 53, 2289.8, 11, 2518.3, 5, 2623.5, 3),
  AG_L(Element.AG, Shell.L, 3351, 2984.3, 100, 3150.9, 56, 3347.8, 13, 2978.2, 11, 3519.6, 6),
  IN_L(Element.IN, Shell.L, 3730, 3286.9, 100, 3487.2, 58, 3713.8, 15, 3279.3, 11, 3920.8, 6),
  SN_L(Element.SN, Shell.L, 3929, 3444, 100, 3662.8, 60, 3904.9, 16, 3435.4, 11, 4131.1, 7),
  W_L(Element.W, Shell.L, 10207, 8397.6, 100, 9672.4, 67, 9961.5, 21, 11285.9, 13, 8335.2, 11),
  W_M(Element.W, Shell.M, 1809, 1775.4, 100),
  AU_L(Element.AU, Shell.L, 11919, 9713.3, 100, 11442.3, 67, 11584.7, 23, 13381.7, 13, 9628, 11),
  AU_M(Element.AU, Shell.M, 2206, 2122.9, 100),
  BI_L(
      Element.BI, Shell.L, 13419, 10838.8, 100, 13023.5, 67, 12979.9, 25, 15247.7, 14, 10730.9, 11),
  BI_M(Element.BI, Shell.M, 2580, 2422.6, 100);

  private final Element element;
  private final Shell shell;
  private final double edgeElectronVolts;
  private final List<XrayLine> lines = new ArrayList<>();

  /** Lines as pairs of energy and intensity, the strongest first. */
  XrayFamily(Element element, Shell shell, double edgeElectronVolts, double... pairs) {
    this.element = element;
    this.shell = shell;
    this.edgeElectronVolts = edgeElectronVolts;
    double sum = 0;
    for (int i = 1; i < pairs.length; i += 2) {
      sum += pairs[i];
    }
    for (int i = 0; i < pairs.length; i += 2) {
      lines.add(new XrayLine(pairs[i], pairs[i + 1] / sum));
    }
  }

  public Element element() {
    return element;
  }

  /** "Mo Lα". */
  public String label() {
    return element.symbol() + " " + shell + "α";
  }

  /** All of them, the strongest first; their shares sum to 1. */
  public List<XrayLine> lines() {
    return List.copyOf(lines);
  }

  /** Energy of the strongest line, eV. */
  public double mainElectronVolts() {
    return lines.getFirst().electronVolts();
  }

  /** X-rays of the family for each electron and each atom in a square metre, m². */
  public double emissionSquareMetres(ElectronBeam beam) {
    return shell.ionizationSquareMetres(beam, edgeElectronVolts)
        * shell.fluorescence(element.number());
  }

  /** The families of an element. */
  public static List<XrayFamily> of(Element element) {
    return Arrays.stream(values()).filter(family -> family.element == element).toList();
  }
}
