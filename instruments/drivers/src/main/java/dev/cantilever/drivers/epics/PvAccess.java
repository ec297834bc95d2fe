package dev.cantilever.drivers.epics;

import dev.cantilever.drivers.variables.Variables;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.logging.Level;
import org.epics.pva.PVASettings;
import org.epics.pva.client.PVAChannel;
import org.epics.pva.client.PVAClient;
import org.epics.pva.data.PVANumber;
import org.epics.pva.data.PVAStructure;

/** Numbers of process variables, each asked or put once with a deadline of ours. */
final class PvAccess implements Variables {

  private static final String VALUE = "value";

  private final PVAClient client;
  private final long waitNanos;
  private final Map<String, PVAChannel> channels = new HashMap<>();

  PvAccess(double replySeconds) throws IOException {
    waitNanos = Math.round(replySeconds * 1e9);
    PVASettings.logger.setLevel(Level.OFF); // what matters is said by our own words
    try {
      client = new PVAClient();
    } catch (Exception failure) {
      throw new IOException("PV Access cannot be used here: " + failure.getMessage(), failure);
    }
  }

  /** A channel that is there; nothing is read or put by that. */
  private PVAChannel channel(String name) throws IOException {
    PVAChannel channel;
    synchronized (channels) {
      channel = channels.computeIfAbsent(name, client::getChannel);
    }
    if (!channel.isConnected()) {
      await(name, channel.connect());
    }
    return channel;
  }

  @Override
  public double number(String name) throws IOException {
    PVAStructure structure = await(name, channel(name).read(VALUE));
    return structure.get(VALUE) instanceof PVANumber number
        ? number.getNumber().doubleValue()
        : Double.NaN;
  }

  @Override
  public String text(String name) throws IOException {
    return Double.toString(number(name));
  }

  @Override
  public void meet(String name) throws IOException {
    channel(name);
  }

  @Override
  public void put(String name, double value) throws IOException {
    PVAChannel channel = channel(name);
    try {
      await(name, channel.write(true, VALUE, value));
    } catch (IOException lost) {
      throw lost;
    } catch (Exception failure) {
      throw new IOException("%s was not put".formatted(name), failure);
    }
  }

  private <T> T await(String name, Future<T> future) throws IOException {
    try {
      return future.get(waitNanos, TimeUnit.NANOSECONDS);
    } catch (TimeoutException late) {
      future.cancel(true);
      throw new IOException("%s does not answer".formatted(name), late);
    } catch (ExecutionException failure) {
      throw new IOException("%s refuses".formatted(name), failure);
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new IOException("waiting for %s was interrupted".formatted(name), interrupted);
    }
  }

  @Override
  public void close() {
    synchronized (channels) {
      channels.values().forEach(PVAChannel::close);
    }
    client.close();
  }
}
