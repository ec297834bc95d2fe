package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Power;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;
import java.util.List;

/** What can be read from a combinatorial library where the stage stands. */
public sealed interface LibraryCommand extends Command {

  @Doc("One Raman spectrum; the laser heats the spot.")
  record AcquireRaman(
      @Doc("How long.") @Bounds(min = 0.1, max = 600) TimeSpan exposure,
      @Doc("Laser power on the sample.") @Bounds(min = 0, max = 0.005) Power power)
      implements LibraryCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.EXPOSURE, exposure), new Demand(Channel.LASER_POWER, power));
    }
  }

  @Doc("One diffraction pattern.")
  record AcquireDiffraction(
      @Doc("Least 2θ.") @Bounds(min = 0.01, max = 3) Angle from,
      @Doc("Greatest 2θ.") @Bounds(min = 0.01, max = 3) Angle to,
      @Doc("Step of 2θ.") @Bounds(min = 1e-05, max = 0.1) @Default("\"0.02 °\"") Angle step,
      @Doc("Time for each step.") @Bounds(min = 0.001, max = 100) @Default("\"0.5 s\"")
          TimeSpan dwell)
      implements LibraryCommand {}
}
