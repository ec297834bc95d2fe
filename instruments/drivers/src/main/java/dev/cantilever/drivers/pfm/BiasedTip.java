package dev.cantilever.drivers.pfm;

/** A tip at rest on the film with a bias; a positive one favours polarization +1. */
public record BiasedTip(double xMetres, double yMetres, double volts) {

  double distance(double x, double y) {
    double dx = x - xMetres;
    double dy = y - yMetres;
    return Math.sqrt(dx * dx + dy * dy);
  }
}
