package dev.cantilever.drivers.pfm;

/**
 * Everything that is chosen about film, probe and noise. The defaults make a plausible twin; they
 * are not constants of one material.
 */
public record PfmSettings(SampleSettings sample, ProbeSettings probe, NoiseSettings noise) {

  public static PfmSettings defaults() {
    return new PfmSettings(
        SampleSettings.defaults(), ProbeSettings.defaults(), NoiseSettings.defaults());
  }

  public PfmSettings with(SampleSettings other) {
    return new PfmSettings(other, probe, noise);
  }

  public PfmSettings with(NoiseSettings other) {
    return new PfmSettings(sample, probe, other);
  }
}
