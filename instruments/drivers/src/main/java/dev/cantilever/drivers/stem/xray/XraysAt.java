package dev.cantilever.drivers.stem.xray;

import dev.cantilever.drivers.stem.imaging.ColumnSum;
import dev.cantilever.drivers.stem.optics.Probe;
import dev.cantilever.drivers.stem.sample.Constituent;
import dev.cantilever.drivers.stem.sample.Crystal;
import dev.cantilever.drivers.stem.sample.Element;
import dev.cantilever.drivers.stem.sample.Layer;
import dev.cantilever.drivers.stem.sample.Occupied;
import dev.cantilever.drivers.stem.sample.Region;
import dev.cantilever.drivers.stem.sample.Specimen;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * The X-rays that are counted with the beam at a place: in a crystal those of the atoms under the
 * probe, on a film those of its layers. Made for a region, then asked place by place; a snapshot.
 */
public final class XraysAt {

  private final Specimen specimen;
  private final Emission emission;
  private final Map<Element, ColumnSum> atoms = new EnumMap<>(Element.class);

  /** Prepares the places of a region. */
  public XraysAt(Specimen specimen, Emission emission, Probe probe, Region region) {
    this.specimen = specimen;
    this.emission = emission;
    if (specimen.scene() instanceof Crystal) {
      Region wide = region.widened(probe.supportMetres());
      List<Occupied> places = specimen.placesIn(wide);
      for (Element element : Element.values()) {
        if (places.stream().anyMatch(place -> place.site().element() == element)) {
          atoms.put(
              element,
              ColumnSum.of(
                  probe,
                  places,
                  place -> place.site().element() == element ? place.atoms() : 0,
                  wide));
        }
      }
    }
  }

  /** Expected counts of each channel for so many electrons. */
  public double[] expected(double x, double y, double electrons) {
    double[] spectrum = new double[XrayDetector.CHANNELS];
    perSquareMetre(x, y)
        .forEach(
            (element, density) -> {
              double[] each = emission.squareMetres(element);
              for (int c = 0; c < spectrum.length; c++) {
                spectrum[c] += electrons * density * each[c];
              }
            });
    return spectrum;
  }

  private Map<Element, Double> perSquareMetre(double x, double y) {
    Map<Element, Double> densities = new EnumMap<>(Element.class);
    if (specimen.scene() instanceof Crystal) {
      atoms.forEach((element, sum) -> densities.put(element, sum.at(x, y)));
    } else {
      for (Layer layer : specimen.scene().layersAt(x, y)) {
        for (Constituent one : layer.material().constituents()) {
          double density = one.perCubicMetre() * layer.thicknessMetres();
          densities.merge(one.element(), density, Double::sum);
        }
      }
    }
    return densities;
  }
}
