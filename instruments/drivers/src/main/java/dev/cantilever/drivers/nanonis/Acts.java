package dev.cantilever.drivers.nanonis;

import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.DeviceCommand;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.Verb;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;

/** How each command is done, and what must be read back then. */
final class Acts {

  static final Set<Verb> VERBS =
      EnumSet.of(
          Verb.DEVICE_SET,
          Verb.SPM_MOVE_PROBE,
          Verb.SPM_SET_FRAME,
          Verb.SPM_APPROACH,
          Verb.SPM_WITHDRAW,
          Verb.SPM_SCAN,
          Verb.SPM_STOP_SCAN,
          Verb.SPM_READ_METERS);

  private static final String BIAS = "bias";
  private static final String SETPOINT = "setpoint";
  private static final double WITHDRAWAL_SECONDS = 60;
  private static final long POLL_NANOS = 50_000_000;

  /** Of single precision, in which the controller keeps most settings. */
  private static final double ROUNDING = 1e-6;

  /** By how much a position may read back beside where it is, in metres. */
  static final double POSITION = 1e-9;

  private final Controller controller;

  Acts(Controller controller) {
    this.controller = controller;
  }

  /** Why a command cannot be done, as far as it can be told without asking. */
  static Optional<String> cannot(Command command) {
    return switch (command) {
      case DeviceCommand.Set set ->
          List.of(BIAS, SETPOINT).contains(set.setting().parameter())
              ? Optional.empty()
              : Optional.of("there is no such setting; there are: bias (V), setpoint");
      case SpmCommand.Scan scan ->
          scan.firstLine() == 0 && scan.lastLine() >= 4095
              ? Optional.empty()
              : Optional.of("the controller scans whole frames alone; leave the lines out");
      default ->
          VERBS.contains(command.verb())
              ? Optional.empty()
              : Optional.of("the controller is not taught %s".formatted(command.verb()));
    };
  }

  /** Does what a command asks for, all but reading it back. */
  void perform(Command command, double seconds) throws IOException {
    switch (command) {
      case DeviceCommand.Set set -> set(set);
      case SpmCommand.MoveProbe move -> controller.move(move, seconds);
      case SpmCommand.SetFrame frame -> controller.frame(frame);
      case SpmCommand.Approach approach -> approach(approach.timeout().seconds());
      case SpmCommand.Withdraw withdraw -> controller.withdraw(true, WITHDRAWAL_SECONDS);
      case SpmCommand.StopScan stop -> controller.scan(false);
      case SpmCommand.Scan scan -> scan(seconds);
      default -> throw new IllegalArgumentException("refused before: " + command.verb());
    }
  }

  private void set(DeviceCommand.Set set) throws IOException {
    if (set.setting().parameter().equals(BIAS)) {
      controller.bias(set.setting().value());
    } else {
      controller.setpoint(set.setting().value());
    }
  }

  private void approach(double seconds) throws IOException {
    long deadline = System.nanoTime() + Math.round(seconds * 1e9);
    controller.approach(true);
    while (controller.isApproaching()) {
      if (System.nanoTime() - deadline > 0) {
        controller.approach(false);
        return;
      }
      LockSupport.parkNanos(POLL_NANOS);
    }
  }

  private void scan(double seconds) throws IOException {
    controller.scan(true);
    if (!controller.awaitScan(seconds)) {
      controller.scan(false);
      throw new IOException("the scan was not over in time, and was stopped");
    }
  }

  /** What the settings read that a command is about. */
  List<Reading.Outcome> read(Command command) throws IOException {
    return switch (command) {
      case DeviceCommand.Set set ->
          set.setting().parameter().equals(BIAS)
              ? List.of(one(BIAS, controller.bias()))
              : List.of(one(SETPOINT, controller.setpoint()));
      case SpmCommand.MoveProbe move -> {
        double[] position = controller.position();
        yield List.of(one("x", position[0]), one("y", position[1]));
      }
      case SpmCommand.SetFrame frame -> {
        Controller.Area area = controller.area();
        Controller.Buffer buffer = controller.buffer();
        yield List.of(
            one("center x", area.x()),
            one("center y", area.y()),
            one("width", area.width()),
            one("height", area.height()),
            one("angle", area.degrees()),
            one("pixels", buffer.pixels()),
            one("lines", buffer.lines()));
      }
      case SpmCommand.Approach approach -> feedback();
      case SpmCommand.Withdraw withdraw -> feedback();
      case SpmCommand.StopScan stop -> List.of(one("scanning", controller.isScanning() ? 1 : 0));
      case SpmCommand.ReadMeters meters ->
          List.of(one("height", controller.height()), one(BIAS, controller.bias()));
      default -> List.of();
    };
  }

  private List<Reading.Outcome> feedback() throws IOException {
    return List.of(one("feedback", controller.isFeedbackOn() ? 1 : 0));
  }

  private static Reading.Outcome one(String name, double value) {
    return new Reading.Outcome(name, value, 0);
  }

  /** What of the readings is not as a command wants it; empty where all is. */
  static String wrong(Command command, List<Reading.Outcome> read) {
    double[] wanted = wanted(command);
    for (int i = 0; i < wanted.length; i++) {
      double slack = command instanceof SpmCommand.MoveProbe ? POSITION : slack(wanted[i]);
      double value = read.get(i).value();
      if (!(Math.abs(value - wanted[i]) <= slack)) {
        return "%s reads %s, expected was %s".formatted(read.get(i).name(), value, wanted[i]);
      }
    }
    return "";
  }

  private static double slack(double wanted) {
    return ROUNDING * Math.abs(wanted) + 1e-15;
  }

  private static double[] wanted(Command command) {
    return switch (command) {
      case DeviceCommand.Set set -> new double[] {set.setting().value()};
      case SpmCommand.MoveProbe move ->
          new double[] {move.target().x().metres(), move.target().y().metres()};
      case SpmCommand.SetFrame frame ->
          new double[] {
            frame.center().x().metres(),
            frame.center().y().metres(),
            frame.width().metres(),
            frame.height().metres(),
            Math.toDegrees(frame.angle().radians()),
            frame.pixels(),
            frame.lines()
          };
      case SpmCommand.Approach approach -> new double[] {1};
      case SpmCommand.Withdraw withdraw -> new double[] {0};
      case SpmCommand.StopScan stop -> new double[] {0};
      default -> new double[0];
    };
  }
}
