package dev.cantilever.agent.mcp;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/**
 * One client over standard input and output: a message per line, nothing else. Messages are
 * answered in their order, but for what may last and is not waited for, and for what is taken in at
 * once while something lasts: a ping, an answer to what we asked, and that nobody waits any more.
 */
public final class StdioWire implements Protocol.Line {

  /** As many messages may wait; then nothing more is read, and the client has to. */
  private static final int WAITING = 64;

  private final Protocol.Conversation conversation;
  private final OutputStream out;
  private final Semaphore room = new Semaphore(WAITING);

  public StdioWire(Protocol.Conversation conversation, OutputStream out) {
    this.conversation = conversation;
    this.out = out;
  }

  /**
   * Serves until {@code in} ends; then what has come is answered first, and what lasts is not
   * waited for any longer than it takes to come to rest.
   */
  public void serve(InputStream in) throws IOException {
    try (ExecutorService inOrder = Executors.newSingleThreadExecutor();
        ExecutorService lasting = Executors.newVirtualThreadPerTaskExecutor();
        InputStream lines = new BufferedInputStream(in)) {
      for (Optional<Message> next = next(lines); next.isPresent(); next = next(lines)) {
        take(next.get(), inOrder, lasting);
      }
      inOrder.shutdown();
      inOrder.awaitTermination(Long.MAX_VALUE, TimeUnit.NANOSECONDS);
      conversation.end();
    } catch (InterruptedException end) {
      Thread.currentThread().interrupt();
    }
  }

  private void take(Message message, Executor inOrder, Executor lasting) {
    boolean isAnsweredAtOnce =
        switch (message) {
          case Message.Request request -> request.method().equals("ping");
          case Message.Cancelled cancelled -> true;
          case Message.Reply reply -> true;
          case Message.Notice notice -> false;
          case Message.Refused refused -> false;
        };
    if (message instanceof Message.Reply) {
      conversation.answer(message, this); // to an answer there is no answer
    } else if (isAnsweredAtOnce) {
      answer(message);
    } else {
      room.acquireUninterruptibly();
      Executor executor = conversation.mayLast(message) ? lasting : inOrder;
      executor.execute(() -> answerInTurn(message));
    }
  }

  private void answerInTurn(Message message) {
    try {
      answer(message);
    } finally {
      room.release();
    }
  }

  private void answer(Message message) {
    conversation.answer(message, this).ifPresent(this::tell);
  }

  @Override
  public boolean isOpen() {
    return true;
  }

  @Override
  public synchronized void tell(String message) {
    try {
      out.write((message + "\n").getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException gone) {
      // nobody reads any more; what it sends ends soon, too
    }
  }

  /** The next line that is not blank; empty at the end. */
  private static Optional<Message> next(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    boolean tooLong = false;
    int read = in.read();
    for (; read >= 0; read = in.read()) {
      if (read != '\n') {
        tooLong |= line.size() >= Message.LONGEST;
        if (!tooLong) {
          line.write(read);
        }
      } else if (tooLong) {
        return Optional.of(Message.tooLong());
      } else if (!isBlank(line)) {
        return Optional.of(Utf8.message(line.toByteArray()));
      } else {
        line.reset();
      }
    }
    if (tooLong) {
      return Optional.of(Message.tooLong());
    }
    return isBlank(line) ? Optional.empty() : Optional.of(Utf8.message(line.toByteArray()));
  }

  private static boolean isBlank(ByteArrayOutputStream line) {
    return line.toString(StandardCharsets.ISO_8859_1).isBlank();
  }
}
