package dev.cantilever.numerics.kernel;

import dev.cantilever.vocabulary.reading.Series;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The structure of a kernel in words: up to four leaves joined by {@code *} inside and {@code +}
 * between terms, such as {@code "matern52"} or {@code "rbf + linear * periodic"}.
 *
 * @param words in one spelling: lower case, one blank around every sign
 */
public record KernelForm(String words) {

  private static final String LEAVES =
      Arrays.stream(Leaf.values()).map(Leaf::word).collect(Collectors.joining("|", "(?:", ")"));

  /** What the words must look like. */
  public static final Pattern FORM = Pattern.compile(LEAVES + "(?: ?[+*] ?" + LEAVES + "){0,3}");

  private static final Pattern SUM = Pattern.compile(" \\+ ");
  private static final Pattern PRODUCT = Pattern.compile(" \\* ");

  /** The kernels that a form is made of. */
  public enum Leaf {
    RBF,
    MATERN12,
    MATERN32,
    MATERN52,
    RATIONAL_QUADRATIC,
    PERIODIC,
    LINEAR,
    QUADRATIC,
    CUBIC,
    NETWORK_ERF,
    NETWORK_RELU;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    private Kernel template(int dimension) {
      double[] half = new double[dimension];
      Arrays.fill(half, 0.5);
      Series lengthscales = Series.of(half);
      return switch (this) {
        case RBF -> new Stationary(KernelFamily.RBF, 1, lengthscales);
        case MATERN12 -> new Stationary(KernelFamily.MATERN12, 1, lengthscales);
        case MATERN32 -> new Stationary(KernelFamily.MATERN32, 1, lengthscales);
        case MATERN52 -> new Stationary(KernelFamily.MATERN52, 1, lengthscales);
        case RATIONAL_QUADRATIC -> new RationalQuadratic(1, lengthscales, 1);
        case PERIODIC -> new Periodic(1, lengthscales, lengthscales);
        case LINEAR -> new Linear(1);
        case QUADRATIC -> new Polynomial(1, 1, 2);
        case CUBIC -> new Polynomial(1, 1, 3);
        case NETWORK_ERF -> new InfiniteNetwork(Activation.ERF, 3, 1, 1);
        case NETWORK_RELU -> new InfiniteNetwork(Activation.RELU, 3, 1, 1);
      };
    }
  }

  public KernelForm {
    if (!FORM.matcher(words).matches()) {
      throw new IllegalArgumentException(
          "\"%s\" is no kernel; join up to four of %s by * and +"
              .formatted(
                  words.length() > 60 ? words.substring(0, 60) : words,
                  Arrays.stream(Leaf.values()).map(Leaf::word).collect(Collectors.joining(", "))));
    }
    words = words.replace(" ", "").replace("*", " * ").replace("+", " + ");
  }

  /** A kernel of this structure for {@code dimension} inputs; its values are only a beginning. */
  public Kernel template(int dimension) {
    List<Kernel> sum = SUM.splitAsStream(words).map(term -> product(term, dimension)).toList();
    return sum.size() == 1 ? sum.getFirst() : new SumKernel(sum);
  }

  /** Only the first factor keeps an output scale: a product needs no more than one. */
  private static Kernel product(String term, int dimension) {
    List<Kernel> kernels = new ArrayList<>();
    for (String word : PRODUCT.split(term, -1)) {
      Kernel whole = Leaf.valueOf(word.toUpperCase(Locale.ROOT)).template(dimension);
      kernels.add(kernels.isEmpty() ? whole : new Held(Set.of(Role.OUTPUT_SCALE), whole));
    }
    return kernels.size() == 1 ? kernels.getFirst() : new ProductKernel(kernels);
  }

  @Override
  public String toString() {
    return words;
  }
}
