package dev.cantilever.numerics.acquisition;

import dev.cantilever.numerics.surrogate.JointDraws;
import dev.cantilever.vocabulary.schema.Bounds;
import dev.cantilever.vocabulary.schema.Default;
import dev.cantilever.vocabulary.schema.Doc;

/**
 * The values of one function drawn from the posterior (Thompson, Biometrika 25 (1933) 285,
 * doi:10.1093/biomet/25.3-4.285); of hyper-parameters that were drawn, one draw first.
 *
 * @param exactUpTo so many candidates are drawn together by the factor of their covariance, more
 *     along one approximate path
 */
public record ThompsonDraw(
    @Doc("Up to so many candidates are drawn exactly, more along an approximate path.")
        @Bounds(min = 1, max = 4000)
        @Default("500")
        int exactUpTo)
    implements AcquisitionFunction {

  @Override
  public double[] values(Situation situation) {
    int[] open = situation.open();
    if (open.length > exactUpTo) {
      return situation.model().draw(situation.stream()).at(situation.pool().select(open));
    }
    double[][] normals = new double[1][open.length];
    for (int i = 0; i < open.length; i++) {
      normals[0][i] = situation.stream().nextNormal();
    }
    return JointDraws.from(situation.moments(open), situation.covariance(open, open), normals)[0];
  }
}
