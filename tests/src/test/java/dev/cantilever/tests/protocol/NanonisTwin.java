package dev.cantilever.tests.protocol;

import dev.cantilever.kernel.permit.Gate;
import dev.cantilever.kernel.permit.Verdict;
import dev.cantilever.kernel.port.Outcome;
import dev.cantilever.kernel.port.ProbeState;
import dev.cantilever.vocabulary.command.Command;
import dev.cantilever.vocabulary.command.SpmCommand;
import dev.cantilever.vocabulary.command.SurfacePoint;
import dev.cantilever.vocabulary.quantity.Angle;
import dev.cantilever.vocabulary.quantity.Frequency;
import dev.cantilever.vocabulary.quantity.Length;
import dev.cantilever.vocabulary.quantity.Speed;
import dev.cantilever.vocabulary.quantity.TimeSpan;
import dev.cantilever.vocabulary.quantity.Voltage;
import dev.cantilever.vocabulary.reading.Frame;
import dev.cantilever.vocabulary.reading.Reading;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The AFM twin behind the Nanonis TCP programming interface, for the commands that the driver uses;
 * framing and types after the vendor's own Python client (nanonis_spm 1.0.9).
 */
final class NanonisTwin implements AutoCloseable {

  private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
  private final Gate gate;
  private final List<String> heard = new ArrayList<>();
  private SpmCommand.SetFrame frame =
      new SpmCommand.SetFrame(
          SurfacePoint.metres(0, 0), new Length(1e-6), new Length(1e-6), new Angle(0), 64, 64);
  private List<Frame> frames = List.of();
  private Speed speed = new Speed(1e-6);
  private float bias;
  private float setpoint = 1e-10f;
  private int calls;

  NanonisTwin(Gate gate) throws IOException {
    this.gate = gate;
    Thread.ofVirtual().start(this::accept);
  }

  /** The microscope that stands behind it, tuned. */
  static Gate microscope(Path directory) {
    Gate microscope =
        Bench.gate(
            Bench.connect(
                "twin.afm",
                directory,
                Map.of(
                    "title",
                    "AFM",
                    "sample",
                    "film",
                    "surface",
                    "fractal_film",
                    "probe",
                    "stiff",
                    "seed",
                    "7")));
    Bench.act(microscope, 900, new SpmCommand.SetDrive(new Voltage(0.5), new Frequency(300_000)));
    Bench.act(
        microscope, 901, new SpmCommand.Tune(new Frequency(300_000), new Frequency(50_000), 64));
    return microscope;
  }

  int port() {
    return server.getLocalPort();
  }

  synchronized List<String> heard() {
    return List.copyOf(heard);
  }

  private void accept() {
    while (!server.isClosed()) {
      try {
        Socket socket = server.accept();
        Thread.ofVirtual().start(() -> serve(socket));
      } catch (IOException over) {
        return;
      }
    }
  }

  private void serve(Socket socket) {
    try (socket) {
      DataInputStream in = new DataInputStream(socket.getInputStream());
      while (true) {
        byte[] name = in.readNBytes(32);
        byte[] body = new byte[in.readInt()];
        in.readInt();
        in.readFully(body);
        String command = new String(name, StandardCharsets.US_ASCII).replace("\0", "");
        byte[] reply = reply(command, new DataInputStream(new ByteArrayInputStream(body)));
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        DataOutputStream out = new DataOutputStream(bytes);
        out.write(name);
        out.writeInt(reply.length);
        out.writeInt(0);
        out.write(reply);
        socket.getOutputStream().write(bytes.toByteArray());
      }
    } catch (IOException gone) {
      // the client has left
    }
  }

  private synchronized byte[] reply(String command, DataInputStream in) throws IOException {
    if (!command.contains("Get")) {
      heard.add(command);
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    DataOutputStream out = new DataOutputStream(bytes);
    String error = answer(command, in, out);
    out.writeInt(error.isEmpty() ? 0 : 1);
    out.writeInt(error.length());
    out.writeBytes(error);
    return bytes.toByteArray();
  }

  private String answer(String command, DataInputStream in, DataOutputStream out)
      throws IOException {
    switch (command) {
      case "Bias.Get" -> out.writeFloat(bias);
      case "Bias.Set" -> {
        float wanted = in.readFloat();
        if (Math.abs(wanted) > 10) {
          return "Bias out of range\u0007";
        }
        bias = wanted;
      }
      case "ZCtrl.SetpntGet" -> out.writeFloat(setpoint);
      case "ZCtrl.SetpntSet" -> setpoint = in.readFloat();
      case "ZCtrl.ZPosGet" -> out.writeFloat(0);
      case "ZCtrl.OnOffGet" -> out.writeInt(gate.state().probe() == ProbeState.ENGAGED ? 1 : 0);
      case "ZCtrl.Withdraw" -> act(new SpmCommand.Withdraw(new Length(2e-5)));
      case "AutoApproach.Open" -> out.flush();
      case "AutoApproach.OnOffGet" -> out.writeShort(0);
      case "AutoApproach.OnOffSet" -> {
        if (in.readShort() == 1) {
          act(new SpmCommand.Approach(new Length(2e-4), new Speed(5e-6), new TimeSpan(60)));
        }
      }
      default -> {
        return scanner(command, in, out);
      }
    }
    return "";
  }

  private String scanner(String command, DataInputStream in, DataOutputStream out)
      throws IOException {
    switch (command) {
      case "FolMe.XYPosGet" -> {
        SurfacePoint at = gate.state().position();
        out.writeDouble(at.x().metres());
        out.writeDouble(at.y().metres());
      }
      case "FolMe.SpeedSet" -> speed = new Speed(in.readFloat());
      case "FolMe.XYPosSet" ->
          act(
              new SpmCommand.MoveProbe(
                  SurfacePoint.metres(in.readDouble(), in.readDouble()), speed));
      case "Scan.FrameGet" -> {
        out.writeFloat((float) frame.center().x().metres());
        out.writeFloat((float) frame.center().y().metres());
        out.writeFloat((float) frame.width().metres());
        out.writeFloat((float) frame.height().metres());
        out.writeFloat((float) Math.toDegrees(frame.angle().radians()));
      }
      case "Scan.FrameSet" ->
          frame =
              new SpmCommand.SetFrame(
                  SurfacePoint.metres(in.readFloat(), in.readFloat()),
                  new Length(in.readFloat()),
                  new Length(in.readFloat()),
                  new Angle(Math.toRadians(in.readFloat())),
                  frame.pixels(),
                  frame.lines());
      case "Scan.BufferGet" -> {
        out.writeInt(1);
        out.writeInt(14);
        out.writeInt(frame.pixels());
        out.writeInt(frame.lines());
      }
      case "Scan.BufferSet" -> {
        in.skipBytes(4 * in.readInt());
        frame =
            new SpmCommand.SetFrame(
                frame.center(),
                frame.width(),
                frame.height(),
                frame.angle(),
                in.readInt(),
                in.readInt());
        act(frame);
      }
      case "Scan.SpeedGet" -> {
        for (int i = 0; i < 4; i++) {
          out.writeFloat(0.5f);
        }
        out.writeShort(0);
        out.writeFloat(1);
      }
      case "Scan.StatusGet" -> out.writeInt(0);
      case "Scan.Action" -> {
        if (in.readShort() == 0) {
          frames = ((Reading.Scan) act(new SpmCommand.Scan(0, 4095))).frames();
        }
      }
      case "Scan.WaitEndOfScan" -> {
        out.writeInt(0);
        out.writeInt(0);
        out.writeInt(0);
      }
      case "Scan.FrameDataGrab" -> grab(out);
      default -> {
        return "Unknown command";
      }
    }
    return "";
  }

  private void grab(DataOutputStream out) throws IOException {
    Frame first = frames.getFirst();
    String name = "Z (%s)".formatted(first.unit());
    out.writeInt(name.length());
    out.writeBytes(name);
    out.writeInt(first.rows());
    out.writeInt(first.columns());
    for (double value : first.values().toArray()) {
      out.writeFloat((float) value);
    }
    out.writeInt(1);
  }

  private Reading act(Command command) {
    Verdict verdict = gate.execute(Bench.key(++calls), command);
    if (verdict instanceof Verdict.Acted acted
        && acted.outcome() instanceof Outcome.Completed completed) {
      return completed.reading();
    }
    throw new AssertionError("%s: %s".formatted(command, verdict));
  }

  Frame lastFrame() {
    return frames.getFirst();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
