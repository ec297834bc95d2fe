package dev.cantilever.drivers.pfm;

/** What the film is and how its walls move. */
public record SampleSettings(
    FilmSettings film,
    HysteresisSettings hysteresis,
    PinningSettings pinning,
    WallCreep creep,
    Nucleation nucleation) {

  public static SampleSettings defaults() {
    return new SampleSettings(
        FilmSettings.defaults(),
        HysteresisSettings.defaults(),
        PinningSettings.defaults(),
        WallCreep.defaults(),
        Nucleation.defaults());
  }

  public SampleSettings with(PinningSettings other) {
    return new SampleSettings(film, hysteresis, other, creep, nucleation);
  }

  public SampleSettings with(FilmSettings other) {
    return new SampleSettings(other, hysteresis, pinning, creep, nucleation);
  }
}
