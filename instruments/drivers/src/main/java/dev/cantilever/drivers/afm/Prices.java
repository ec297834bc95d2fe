package dev.cantilever.drivers.afm;

import dev.cantilever.kernel.port.Cost;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.TimeSpan;

/**
 * What commands cost with the twin as it is.
 *
 * @param position where the probe is
 * @param twice whether scans pass each line a second time
 */
record Prices(AfmTwin twin, SurfacePoint position, boolean twice) {

  static final double MODE_SECONDS = 10;
  static final double ZEROING_SECONDS = 3;

  private static final double SETTLING = 0.35;

  Cost of(Command command) {
    return switch (command) {
      case SpmCommand.SetMode set -> seconds(MODE_SECONDS);
      case SpmCommand.ZeroDetector zero -> seconds(ZEROING_SECONDS);
      case SpmCommand.CaptureOptical capture -> seconds(1);
      case SpmCommand.ExchangeProbe exchange ->
          Cost.newProbe(new TimeSpan(AfmTwin.EXCHANGE_SECONDS));
      case SpmCommand.Tune tune -> seconds(1.5);
      case SpmCommand.Approach approach ->
          seconds(
              Math.min(twin.gapMetres(), approach.maximumTravel().metres())
                      / approach.speed().metresPerSecond()
                  + 1);
      case SpmCommand.Withdraw withdraw -> seconds(2);
      case SpmCommand.Scan scan -> scan(scan);
      case SpmCommand.MoveProbe move ->
          new Cost(new TimeSpan(1), position.distanceTo(move.target()), 0);
      case SpmCommand.ForceCurve curve -> seconds(curve.count() / curve.rate().hertz() + SETTLING);
      default -> seconds(SETTLING);
    };
  }

  private Cost scan(SpmCommand.Scan scan) {
    int lines = Math.abs(line(scan.lastLine(), twin) - line(scan.firstLine(), twin)) + 1;
    int passes = twice ? 2 : 1;
    return new Cost(
        new TimeSpan(passes * lines / twin.settings().lineHertz() + 1.5),
        new Length(2 * passes * lines * twin.settings().frame().widthMetres()),
        0);
  }

  /** A line of the frame; one beyond it counts as its last. */
  static int line(int wanted, AfmTwin twin) {
    return Math.min(wanted, twin.settings().frame().pixels().lines() - 1);
  }

  private static Cost seconds(double seconds) {
    return new Cost(new TimeSpan(seconds), new Length(0), 0);
  }
}
