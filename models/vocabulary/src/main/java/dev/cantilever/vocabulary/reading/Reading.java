package dev.cantilever.vocabulary.reading;

import dev.cantilever.vocabulary.command.SurfacePoint;
import java.util.List;

/** The raw return of a driver for one command. */
public sealed interface Reading {

  /** Where the probe stands after a move, as read back. */
  record ProbePosition(SurfacePoint position) implements Reading {}

  /** A switching-spectroscopy loop and where it was taken. */
  record Loop(SurfacePoint position, Spectrum spectrum) implements Reading {}

  /**
   * A scan: what every channel read over the same rectangle.
   *
   * @param center of the rectangle
   */
  record Scan(SurfacePoint center, List<Frame> frames) implements Reading {

    public Scan {
      frames = List.copyOf(frames);
    }
  }

  /** Signals against something that was varied, where the probe or the beam stood. */
  record Curves(SurfacePoint position, List<Spectrum> spectra) implements Reading {

    public Curves {
      spectra = List.copyOf(spectra);
    }
  }

  /**
   * Numbers that the instrument worked out of what it saw.
   *
   * @param spectra what they rest on, where there is a curve to show
   */
  record Estimates(SurfacePoint position, List<Estimate> estimates, List<Spectrum> spectra)
      implements Reading {

    public Estimates {
      estimates = List.copyOf(estimates);
      spectra = List.copyOf(spectra);
    }

    /** Whether every value and every error is a number. */
    public boolean isFinite() {
      return estimates.stream()
          .allMatch(one -> Double.isFinite(one.value()) && Double.isFinite(one.standardError()));
    }
  }

  /**
   * One of them.
   *
   * @param unit of value and error; 1 for a plain number
   * @param standardError of the value
   */
  record Estimate(String name, String unit, double value, double standardError) {}

  /** What came of a condition. */
  record Trial(List<Outcome> outcomes) implements Reading {

    public Trial {
      outcomes = List.copyOf(outcomes);
    }
  }

  /**
   * One number that came of a condition.
   *
   * @param name as the instrument declares it
   * @param value in the unit that it declares; not a number where the instrument could not tell
   * @param standardError of the value; 0 where it is not known
   */
  record Outcome(String name, double value, double standardError) {}
}
