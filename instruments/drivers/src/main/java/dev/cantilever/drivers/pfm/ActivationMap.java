package dev.cantilever.drivers.pfm;

import dev.cantilever.drivers.twin.NormalDraws;
import java.util.ArrayList;
import java.util.List;

/** The activation field of wall motion in every cell, and the pins that are part of it. */
record ActivationMap(double[] voltsPerMetre, List<Pin> pins) {

  private static final double LINE_WIDTH_METRES = 10e-9;
  private static final double LINE_FACTOR = 3;
  private static final double LOWEST_SHARE = 0.5;

  static ActivationMap draw(PlaneGrid grid, double mean, PinningSettings settings, long seed) {
    List<Pin> pins = new ArrayList<>(settings.placed());
    NormalDraws draws = NormalDraws.of(seed, "pfm pins");
    double half = grid.halfSideMetres();
    for (int i = 0; i < settings.randomLines(); i++) {
      double direction = draws.uniform(0, Math.PI);
      double x = draws.uniform(-half, half);
      double y = draws.uniform(-half, half);
      pins.add(new Pin.Line(x, y, direction, LINE_WIDTH_METRES, LINE_FACTOR));
    }
    for (int i = 0; i < settings.randomPoints(); i++) {
      double x = draws.uniform(-half, half);
      double y = draws.uniform(-half, half);
      pins.add(new Pin.Point(x, y, draws.uniform(5e-9, 15e-9), draws.uniform(2, 4)));
    }
    double[] field = disorder(grid, settings, NormalDraws.of(seed, "pfm disorder"));
    for (int i = 0; i < field.length; i++) {
      field[i] *= mean;
    }
    pins.forEach(pin -> multiply(grid, field, pin));
    return new ActivationMap(field, List.copyOf(pins));
  }

  private static double[] disorder(PlaneGrid grid, PinningSettings settings, NormalDraws draws) {
    double[] values = SmoothNoise.of(grid, settings.correlationMetres(), draws);
    for (int i = 0; i < values.length; i++) {
      values[i] = Math.max(LOWEST_SHARE, 1 + settings.relativeSpread() * values[i]);
    }
    return values;
  }

  private static void multiply(PlaneGrid grid, double[] field, Pin pin) {
    int n = grid.cells();
    for (int i = 0; i < field.length; i++) {
      if (pin.covers(grid.metres(i % n), grid.metres(i / n))) {
        field[i] *= pin.factor();
      }
    }
  }
}
