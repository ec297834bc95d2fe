package dev.cantilever.drivers.tango;

import dev.cantilever.drivers.variables.Refusal;
import dev.cantilever.drivers.variables.Variables;
import fr.esrf.Tango.AttrDataFormat;
import fr.esrf.Tango.AttrQuality;
import fr.esrf.Tango.AttrValUnion;
import fr.esrf.Tango.AttributeDim;
import fr.esrf.Tango.AttributeValue_4;
import fr.esrf.Tango.DevError;
import fr.esrf.Tango.DevFailed;
import fr.esrf.Tango.DevInfo;
import fr.esrf.Tango.DevSource;
import fr.esrf.Tango.MultiDevFailed;
import fr.esrf.Tango.TimeVal;
import java.io.IOException;
import java.util.Set;
import org.omg.CORBA.Any;
import org.omg.CORBA.UserException;

/**
 * Attributes and commands of one device. A name that ends in {@code ()} is a command; {@code
 * info.class} and {@code info.server} are what the server says of itself.
 */
final class TangoDevice implements Variables {

  private static final String COMMAND = "()";
  private static final int LONGEST_TEXT = 200;

  /** What a server says before it has asked the device for anything. */
  private static final Set<String> NOTHING_DONE =
      Set.of(
          "API_WAttrOutsideLimit",
          "API_AttrNotWritable",
          "API_AttrNotFound",
          "API_AttrNotAllowed",
          "API_IncompatibleAttrDataType",
          "API_CommandNotFound",
          "API_CommandNotAllowed");

  private final Address address;
  private final long waitMillis;
  private Connection open;

  TangoDevice(Address address, double replySeconds) {
    this.address = address;
    this.waitMillis = Math.max(1, Math.round(replySeconds * 1e3));
  }

  private interface Call<T> {
    T over(Connection connection) throws UserException, IOException;
  }

  /** Asks once. Where no answer comes the connection is closed, and the next question opens one. */
  private <T> T ask(String name, Call<T> call) throws IOException {
    Connection connection = null;
    try {
      connection = connection();
      return call.over(connection);
    } catch (DevFailed failed) {
      throw refused(name, failed.errors);
    } catch (MultiDevFailed failed) {
      throw refused(name, failed.errors.length > 0 ? failed.errors[0].err_list : new DevError[0]);
    } catch (UserException | RuntimeException lost) {
      // the broker answers malformed replies with whatever its decoder ran into
      drop(connection);
      throw new IOException(
          "%s does not answer (%s)".formatted(name, lost.getClass().getSimpleName()), lost);
    }
  }

  private synchronized Connection connection() throws DevFailed, IOException {
    if (open == null) {
      open = Connection.open(address, waitMillis);
    }
    return open;
  }

  private synchronized void drop(Connection lost) {
    if (open != null && open == lost) {
      open = null;
      lost.close();
    }
  }

  private static IOException refused(String name, DevError[] errors) {
    DevError first = errors.length > 0 ? errors[0] : null;
    String reason = first == null ? "no reason" : first.reason;
    String words = "%s: %s".formatted(reason, first == null ? "" : first.desc);
    String message = "the device refuses %s, %s".formatted(name, plain(words));
    return NOTHING_DONE.contains(reason) ? new Refusal(message) : new IOException(message);
  }

  private static String plain(String text) {
    String plain = text.replaceAll("[^\\x20-\\x7e]+", " ").strip();
    return plain.substring(0, Math.min(LONGEST_TEXT, plain.length()));
  }

  private AttributeValue_4 read(String name) throws IOException {
    String[] names = {name};
    AttributeValue_4 value =
        ask(
            name,
            connection -> {
              AttributeValue_4[] all =
                  connection.device().read_attributes_4(names, DevSource.DEV, Connection.client());
              return all.length == 1 ? all[0] : null;
            });
    if (value == null) {
      throw new IOException("%s has no value".formatted(name));
    }
    if (value.err_list.length > 0) {
      throw refused(name, value.err_list);
    }
    return value;
  }

  @Override
  public double number(String name) throws IOException {
    AttributeValue_4 value = read(name);
    return value.quality.value() == AttrQuality._ATTR_INVALID
        ? Double.NaN
        : Numbers.number(value.value);
  }

  @Override
  public String text(String name) throws IOException {
    if (!name.startsWith("info.")) {
      return plain(Numbers.text(read(name).value));
    }
    DevInfo info = ask(name, connection -> connection.device().info());
    return switch (name) {
      case "info.class" -> plain(info.dev_class);
      case "info.server" -> plain(info.server_id);
      default -> throw new IOException("%s is neither info.class nor info.server".formatted(name));
    };
  }

  @Override
  public void meet(String name) throws IOException {
    ask(name, connection -> type(connection, name));
  }

  private static int type(Connection connection, String name) throws UserException, IOException {
    return name.endsWith(COMMAND)
        ? connection.commandType(name.substring(0, name.length() - COMMAND.length()))
        : connection.attributeType(name);
  }

  @Override
  public void put(String name, double value) throws IOException {
    ask(
        name,
        connection -> {
          int type = type(connection, name);
          if (name.endsWith(COMMAND)) {
            Any argument = Numbers.argument(connection.any(), type, value);
            String command = name.substring(0, name.length() - COMMAND.length());
            connection
                .device()
                .command_inout_4(command, argument, DevSource.DEV, Connection.client());
          } else {
            AttributeValue_4[] values = {value(name, Numbers.union(type, value))};
            connection.device().write_attributes_4(values, Connection.client());
          }
          return true;
        });
  }

  private static AttributeValue_4 value(String name, AttrValUnion union) {
    return new AttributeValue_4(
        union,
        AttrQuality.ATTR_VALID,
        AttrDataFormat.SCALAR,
        new TimeVal(0, 0, 0),
        name,
        new AttributeDim(1, 0),
        new AttributeDim(1, 0),
        new DevError[0]);
  }

  @Override
  public synchronized void close() {
    if (open != null) {
      open.close();
      open = null;
    }
  }
}
