package dev.cantilever.tools.search;

import dev.cantilever.kernel.port.Offer;
import dev.cantilever.numerics.formula.MeanFunction;
import dev.cantilever.numerics.kernel.Role;
import dev.cantilever.numerics.structured.InputScaling;
import dev.cantilever.numerics.structured.StructuredModel;
import dev.cantilever.numerics.structured.StructuredSurrogate;
import dev.cantilever.numerics.structured.Units;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.tools.surrogate.Hypothesis;
import dev.cantilever.tools.surrogate.SurrogateForm;
import dev.cantilever.vocabulary.reading.Series;
import java.util.List;

/** Formulas over the parameters of an instrument. */
final class Formulas {

  private final List<Offer.Parameter> parameters;

  Formulas(Offer.Conditions offer) {
    this.parameters = offer.parameters();
  }

  /** What a formula may speak of. */
  List<MeanFunction.Input> inputs() {
    return parameters.stream().map(own -> new MeanFunction.Input(own.name(), own.unit())).toList();
  }

  /**
   * A formula under a process.
   *
   * @param goal a goal that is to be small is learnt with the opposite sign
   * @param observations between physical and standardised ones
   */
  StructuredSurrogate surrogate(
      SurrogateForm.Structured form, Goal goal, Standardisation observations) {
    Hypothesis signed = goal.signed(1) < 0 ? form.hypothesis().negated() : form.hypothesis();
    return new StructuredSurrogate(
        StructuredModel.of(signed.read(inputs()), form.kernel().template(parameters.size()))
            .with(Role.OUTPUT_SCALE, form.residual()),
        new Units(scaling(), observations),
        form.inference());
  }

  /** As {@link Candidates#scaled} scales them. */
  private InputScaling scaling() {
    return new InputScaling(
        Series.of(parameters.stream().mapToDouble(Offer.Parameter::min).toArray()),
        Series.of(parameters.stream().mapToDouble(Offer.Parameter::max).toArray()));
  }
}
