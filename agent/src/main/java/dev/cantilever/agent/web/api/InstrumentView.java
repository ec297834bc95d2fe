package dev.cantilever.agent.web.api;

import dev.cantilever.kernel.envelope.Severity;
import dev.cantilever.kernel.interlock.ClearRule;
import dev.cantilever.tools.plan.BudgetUse;
import dev.cantilever.vocabulary.command.Autonomy;
import dev.cantilever.vocabulary.command.Channel;
import dev.cantilever.vocabulary.command.Effect;
import dev.cantilever.vocabulary.event.Actor;
import dev.cantilever.vocabulary.id.CallId;
import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.id.LeaseId;
import dev.cantilever.vocabulary.id.RunId;
import dev.cantilever.vocabulary.quantity.Quantity;
import dev.cantilever.vocabulary.reading.Quality;
import java.util.List;
import java.util.Optional;

/**
 * One instrument, for somebody who stands before it.
 *
 * @param driver kind of its driver
 * @param simulated whether no hardware stands behind it
 * @param title what it is, in its own words or in those of its profile
 * @param run that this server is running on it
 * @param unended other runs on it that have not ended, here or anywhere
 * @param stopped absent where it may be used
 * @param envelope absent where nothing can run
 * @param noEnvelope why nothing can run
 * @param budgets what one run may use up, and what the one that has it did
 * @param reading what it says of itself; absent where asking would disturb it
 * @param notRead why there is no reading
 */
public record InstrumentView(
    InstrumentId instrument,
    String driver,
    boolean simulated,
    Optional<String> title,
    Optional<String> sample,
    Optional<Offered> offered,
    Autonomy autonomy,
    List<LeaseLine> leases,
    Optional<RunId> run,
    List<RunId> unended,
    Optional<Stop> stopped,
    Optional<Limits> envelope,
    Optional<String> noEnvelope,
    List<ChannelLine> channels,
    List<InterlockLine> interlocks,
    List<BudgetUse> budgets,
    Optional<Reading> reading,
    Optional<String> notRead) {

  public InstrumentView {
    leases = List.copyOf(leases);
    unended = List.copyOf(unended);
    channels = List.copyOf(channels);
    interlocks = List.copyOf(interlocks);
    budgets = List.copyOf(budgets);
  }

  /** A number with its unit. */
  public record Amount(double value, String unit) {

    /** Empty where it is no finite number. */
    static Optional<Amount> of(Quantity quantity) {
      return Double.isFinite(quantity.canonical())
          ? Optional.of(new Amount(quantity.canonical(), quantity.kind().canonicalUnit()))
          : Optional.empty();
    }
  }

  /**
   * Why nothing moves.
   *
   * @param since when that was written down
   * @param clears what has to be done
   */
  public record Stop(String reason, Optional<String> since, String clears) {}

  /** What somebody may do without a question. */
  public record LeaseLine(LeaseId lease, Actor by, Effect most, String ends) {}

  /**
   * What it can be asked for.
   *
   * @param tools that act on it
   * @param sites words on what can be measured where
   */
  public record Offered(
      List<String> tools, String sites, List<Range> parameters, List<String> outcomes) {

    public Offered {
      tools = List.copyOf(tools);
      parameters = List.copyOf(parameters);
      outcomes = List.copyOf(outcomes);
    }
  }

  /** A parameter of conditions; without limits it cannot be set. */
  public record Range(
      String name,
      String unit,
      Optional<Double> min,
      Optional<Double> max,
      Optional<Double> maximumRate) {}

  /**
   * The envelope.
   *
   * @param hash of its file
   * @param rules limits of several channels together, in words
   */
  public record Limits(
      String name,
      String hash,
      List<Region> forbidden,
      List<String> rules,
      Optional<Amount> doseCell,
      Optional<Amount> doseMax) {

    public Limits {
      forbidden = List.copyOf(forbidden);
      rules = List.copyOf(rules);
    }
  }

  /** A part of the surface that may not be touched or crossed. */
  public record Region(Amount left, Amount bottom, Amount right, Amount top, String reason) {}

  /**
   * A channel with what the envelope allows, what was asked and what is read.
   *
   * @param quantity what kind of number it is
   * @param setpoint what the run that has it asked last, and by which call
   */
  public record ChannelLine(
      Channel channel,
      String label,
      String quantity,
      Optional<Amount> min,
      Optional<Amount> max,
      Optional<Amount> maximumStep,
      Optional<Amount> setpoint,
      Optional<CallId> setBy,
      Optional<Amount> readback,
      Optional<Double> ageSeconds,
      Optional<Quality> quality) {}

  /**
   * How an interlock stands.
   *
   * @param words what is wrong, or the rule where nothing is
   * @param clear what ends it where it holds
   */
  public record InterlockLine(
      String name, Severity severity, State state, String words, Optional<ClearRule> clear) {

    /** Whether it lets commands through. */
    public enum State {
      OK,
      /** Nothing new begins until it is well. */
      HOLDS,
      /** It is well or not, and a person must look. */
      LATCHED,
      /** Nobody reads it now. */
      NOT_READ
    }
  }

  /**
   * What it says of itself.
   *
   * @param live whether it was asked itself; else a copy of a simulated one was
   */
  public record Reading(
      boolean live,
      String device,
      String probe,
      String beam,
      Amount x,
      Amount y,
      Amount elapsed,
      long loops,
      Quality quality) {}
}
