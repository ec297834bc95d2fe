package dev.cantilever.drivers.afm;

/** What a scan records. */
public enum Channel {
  /** Height of the actuator, as the loop followed the surface. */
  HEIGHT("Height", "m"),
  /** Amplitude of the lever. */
  AMPLITUDE("Amplitude", "m"),
  /** Lag of the lever behind the drive. */
  PHASE("Phase", "rad"),
  /** The same as its sensor reads it. */
  Z_SENSOR("ZSensor", "m"),
  /** Lag of the lever in the second pass of a magnetic scan; 90° where nothing acts on it. */
  MAGNETIC_PHASE("Magnetic phase", "rad"),
  /** How far the pressed lever is bent. */
  DEFLECTION("Deflection", "m"),
  /** What twists the pressed lever: friction, and a part of the load where the ground slopes. */
  LATERAL_FORCE("Lateral force", "N");

  private final String title;
  private final String unit;

  Channel(String title, String unit) {
    this.title = title;
    this.unit = unit;
  }

  /** Its name in a field, as in "Height trace". */
  public String title() {
    return title;
  }

  /** Whether lines that are passed so give it. */
  boolean isRecorded(Passing passing) {
    return switch (this) {
      case HEIGHT, Z_SENSOR -> true;
      case AMPLITUDE, PHASE -> !(passing instanceof Passing.Pressed);
      case MAGNETIC_PHASE -> passing instanceof Passing.Lifted;
      case DEFLECTION, LATERAL_FORCE -> passing instanceof Passing.Pressed;
    };
  }

  /** SI unit. */
  public String unit() {
    return unit;
  }
}
