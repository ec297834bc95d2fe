package dev.cantilever.drivers.scpi;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the description file says of one kind of instrument.
 *
 * @param positionTolerance by how much a stage may read back beside where it is
 * @param recipes by verb, for {@code device.set} and {@code device.ramp} by verb and parameter
 */
record Description(
    Name name,
    Manners manners,
    List<String> stop,
    Length positionTolerance,
    Health health,
    Map<Channel, Query> channels,
    Map<Asked, Recipe> recipes) {

  /** Who it is; {@code identity} is what it answers when asked {@code question}. */
  record Name(String title, String sample, String question, Pattern identity) {}

  /**
   * How it is spoken to.
   *
   * @param terminator end of a line
   * @param acknowledgement what it answers to a line that asks nothing; empty where it is silent
   * @param replyWithin the longest wait for one reply
   * @param commandWithin the longest wait for a command with all its replies, settling apart
   * @param gap the least time between two lines
   */
  record Manners(
      String terminator,
      Optional<Pattern> acknowledgement,
      TimeSpan replyWithin,
      TimeSpan commandWithin,
      TimeSpan gap) {}

  /** How it says that something is wrong, that it is ready, that it is without fault. */
  record Health(Optional<String> errors, Optional<Check> ready, Optional<Check> sound) {}

  /** What is asked; the parameter is empty for verbs that declare none. */
  record Asked(Verb verb, String parameter) {

    static Asked by(Command command) {
      return switch (command) {
        case DeviceCommand.Set set -> new Asked(set.verb(), set.setting().parameter());
        case DeviceCommand.Ramp ramp -> new Asked(ramp.verb(), ramp.setting().parameter());
        default -> new Asked(command.verb(), "");
      };
    }

    @Override
    public String toString() {
      return (verb + " " + parameter).strip();
    }
  }

  Optional<Recipe> recipe(Command command) {
    return Optional.ofNullable(recipes.get(Asked.by(command)));
  }
}
