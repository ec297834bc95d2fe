package dev.cantilever.drivers.replay;

import dev.cantilever.drivers.ledger.LineForm;
import dev.cantilever.vocabulary.command.SurfacePoint;
import java.util.List;

/** Where the probe stood after a deed: x and y in metres. */
final class ProbeLine implements LineForm<SurfacePoint> {

  @Override
  public List<String> write(SurfacePoint at) {
    return List.of(Double.toString(at.x().metres()), Double.toString(at.y().metres()));
  }

  @Override
  public SurfacePoint read(List<String> fields) {
    if (fields.size() != 2) {
      throw new IllegalArgumentException("a probe stands at x and y, not at " + fields);
    }
    return SurfacePoint.metres(
        Double.parseDouble(fields.get(0)), Double.parseDouble(fields.get(1)));
  }
}
