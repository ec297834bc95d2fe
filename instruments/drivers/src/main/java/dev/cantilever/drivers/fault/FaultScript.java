package dev.cantilever.drivers.fault;

import dev.cantilever.drivers.random.Draws;
import dev.cantilever.vocabulary.command.Channel;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which fault befalls which command; the same script gives the same faults. */
public record FaultScript(List<Entry> entries) {

  private static final int STEPS = 1000;

  public FaultScript {
    entries = List.copyOf(entries);
  }

  /**
   * One fault.
   *
   * @param command the number of the command that it befalls or follows, from 1; 0 for a fault that
   *     is there from the start
   * @param size as {@link Fault} says
   * @param channel for {@link Fault#READBACK}
   */
  public record Entry(Fault fault, int command, double size, Optional<Channel> channel) {

    public Entry {
      if (command < (fault.isBetween() ? 0 : 1)
          || channel.isPresent() != (fault == Fault.READBACK)) {
        throw new IllegalArgumentException(
            "%s at command %d with channel %s makes no sense".formatted(fault, command, channel));
      }
    }
  }

  public static FaultScript of(Fault fault, int command, double size) {
    return new FaultScript(List.of(new Entry(fault, command, size, Optional.empty())));
  }

  /** A channel reads {@code value}, in SI units, from the end of a command. */
  public static FaultScript readback(int command, Channel channel, double value) {
    return new FaultScript(
        List.of(new Entry(Fault.READBACK, command, value, Optional.of(channel))));
  }

  /**
   * Drawn at random.
   *
   * @param commands how many commands it covers
   * @param among the faults that may come; neither {@link Fault#READBACK} nor {@link Fault#FREEZE}
   * @param probability that one befalls a command
   */
  public static FaultScript drawn(long seed, int commands, List<Fault> among, double probability) {
    Draws draws = Draws.of(seed, "faults");
    long threshold = Draws.threshold(probability);
    List<Entry> entries = new ArrayList<>();
    for (int command = 1; command <= commands; command++) {
      int happens = draws.happens(threshold);
      Fault fault = among.get(draws.below(among.size()));
      double size = draws.below(STEPS) / (double) STEPS;
      if (happens == 1) {
        entries.add(new Entry(fault, command, size, Optional.empty()));
      }
    }
    return new FaultScript(entries);
  }

  Optional<Entry> during(int command) {
    return entries.stream()
        .filter(entry -> entry.command() == command && !entry.fault().isBetween())
        .findFirst();
  }

  List<Entry> after(int command) {
    return entries.stream()
        .filter(entry -> entry.command() == command && entry.fault().isBetween())
        .toList();
  }
}
