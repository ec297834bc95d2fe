package dev.cantilever.vocabulary.command;

import dev.cantilever.vocabulary.quantity.Fluence;
import dev.cantilever.vocabulary.quantity.HeatingRate;
import dev.cantilever.vocabulary.quantity.Pressure;
import dev.cantilever.vocabulary.quantity.Temperature;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Volume;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/** What a synthesis station can be asked. */
public sealed interface SynthesisCommand extends Command {

  @Doc("Deposits material by laser pulses on a target.")
  record Deposit(
      @Doc("Name of the target.") @Text(maxLength = 40) String target,
      @Doc("Laser pulses.") @Bounds(min = 1, max = 1000000) int pulses,
      @Doc("Fluence on the target.") @Bounds(min = 5000.0, max = 30000.0) Fluence fluence,
      @Doc("Temperature of the substrate.") @Bounds(min = 300, max = 1300) Temperature temperature,
      @Doc("Oxygen pressure.") @Bounds(min = 0.0001, max = 100) Pressure oxygenPressure)
      implements SynthesisCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.FLUENCE, fluence),
          new Demand(Channel.TEMPERATURE, temperature),
          new Demand(Channel.PRESSURE, oxygenPressure));
    }
  }

  @Doc("Heats the sample, holds, and cools at the same rate.")
  record Anneal(
      @Doc("Temperature.") @Bounds(min = 300, max = 1600) Temperature temperature,
      @Doc("Greatest change of temperature.") @Bounds(min = 0.0001, max = 0.5) HeatingRate ramp,
      @Doc("How long.") @Bounds(min = 0, max = 1000000.0) TimeSpan hold)
      implements SynthesisCommand {
    @Override
    public List<Demand> demands() {
      return List.of(
          new Demand(Channel.TEMPERATURE, temperature),
          new Demand(Channel.HEATING_RATE, ramp),
          new Demand(Channel.ANNEAL_TIME, hold));
    }
  }

  @Doc("Puts liquid into a well.")
  record Dispense(
      @Doc("Name of the well.") @Text(maxLength = 20) String well,
      @Doc("How much.") @Bounds(min = 1e-09, max = 1e-06) Volume volume,
      @Doc("Name of the liquid.") @Text(maxLength = 40) String liquid)
      implements SynthesisCommand {
    @Override
    public List<Demand> demands() {
      return List.of(new Demand(Channel.VOLUME, volume));
    }
  }
}
