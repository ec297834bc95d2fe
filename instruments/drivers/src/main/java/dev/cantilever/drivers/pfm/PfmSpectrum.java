package dev.cantilever.drivers.pfm;

/** A band-excitation spectrum of one site and the oscillator fitted to it. */
public record PfmSpectrum(double seconds, ComplexSpectrum spectrum, ShoFit fit) {}
