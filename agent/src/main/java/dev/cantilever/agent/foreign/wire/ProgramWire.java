package dev.cantilever.agent.foreign.wire;

import dev.cantilever.agent.foreign.wire.BrokenWire.Reason;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/**
 * A program of our own starting, a message per line. It gets few variables of our environment, its
 * standard error is not read, and it ends with us.
 */
final class ProgramWire implements Wire {

  private static final List<String> USUAL = List.of("PATH", "HOME", "LANG", "TMPDIR", "SystemRoot");

  private final Process process;
  private final BlockingQueue<Came> came = new ArrayBlockingQueue<>(WAITING);
  private final BlockingQueue<Boolean> sent = new ArrayBlockingQueue<>(1);
  private final Thread reader;
  private final Thread atExit;

  private ProgramWire(Process process) {
    this.process = process;
    this.reader = Thread.ofPlatform().daemon().name("foreign-reader").start(this::read);
    this.atExit = Thread.ofPlatform().name("foreign-end").unstarted(this::kill);
    Runtime.getRuntime().addShutdownHook(atExit);
  }

  static ProgramWire start(Address.Program program) throws BrokenWire {
    ProcessBuilder builder =
        new ProcessBuilder(program.command())
            .directory(program.folder().toFile())
            .redirectError(ProcessBuilder.Redirect.DISCARD);
    Map<String, String> ours = new HashMap<>(builder.environment());
    builder.environment().keySet().removeIf(name -> !isHandedOn(name, program));
    program.environment().stream()
        .filter(ours::containsKey)
        .forEach(name -> builder.environment().put(name, ours.get(name)));
    try {
      return new ProgramWire(builder.start());
    } catch (IOException missing) {
      throw new BrokenWire(Reason.NOT_STARTED);
    }
  }

  private static boolean isHandedOn(String name, Address.Program program) {
    return USUAL.contains(name) || program.environment().contains(name);
  }

  private void read() {
    BoundedLines lines = new BoundedLines(process.getInputStream());
    try {
      for (Optional<byte[]> line = lines.next(); line.isPresent(); line = lines.next()) {
        if (!new String(line.get(), StandardCharsets.ISO_8859_1).isBlank()) {
          came.put(Came.of(line.get()));
        }
      }
      came.put(new Came.Broken(Reason.ENDED));
    } catch (BoundedLines.TooLong flood) {
      end(Reason.TOO_LONG);
    } catch (IOException gone) {
      end(Reason.ENDED);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private void end(Reason reason) {
    try {
      came.put(new Came.Broken(reason));
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  /** In a thread of its own, because a program that does not read holds up whoever writes. */
  @Override
  public void send(String message, Deadline deadline) throws BrokenWire {
    sent.clear();
    Thread.ofPlatform().daemon().name("foreign-writer").start(() -> sent.add(isWritten(message)));
    if (!deadline.next(sent)) {
      throw new BrokenWire(Reason.ENDED);
    }
  }

  private boolean isWritten(String message) {
    try {
      OutputStream out = process.getOutputStream();
      out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
      return true;
    } catch (IOException gone) {
      return false;
    }
  }

  @Override
  public String next(Deadline deadline) throws BrokenWire {
    return deadline.next(came).text();
  }

  private void kill() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  @Override
  public void close() {
    kill();
    reader.interrupt();
    try {
      Runtime.getRuntime().removeShutdownHook(atExit);
    } catch (IllegalStateException alreadyEnding) {
      // the hook does the same
    }
  }
}
