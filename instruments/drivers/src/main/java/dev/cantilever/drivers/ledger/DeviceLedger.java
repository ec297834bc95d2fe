package dev.cantilever.drivers.ledger;

import dev.cantilever.kernel.port.ConnectionFailure;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The instrument's own record of all it did, in the order in which it did it: a text file that
 * outlives the process. Writing a line is the act itself, in one system call, so that a killed
 * process has done exactly what the ledger says. The lock on the file keeps a second controller
 * away.
 *
 * @param <P> what this kind of instrument has to say of a deed
 */
public final class DeviceLedger<P> implements AutoCloseable {

  /** Files that this process holds; asked before opening one, see {@link #open}. */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path file;
  private final LineForm<P> form;
  private final FileChannel channel;
  private final FileLock lock;
  private final List<Deed<P>> deeds;

  private DeviceLedger(
      Path file, LineForm<P> form, FileChannel channel, FileLock lock, List<Deed<P>> deeds) {
    this.file = file;
    this.form = form;
    this.channel = channel;
    this.lock = lock;
    this.deeds = deeds;
  }

  /**
   * Takes the instrument. POSIX drops a process's lock when it closes <em>any</em> descriptor of
   * the file, so nothing here opens the file a second time: not to read it, and not to try the lock
   * again. A last line that a dying process has torn is dropped.
   *
   * @throws ConnectionFailure where another controller holds it or a line cannot be read
   */
  public static <P> DeviceLedger<P> open(Path file, LineForm<P> form) {
    Path held = file.toAbsolutePath().normalize();
    if (!HELD.add(held)) {
      throw locked(file);
    }
    try {
      return openHeld(held, form);
    } catch (IOException | IllegalArgumentException failure) {
      HELD.remove(held);
      throw new ConnectionFailure("the instrument's ledger cannot be used", failure);
    } catch (ConnectionFailure failure) {
      HELD.remove(held);
      throw failure;
    }
  }

  private static <P> DeviceLedger<P> openHeld(Path file, LineForm<P> form) throws IOException {
    FileChannel channel =
        FileChannel.open(
            file, StandardOpenOption.CREATE, StandardOpenOption.READ, StandardOpenOption.WRITE);
    try {
      FileLock lock = exclusive(channel, file);
      String text = everything(channel);
      int whole = text.lastIndexOf('\n') + 1;
      List<Deed<P>> deeds = new ArrayList<>();
      text.substring(0, whole).lines().map(line -> Deed.parse(line, form)).forEach(deeds::add);
      channel.truncate(text.substring(0, whole).getBytes(StandardCharsets.UTF_8).length);
      channel.position(channel.size());
      return new DeviceLedger<>(file, form, channel, lock, deeds);
    } catch (IOException | IllegalArgumentException | ConnectionFailure failure) {
      channel.close();
      throw failure;
    }
  }

  private static FileLock exclusive(FileChannel channel, Path file) throws IOException {
    FileLock lock = channel.tryLock();
    if (lock == null) {
      throw locked(file);
    }
    return lock;
  }

  private static ConnectionFailure locked(Path file) {
    return new ConnectionFailure(
        "another process controls this instrument (%s is locked); end it first"
            .formatted(file.getFileName()));
  }

  private static String everything(FileChannel channel) throws IOException {
    ByteBuffer bytes = ByteBuffer.allocate(Math.toIntExact(channel.size()));
    while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
      // one call is enough for a local file, more are harmless
    }
    return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
  }

  /**
   * Does the deed.
   *
   * @throws ConnectionFailure where it is not known whether the line reached the file
   */
  public void write(Deed<P> deed) {
    try {
      ByteBuffer line = ByteBuffer.wrap(deed.line(form).getBytes(StandardCharsets.UTF_8));
      while (line.hasRemaining()) {
        channel.write(line);
      }
      deeds.add(deed);
    } catch (IOException failure) {
      throw new ConnectionFailure("the instrument's ledger cannot be written", failure);
    }
  }

  /**
   * Waits until every line is on the disk: for an instrument that goes on when this machine loses
   * its power.
   *
   * @throws ConnectionFailure where that is not known
   */
  public void force() {
    try {
      channel.force(false);
    } catch (IOException failure) {
      throw new ConnectionFailure("the instrument's ledger cannot be written", failure);
    }
  }

  /** The deed done under a key, if it was. */
  public Optional<Deed<P>> find(String key) {
    return deeds.stream().filter(deed -> deed.key().equals(key)).findFirst();
  }

  /** All deeds, in the order in which they were done. */
  public List<Deed<P>> deeds() {
    return List.copyOf(deeds);
  }

  @Override
  public void close() {
    try {
      if (lock.isValid()) {
        lock.release();
      }
      channel.close();
    } catch (IOException failure) {
      throw new ConnectionFailure("the instrument's ledger cannot be closed", failure);
    } finally {
      HELD.remove(file);
    }
  }
}
