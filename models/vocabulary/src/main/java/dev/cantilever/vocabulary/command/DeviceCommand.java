package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;

/** What any instrument can be asked. */
public sealed interface DeviceCommand extends Command {

  @Doc("Sets one parameter that the instrument declares.")
  record Set(@Doc("Which one, and its value.") Setting setting) implements DeviceCommand {}

  @Doc("Takes a parameter that the instrument declares to a value at a rate.")
  record Ramp(
      @Doc("Which one, and where to.") Setting setting,
      @Doc("Change each second, in the unit of the parameter.")
          @Bounds(min = 1e-12, max = 1000000000000.0)
          double ratePerSecond)
      implements DeviceCommand {}

  @Doc("Clears a fault that the device reports.")
  record ClearFault() implements DeviceCommand {}
}
