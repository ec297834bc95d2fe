package dev.cantilever.kernel.port;

import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.SiteGrid;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Doc;
import dev.cantilever.vocabulary.schema.Items;
import dev.cantilever.vocabulary.schema.Text;
import java.util.List;

/** What an instrument can be asked for. */
public sealed interface Offer {

  /** Hysteresis loops at the sites of a grid. */
  record Loops(
      @Doc("The sites that can be measured.") SiteGrid sites,
      @Doc("Instrument time for one site, positioning included.") @Bounds(min = 0, max = 1e6)
          TimeSpan timePerSite,
      @Doc("Bias amplitude of the loops that it offers by default.") @Bounds(min = 0, max = 100)
          Voltage bias,
      @Doc("Steps of the loops that it offers by default.") @Bounds(min = 1, max = 4096) int steps)
      implements Offer {}

  /** Whole conditions, each with the outcomes that come of it. */
  record Conditions(
      @Doc("What a condition is made of.") @Items(min = 1, max = 40) List<Parameter> parameters,
      @Doc("What comes of a condition.") @Items(min = 1, max = 40) List<Outcome> outcomes,
      @Doc("How well it can be found out, cheapest first.") @Items(min = 1, max = 10)
          List<Fidelity> fidelities,
      @Doc(
              "The only conditions there are, in the order of the parameters; empty where any will do.")
          @Items(min = 0, max = 100_000)
          List<Series> entries)
      implements Offer {

    public Conditions {
      parameters = List.copyOf(parameters);
      outcomes = List.copyOf(outcomes);
      fidelities = List.copyOf(fidelities);
      entries = List.copyOf(entries);
    }
  }

  /** Verbs of the instrument's vocabulary, and what its scans and curves hold. */
  record Verbs(
      @Doc("What it can be asked, as words such as spm.scan.") @Items(min = 1, max = 100)
          List<Verb> verbs,
      @Doc("What a scan reads.") @Items(min = 0, max = 40) List<Outcome> channels,
      @Doc("Width of what the probe or the beam can reach.") @Bounds(min = 0, max = 1) Length width,
      @Doc("Height of what the probe or the beam can reach.") @Bounds(min = 0, max = 1)
          Length height)
      implements Offer {

    public Verbs {
      verbs = List.copyOf(verbs);
      channels = List.copyOf(channels);
    }
  }

  /** One part of a condition. */
  record Parameter(
      @Doc("Name.") @Text(maxLength = 60) String name,
      @Doc("Unit of its values; 1 for a plain number.") @Text(maxLength = 20) String unit,
      @Doc("Least value.") @Bounds(min = -1e12, max = 1e12) double min,
      @Doc("Greatest value.") @Bounds(min = -1e12, max = 1e12) double max) {}

  /** One number that comes of a condition. */
  record Outcome(
      @Doc("Name.") @Text(maxLength = 60) String name,
      @Doc("Unit of its values; 1 for a plain number.") @Text(maxLength = 20) String unit) {}

  /** One way to find out what comes of a condition. */
  record Fidelity(
      @Doc("Name.") @Text(maxLength = 60) String name,
      @Doc("Instrument time for one condition.") @Bounds(min = 0, max = 1e9) TimeSpan time) {}
}
