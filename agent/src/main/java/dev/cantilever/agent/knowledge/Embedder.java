package dev.cantilever.agent.knowledge;

import java.util.List;

/** Makes vectors of texts, so that texts of like meaning lie near each other. */
public interface Embedder {

  /** Which model where; vectors of another one are never compared with these. */
  String id();

  /** A vector for each text, in order, or why there are none. Never throws. */
  Embedded embed(List<String> texts);

  /** What came of it. */
  sealed interface Embedded {

    /** One for each text, all of one length, all numbers finite, none of them zero throughout. */
    record Vectors(List<double[]> vectors) implements Embedded {

      public Vectors {
        vectors = List.copyOf(vectors);
      }
    }

    /** None; in words of ours. */
    record None(String reason) implements Embedded {}
  }

  /** Vectors as a server sent them, if they are what was asked for. */
  static Embedded checked(List<double[]> sent, int wanted) {
    if (sent.size() != wanted) {
      return new Embedded.None("%d vectors came for %d texts".formatted(sent.size(), wanted));
    }
    int length = sent.isEmpty() ? 0 : sent.getFirst().length;
    for (double[] vector : sent) {
      if (vector.length != length || length == 0) {
        return new Embedded.None("its vectors are of several lengths");
      }
      double square = 0;
      for (double number : vector) {
        square += number * number;
      }
      if (!(square > 0 && square < Double.MAX_VALUE)) {
        return new Embedded.None("a vector of it is zero or no number");
      }
    }
    return new Embedded.Vectors(sent);
  }
}
