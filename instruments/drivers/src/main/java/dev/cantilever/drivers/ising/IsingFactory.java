package dev.cantilever.drivers.ising;

import dev.cantilever.drivers.condition.ConditionDriver;
import dev.cantilever.drivers.setup.ContentHash;
import dev.cantilever.drivers.setup.Options;
import dev.cantilever.kernel.port.Driver;
import dev.cantilever.kernel.port.DriverFactory;
import dev.cantilever.kernel.port.DriverSetup;
import dev.cantilever.kernel.port.InstrumentDescription;
import dev.cantilever.kernel.port.Offer;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Connects instruments of the kind {@code sim.ising}. Options: {@code title}, {@code sample},
 * {@code seed} (whole number), {@code fidelities} (name and side of each lattice, cheapest first,
 * such as {@code small 20, large 60}), {@code coupling} (the offered range of J/kT, such as {@code
 * 0.2 to 0.7}), {@code anisotropic} ({@code true} for a coupling in each direction; {@code false}
 * where left out), {@code equilibration} and {@code measured} (sweeps), {@code time_per_spin}
 * (instrument time of one spin and sweep, such as {@code 1 µs}).
 */
public final class IsingFactory implements DriverFactory {

  private static final List<String> OPTIONS =
      List.of(
          "title",
          "sample",
          "seed",
          "fidelities",
          "coupling",
          "anisotropic",
          "equilibration",
          "measured",
          "time_per_spin");

  private static final Pattern RANGE =
      Pattern.compile("\\s*(\\d{1,3}(?:\\.\\d{1,15})?) to (\\d{1,3}(?:\\.\\d{1,15})?)\\s*");

  @Override
  public String kind() {
    return "sim.ising";
  }

  @Override
  public boolean isSimulated() {
    return true;
  }

  @Override
  public Driver open(DriverSetup setup) {
    Options options = Options.of(setup, OPTIONS);
    List<LatticeFidelity> fidelities = fidelities(options);
    Schedule schedule =
        new Schedule(
            Schedule.Moves.WOLFF,
            (int) options.whole("equilibration", 1, 1_000_000),
            (int) options.whole("measured", 100, 1_000_000));
    IsingTrials trials =
        new IsingTrials(
            options.whole("seed", Long.MIN_VALUE, Long.MAX_VALUE), fidelities, schedule);
    InstrumentDescription description =
        new InstrumentDescription(
            setup.instrument(),
            options.text("title"),
            options.text("sample"),
            true,
            ContentHash.of(trials.identity()),
            offer(options, fidelities, schedule));
    return ConditionDriver.open(description, trials, setup.directory());
  }

  private static Offer offer(Options options, List<LatticeFidelity> fidelities, Schedule schedule) {
    double perSite =
        options.time("time_per_spin").seconds()
            * ((long) schedule.equilibration() + schedule.measured());
    return new Offer.Conditions(
        parameters(options),
        List.of(
            new Offer.Outcome(CautiousOutcomes.HEAT_CAPACITY, "1"),
            new Offer.Outcome(CautiousOutcomes.ENERGY, "1"),
            new Offer.Outcome(CautiousOutcomes.MAGNETISATION, "1")),
        fidelities.stream()
            .map(f -> new Offer.Fidelity(f.name(), new TimeSpan(f.sites() * perSite)))
            .toList(),
        List.of());
  }

  private static List<Offer.Parameter> parameters(Options options) {
    Matcher range = RANGE.matcher(options.text("coupling"));
    if (range.matches()) {
      double min = Double.parseDouble(range.group(1));
      double max = Double.parseDouble(range.group(2));
      if (min < max) {
        return names(options).stream().map(n -> new Offer.Parameter(n, "1", min, max)).toList();
      }
    }
    throw options.refusal("coupling", "a range of numbers below 1000, such as \"0.2 to 0.7\"");
  }

  private static List<String> names(Options options) {
    return switch (options.text("anisotropic", "false")) {
      case "true" -> List.of("coupling_x", "coupling_y");
      case "false" -> List.of("coupling");
      default -> throw options.refusal("anisotropic", "true or false");
    };
  }

  private static List<LatticeFidelity> fidelities(Options options) {
    return LatticeFidelity.parse(options.text("fidelities"))
        .orElseThrow(
            () ->
                options.refusal(
                    "fidelities",
                    "names and sides in [2, 1024], the smallest lattice first, such as \"small 20, large 60\""));
  }
}
