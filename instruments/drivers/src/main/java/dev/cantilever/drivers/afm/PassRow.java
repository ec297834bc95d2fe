package dev.cantilever.drivers.afm;

/** The pixels of one pass in the order of the trace: what is recorded, and what was true. */
final class PassRow {

  final double[] height;
  final double[] amplitude;
  final double[] phase;
  final double[] zSensor;
  final double[] magneticPhase;
  final double[] deflection;
  final double[] lateralForce;
  final double[] trueHeight;
  final double[] peakForce;
  final double[] regime;

  PassRow(int columns) {
    height = new double[columns];
    amplitude = new double[columns];
    phase = new double[columns];
    zSensor = new double[columns];
    magneticPhase = new double[columns];
    deflection = new double[columns];
    lateralForce = new double[columns];
    trueHeight = new double[columns];
    peakForce = new double[columns];
    regime = new double[columns];
  }

  double[] channel(Channel channel) {
    return switch (channel) {
      case HEIGHT -> height;
      case AMPLITUDE -> amplitude;
      case PHASE -> phase;
      case Z_SENSOR -> zSensor;
      case MAGNETIC_PHASE -> magneticPhase;
      case DEFLECTION -> deflection;
      case LATERAL_FORCE -> lateralForce;
    };
  }
}
