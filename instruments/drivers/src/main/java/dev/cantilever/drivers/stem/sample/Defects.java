package dev.cantilever.drivers.stem.sample;

import dev.cantilever.drivers.stem.noise.Variates;

/**
 * Point defects, drawn place by place.
 *
 * @param host element that others replace
 * @param dopant what replaces it
 * @param dopantFraction of the host's places, 0 to 1
 * @param missing element that vacancies lack
 * @param vacancyFraction of its places, 0 to 1
 */
public record Defects(
    Element host, Element dopant, double dopantFraction, Element missing, double vacancyFraction) {

  /** A perfect crystal. */
  public static final Defects NONE = new Defects(Element.C, Element.SI, 0, Element.C, 0);

  public Defects {
    if (!(dopantFraction >= 0
        && dopantFraction <= 1
        && vacancyFraction >= 0
        && vacancyFraction <= 1)) {
      throw new IllegalArgumentException("fractions of defects lie in [0, 1]");
    }
  }

  /** Spends two draws on every place, so that no defect moves another. */
  Site applied(Site perfect, Variates variates) {
    double substitution = variates.uniform();
    double vacancy = variates.uniform();
    if (perfect.element() == missing && vacancy < vacancyFraction) {
      return changed(perfect, missing, 0, "V_" + missing.symbol());
    }
    if (perfect.element() == host && substitution < dopantFraction) {
      return changed(perfect, dopant, perfect.atoms(), dopant.symbol() + "_" + host.symbol());
    }
    return perfect;
  }

  private static Site changed(Site site, Element element, int atoms, String label) {
    return new Site(site.id(), site.column(), element, site.x(), site.y(), site.z(), atoms, label);
  }
}
