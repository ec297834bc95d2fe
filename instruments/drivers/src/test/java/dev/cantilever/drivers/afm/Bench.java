package dev.cantilever.drivers.afm;

import dev.cantilever.drivers.afm.lever.Probe;
import dev.cantilever.drivers.afm.sample.Sample;
import dev.cantilever.drivers.field.Field;

/** Microscopes as the tests need them, and figures of what they record. */
final class Bench {

  static final Probe STIFF = Probe.stiff();

  private Bench() {}

  /** Nothing but physics: no noise, drift, bow, creep or chance. */
  static AfmSetup ideal(Sample sample) {
    return new AfmSetup(
        STIFF, sample, AfmSetup.Instrument.ideal(), new Seeds(1, 2), IntegrationStep.INTERACTIVE);
  }

  /** The same instrument with other noise. */
  static AfmSetup with(AfmSetup setup, NoiseLevels noise) {
    AfmSetup.Instrument was = setup.instrument();
    return with(setup, new AfmSetup.Instrument(was.scanner(), noise, was.hazards()));
  }

  /** The same instrument with another scanner. */
  static AfmSetup with(AfmSetup setup, ScannerModel scanner) {
    AfmSetup.Instrument was = setup.instrument();
    return with(setup, new AfmSetup.Instrument(scanner, was.noise(), was.hazards()));
  }

  /** The same instrument with other hazards. */
  static AfmSetup with(AfmSetup setup, Hazards hazards) {
    AfmSetup.Instrument was = setup.instrument();
    return with(setup, new AfmSetup.Instrument(was.scanner(), was.noise(), hazards));
  }

  private static AfmSetup with(AfmSetup setup, AfmSetup.Instrument instrument) {
    return new AfmSetup(setup.probe(), setup.sample(), instrument, setup.seeds(), setup.step());
  }

  /** The same setup with other seeds. */
  static AfmSetup with(AfmSetup setup, Seeds seeds) {
    return new AfmSetup(setup.probe(), setup.sample(), setup.instrument(), seeds, setup.step());
  }

  /** Typical settings on a frame of that side, a line every quarter of a second. */
  static AfmSettings quick(double sideMetres, int pixels) {
    return AfmSettings.typical(STIFF).with(ScanFrame.square(sideMetres, pixels)).atLineHertz(4);
  }

  /** Engaged with typical settings. */
  static AfmTwin engaged(AfmSetup setup, AfmSettings settings) {
    AfmTwin twin = new AfmTwin(setup, settings);
    twin.approach(1e-3, 5e-6);
    return twin;
  }

  static double mean(double... values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum / values.length;
  }

  /** Root of the mean square about the mean. */
  static double spread(double... values) {
    double mean = mean(values);
    double sum = 0;
    for (double value : values) {
      sum += (value - mean) * (value - mean);
    }
    return Math.sqrt(sum / values.length);
  }

  static double[] row(Field field, int row) {
    double[] values = new double[field.columns()];
    for (int i = 0; i < values.length; i++) {
      values[i] = field.at(row, i);
    }
    return values;
  }

  static double[] minus(double[] values, double[] others) {
    double[] differences = new double[values.length];
    for (int i = 0; i < values.length; i++) {
      differences[i] = values[i] - others[i];
    }
    return differences;
  }
}
