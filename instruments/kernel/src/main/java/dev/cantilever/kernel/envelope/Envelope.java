package dev.cantilever.kernel.envelope;

import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.schema.Default;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All allowed space of one instrument with one sample.
 *
 * @param name which envelope, with its version
 * @param limits at most one for each channel; a channel without one cannot be used
 * @param maximumLoopSteps the longest loop
 * @param forbidden where the probe may not go
 * @param budget what one run may use up
 * @param parameters at most one for each parameter of a condition; one without cannot be set
 * @param maximumFidelity the best fidelity that may be asked for
 * @param combined limits of several channels together
 * @param interlocks what must be so for anything to act
 * @param dose how many electrons each part of the sample may get; where absent no beam is counted
 */
public record Envelope(
    String name,
    List<Limit> limits,
    int maximumLoopSteps,
    List<Region> forbidden,
    Budget budget,
    @Default("[]") List<ParameterLimit> parameters,
    @Default("0") int maximumFidelity,
    @Default("[]") List<Combined> combined,
    @Default("[]") List<Interlock> interlocks,
    Optional<DoseLimit> dose) {

  public Envelope {
    if (name.isBlank() || maximumLoopSteps < 0) {
      throw new IllegalArgumentException(
          "an envelope needs a name and a longest loop of at least 0 steps, not \"%s\" and %d"
              .formatted(name, maximumLoopSteps));
    }
    limits = List.copyOf(limits);
    forbidden = List.copyOf(forbidden);
    parameters = List.copyOf(parameters);
    combined = List.copyOf(combined);
    interlocks = List.copyOf(interlocks);
    if (parameters.stream().map(ParameterLimit::parameter).distinct().count() < parameters.size()) {
      throw new IllegalArgumentException("two limits for one parameter; leave one");
    }
    Map<Channel, Limit> seen = new EnumMap<>(Channel.class);
    for (Limit limit : limits) {
      if (seen.put(limit.channel(), limit) != null) {
        throw new IllegalArgumentException(
            "two limits for %s; leave one".formatted(limit.channel().label()));
      }
    }
  }

  /** Without combined limits and interlocks. */
  public Envelope(
      String name,
      List<Limit> limits,
      int maximumLoopSteps,
      List<Region> forbidden,
      Budget budget,
      List<ParameterLimit> parameters,
      int maximumFidelity) {
    this(
        name,
        limits,
        maximumLoopSteps,
        forbidden,
        budget,
        parameters,
        maximumFidelity,
        List.of(),
        List.of());
  }

  /** Without a limit of the dose. */
  public Envelope(
      String name,
      List<Limit> limits,
      int maximumLoopSteps,
      List<Region> forbidden,
      Budget budget,
      List<ParameterLimit> parameters,
      int maximumFidelity,
      List<Combined> combined,
      List<Interlock> interlocks) {
    this(
        name,
        limits,
        maximumLoopSteps,
        forbidden,
        budget,
        parameters,
        maximumFidelity,
        combined,
        interlocks,
        Optional.empty());
  }

  /** The limit of a parameter, or empty: then it cannot be set. */
  public Optional<ParameterLimit> limit(String parameter) {
    return parameters.stream().filter(limit -> limit.parameter().equals(parameter)).findFirst();
  }

  /** The limit of a channel, or empty: then the channel cannot be used. */
  public Optional<Limit> limit(Channel channel) {
    return limits.stream().filter(limit -> limit.channel() == channel).findFirst();
  }
}
