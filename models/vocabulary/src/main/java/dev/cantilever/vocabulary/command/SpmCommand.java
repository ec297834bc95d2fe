package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.Voltage;

/** What a scanning probe microscope can be asked. */
public sealed interface SpmCommand extends Command {

  /** Moves the probe in a straight line over the surface; can be repeated without harm. */
  record MoveProbe(SurfacePoint target, Speed speed) implements SpmCommand {
    @Override
    public String verb() {
      return "spm.move_probe";
    }
  }

  /**
   * Switching spectroscopy where the probe stands: one triangular bias cycle from 0 V to {@code
   * +biasAmplitude}, to {@code -biasAmplitude} and back, in {@code steps} steps. Switches domains:
   * never repeated on its own account.
   */
  record HysteresisLoop(Voltage biasAmplitude, int steps) implements SpmCommand {
    @Override
    public String verb() {
      return "spm.loop";
    }
  }
}
