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
  MAGNETIC_PHASE("Magnetic phase", "rad");

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

  /** Whether only a second pass records it. */
  boolean isLifted() {
    return this == MAGNETIC_PHASE;
  }

  /** SI unit. */
  public String unit() {
    return unit;
  }
}
