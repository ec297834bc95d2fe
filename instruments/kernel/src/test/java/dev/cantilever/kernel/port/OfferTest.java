package dev.cantilever.kernel.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.cantilever.vocabulary.id.InstrumentId;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Series;
import dev.cantilever.vocabulary.reading.SiteGrid;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OfferTest {

  private static final Offer.Parameter DOSE = new Offer.Parameter("dose", "C", 0, 10);
  private static final Offer.Outcome YIELD = new Offer.Outcome("yield", "%");
  private static final Offer.Fidelity QUICK = new Offer.Fidelity("quick", new TimeSpan(1));

  @Test
  void aDescriptionOffersLoopsOrConditions() {
    Offer.Loops loops =
        new Offer.Loops(
            new SiteGrid(2, 2, new Length(1), new Length(1)),
            new TimeSpan(10),
            new Voltage(8.5),
            64);
    assertThat(describe(loops).loops()).contains(loops);
    assertThat(describe(loops).conditions()).isEmpty();
    Offer.Conditions conditions = conditions(List.of(Series.of(1)));
    assertThat(describe(conditions).conditions()).contains(conditions);
    assertThat(describe(conditions).loops()).isEmpty();
  }

  @Test
  void anOfferCannotBeWidenedAfterwards() {
    List<Offer.Parameter> parameters = new ArrayList<>(List.of(DOSE));
    List<Offer.Outcome> outcomes = new ArrayList<>(List.of(YIELD));
    List<Offer.Fidelity> fidelities = new ArrayList<>(List.of(QUICK));
    List<Series> entries = new ArrayList<>(List.of(Series.of(1)));
    Offer.Conditions offer = new Offer.Conditions(parameters, outcomes, fidelities, entries);
    parameters.clear();
    outcomes.clear();
    fidelities.clear();
    entries.clear();
    assertThat(offer).isEqualTo(conditions(List.of(Series.of(1))));
  }

  /** A truth answers for what its instrument offers; the rest is a mistake of the caller. */
  @Test
  void aTruthAnswersForSitesOrForEntries() {
    GroundTruth nothing = new GroundTruth() {};
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> nothing.spectrum(0))
        .withMessageContaining("sites");
    assertThatExceptionOfType(UnsupportedOperationException.class)
        .isThrownBy(() -> nothing.outcomes(0))
        .withMessageContaining("entries");
  }

  private static Offer.Conditions conditions(List<Series> entries) {
    return new Offer.Conditions(List.of(DOSE), List.of(YIELD), List.of(QUICK), entries);
  }

  private static InstrumentDescription describe(Offer offer) {
    return new InstrumentDescription(
        new InstrumentId("oven"), "an oven", "a film", true, "", offer);
  }
}
