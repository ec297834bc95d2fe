package dev.cantilever.numerics.kernel;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Parameters of kernels that are made of kernels. */
final class Parts {

  private Parts() {}

  static List<Parameter> parameters(String word, List<Kernel> parts) {
    List<Parameter> all = new ArrayList<>();
    for (int q = 0; q < parts.size(); q++) {
      for (Parameter own : parts.get(q).parameters()) {
        String name = "%s of %s %d".formatted(own.name(), word, q + 1);
        all.add(new Parameter(parts.size() == 1 ? own.name() : name, own.role(), own.value()));
      }
    }
    return all;
  }

  static List<Kernel> with(List<Kernel> parts, double[] values) {
    List<Kernel> changed = new ArrayList<>();
    int from = 0;
    for (Kernel part : parts) {
      int to = from + part.parameters().size();
      changed.add(part.with(Arrays.copyOfRange(values, from, to)));
      from = to;
    }
    return changed;
  }
}
