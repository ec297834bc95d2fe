package dev.cantilever.drivers.afm;

/** A straight way, in metres. */
record Path(double fromX, double fromY, double toX, double toY) {

  double length() {
    return Math.sqrt((toX - fromX) * (toX - fromX) + (toY - fromY) * (toY - fromY));
  }

  Path reversed() {
    return new Path(toX, toY, fromX, fromY);
  }

  /** The same way with both ends shifted. */
  Path shifted(Shift atStart, Shift atEnd) {
    return new Path(fromX + atStart.x(), fromY + atStart.y(), toX + atEnd.x(), toY + atEnd.y());
  }

  double x(double share) {
    return fromX + share * (toX - fromX);
  }

  double y(double share) {
    return fromY + share * (toY - fromY);
  }
}
