package dev.cantilever.tools.search;

import dev.cantilever.numerics.acquisition.Term;
import dev.cantilever.numerics.bayesian.FullyBayesianSurrogate;
import dev.cantilever.numerics.bayesian.HeteroscedasticSurrogate;
import dev.cantilever.numerics.bayesian.KernelPriors;
import dev.cantilever.numerics.bayesian.MeanTreatment;
import dev.cantilever.numerics.kernel.Kernel;
import dev.cantilever.numerics.random.RandomStream;
import dev.cantilever.numerics.structured.StructuredFit;
import dev.cantilever.numerics.structured.StructuredSurrogate;
import dev.cantilever.numerics.surrogate.ExactSurrogate;
import dev.cantilever.numerics.surrogate.Hyperparameters;
import dev.cantilever.numerics.surrogate.Learned;
import dev.cantilever.numerics.surrogate.Observations;
import dev.cantilever.numerics.surrogate.Standardisation;
import dev.cantilever.numerics.surrogate.Surrogate;
import dev.cantilever.tools.surrogate.SurrogateForm;
import java.util.List;
import java.util.Optional;

/** Learns one number from the trials so far, as the specification wants it. */
interface Learner {

  /**
   * Learns.
   *
   * @param data scaled inputs, observations standardised by {@code scale}
   */
  Learnt learn(
      Observations data,
      Standardisation scale,
      Optional<Hyperparameters> before,
      RandomStream stream);

  /**
   * What came of it.
   *
   * @param notes further numbers, such as parameters of a formula
   */
  record Learnt(Learned learned, List<Term> notes) {

    public Learnt {
      notes = List.copyOf(notes);
    }
  }

  /**
   * By an ordinary surrogate; a structured form counts as its kernel alone.
   *
   * @param isThorough whether the most probable hyper-parameters are also sought from random starts
   */
  static Learner of(SurrogateForm form, int dimension, boolean isThorough) {
    Kernel template = form.kernel().template(dimension);
    return switch (form) {
      case SurrogateForm.MostProbable own ->
          by(ExactSurrogate.sparing(template, dimension, isThorough ? own.restarts() : 0));
      case SurrogateForm.FullyBayesian own ->
          by(
              new FullyBayesianSurrogate(
                  KernelPriors.usual(template),
                  FullyBayesianSurrogate.usual(template).noise(),
                  MeanTreatment.zero(),
                  own.inference()));
      case SurrogateForm.Heteroscedastic own -> heteroscedastic(template, own);
      case SurrogateForm.Structured own -> by(ExactSurrogate.sparing(template, dimension, 0));
    };
  }

  private static Learner by(Surrogate surrogate) {
    return (data, scale, before, stream) ->
        new Learnt(surrogate.learn(data, before, stream), List.of());
  }

  /** Standard errors are left out: the noise is what is learnt. */
  private static Learner heteroscedastic(Kernel template, SurrogateForm.Heteroscedastic form) {
    HeteroscedasticSurrogate usual = HeteroscedasticSurrogate.usual(template, template);
    HeteroscedasticSurrogate surrogate =
        new HeteroscedasticSurrogate(
            usual.kernel(), usual.mean(), usual.noiseKernel(), usual.logNoise(), form.inference());
    return (data, scale, before, stream) ->
        new Learnt(
            surrogate.learn(new Observations(data.x(), data.y(), Optional.empty()), before, stream),
            List.of());
  }

  /** By a formula under a process; its parameters are noted. */
  static Learner structured(StructuredSurrogate surrogate) {
    int parameters = surrogate.model().mean().parameters().size();
    return (data, scale, before, stream) -> {
      StructuredSurrogate own = surrogate.in(surrogate.units().with(scale));
      StructuredFit fit = own.fit(data, stream);
      return new Learnt(
          own.learned(fit, data), Conclusion.terms(fit.parameters().summaries(), parameters));
    };
  }
}
