package dev.cantilever.drivers.nanonis;

import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Quality;
import dev.cantilever.vocabulary.reading.Series;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is asked of the controller, by the names and types of its programming interface. */
final class Controller implements AutoCloseable {

  private static final int UP = 1;
  private static final int START = 0;
  private static final int STOP = 1;
  private static final int KEEP_CHANNELS = 0;

  private final Line line;

  Controller(Line line) {
    this.line = line;
  }

  /** The scan frame: metres and degrees. */
  record Area(double x, double y, double width, double height, double degrees) {}

  /** What a scan holds: numbers of its signals, and its size. */
  record Buffer(List<Integer> channels, int pixels, int lines) {}

  private static Body none() {
    return new Body();
  }

  private double float32(String command) throws IOException {
    Values values = line.ask(command, none());
    double value = values.float32();
    values.end();
    return value;
  }

  private int int32(String command) throws IOException {
    Values values = line.ask(command, none());
    int value = values.int32();
    values.end();
    return value;
  }

  private void tell(String command, Body body, double seconds) throws IOException {
    line.ask(command, body, seconds).end();
  }

  boolean hasSent() {
    return line.hasSent();
  }

  double bias() throws IOException {
    return float32("Bias.Get");
  }

  void bias(double volts) throws IOException {
    tell("Bias.Set", none().float32(volts), 0);
  }

  double setpoint() throws IOException {
    return float32("ZCtrl.SetpntGet");
  }

  void setpoint(double value) throws IOException {
    tell("ZCtrl.SetpntSet", none().float32(value), 0);
  }

  double height() throws IOException {
    return float32("ZCtrl.ZPosGet");
  }

  boolean isFeedbackOn() throws IOException {
    return int32("ZCtrl.OnOffGet") != 0;
  }

  double[] position() throws IOException {
    Values values = line.ask("FolMe.XYPosGet", none().int32(1));
    double[] position = {values.float64(), values.float64()};
    values.end();
    return position;
  }

  void move(SpmCommand.MoveProbe move, double seconds) throws IOException {
    tell("FolMe.SpeedSet", none().float32(move.speed().metresPerSecond()).int32(1), 0);
    double x = move.target().x().metres();
    double y = move.target().y().metres();
    tell("FolMe.XYPosSet", none().float64(x).float64(y).int32(1), seconds);
  }

  void withdraw(boolean awaited, double seconds) throws IOException {
    int wait = awaited ? 1 : 0;
    tell("ZCtrl.Withdraw", none().int32(wait).int32((int) (seconds * 1e3)), awaited ? seconds : 0);
  }

  boolean isApproaching() throws IOException {
    Values values = line.ask("AutoApproach.OnOffGet", none());
    boolean on = values.int16() != 0;
    values.end();
    return on;
  }

  void approach(boolean on) throws IOException {
    if (on) {
      tell("AutoApproach.Open", none(), 0);
    }
    tell("AutoApproach.OnOffSet", none().int16(on ? 1 : 0), 0);
  }

  Area area() throws IOException {
    Values values = line.ask("Scan.FrameGet", none());
    Area area =
        new Area(
            values.float32(),
            values.float32(),
            values.float32(),
            values.float32(),
            values.float32());
    values.end();
    return area;
  }

  Buffer buffer() throws IOException {
    Values values = line.ask("Scan.BufferGet", none());
    List<Integer> channels = new ArrayList<>();
    for (int left = values.count(Integer.BYTES); left > 0; left--) {
      channels.add(values.int32());
    }
    Buffer buffer = new Buffer(channels, values.int32(), values.int32());
    values.end();
    return buffer;
  }

  void frame(SpmCommand.SetFrame frame) throws IOException {
    Body body =
        none()
            .float32(frame.center().x().metres())
            .float32(frame.center().y().metres())
            .float32(frame.width().metres())
            .float32(frame.height().metres())
            .float32(Math.toDegrees(frame.angle().radians()));
    tell("Scan.FrameSet", body, 0);
    Body size = none().int32(KEEP_CHANNELS).int32(frame.pixels()).int32(frame.lines());
    tell("Scan.BufferSet", size, 0);
  }

  /** Time for a line there and back. */
  double lineSeconds() throws IOException {
    Values values = line.ask("Scan.SpeedGet", none());
    values.float32();
    values.float32();
    double seconds = values.float32() + values.float32();
    values.int16();
    values.float32();
    values.end();
    return seconds;
  }

  boolean isScanning() throws IOException {
    return int32("Scan.StatusGet") != 0;
  }

  void scan(boolean on) throws IOException {
    tell("Scan.Action", none().int16(on ? START : STOP).int32(UP), 0);
  }

  /** False where it was not over in time. */
  boolean awaitScan(double seconds) throws IOException {
    Values values = line.ask("Scan.WaitEndOfScan", none().int32((int) (seconds * 1e3)), seconds);
    boolean late = values.int32() != 0;
    values.int32(); // the size of the path in bytes, which its own count repeats
    values.text();
    values.end();
    return !late;
  }

  /** One signal of the last scan, forwards; the first row is the lowest. */
  Frame grab(int channel, Area area) throws IOException {
    Values values = line.ask("Scan.FrameDataGrab", none().int32(channel).int32(1), 0, Line.PICTURE);
    String name = values.text();
    int rows = values.int32();
    int columns = values.int32();
    if (rows < 1 || columns < 1 || rows > 1 << 14 || columns > 1 << 14) {
      throw new IOException("a scan of %d × %d".formatted(rows, columns));
    }
    double[] data = new double[values.holds((long) rows * columns, Float.BYTES)];
    for (int i = 0; i < data.length; i++) {
      data[i] = values.float32();
    }
    boolean upwards = values.int32() != 0;
    values.end();
    Series series = Series.of(upwards ? data : flipped(data, columns));
    Quality quality = series.isFinite() ? Quality.GOOD : Quality.BAD;
    String unit = name.replaceAll(".*\\(([^()]{1,20})\\)$", "$1");
    return new Frame(
        name.replaceAll("\\s*\\([^()]*\\)$", ""),
        unit.equals(name) ? "1" : unit,
        rows,
        columns,
        new Length(area.width()),
        new Length(area.height()),
        series,
        quality);
  }

  private static double[] flipped(double[] data, int columns) {
    double[] flipped = new double[data.length];
    for (int from = 0; from < data.length; from += columns) {
      System.arraycopy(data, from, flipped, data.length - columns - from, columns);
    }
    return flipped;
  }

  @Override
  public void close() {
    line.close();
  }
}
