package dev.cantilever.drivers.tango;

import fr.esrf.Tango.AttributeConfig_3;
import fr.esrf.Tango.ClntIdent;
import fr.esrf.Tango.DevFailed;
import fr.esrf.Tango.DevSource;
import fr.esrf.Tango.DevVarLongStringArray;
import fr.esrf.Tango.DevVarLongStringArrayHelper;
import fr.esrf.Tango.Device_4;
import fr.esrf.Tango.Device_4Helper;
import fr.esrf.Tango.JavaClntIdent;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import org.omg.CORBA.Any;
import org.omg.CORBA.ORB;

/**
 * One device over sockets that nobody else uses: a broker (ORB) of its own, so that closing it
 * closes them.
 */
final class Connection implements AutoCloseable {

  private final ORB orb;
  private final Device_4 device;
  private final Map<String, Integer> types = new ConcurrentHashMap<>();

  private Connection(ORB orb, Device_4 device) {
    this.orb = orb;
    this.device = device;
  }

  /** Asks the database where there is one; the device itself is not asked yet. */
  static Connection open(Address address, long waitMillis) throws DevFailed, IOException {
    ORB orb = ORB.init(new String[0], settings(Long.toString(waitMillis)));
    try {
      Device_4 first = Device_4Helper.unchecked_narrow(orb.string_to_object(address.location()));
      Device_4 device = address.hasDatabase() ? imported(orb, first, address.device()) : first;
      return new Connection(orb, device);
    } catch (DevFailed | IOException | RuntimeException failure) {
      orb.shutdown(false);
      throw failure;
    }
  }

  private static Properties settings(String millis) {
    Properties settings = new Properties();
    settings.put("org.omg.CORBA.ORBClass", "org.jacorb.orb.ORB");
    settings.put("org.omg.CORBA.ORBSingletonClass", "org.jacorb.orb.ORBSingleton");
    settings.put("jacorb.retries", "0");
    settings.put("jacorb.connection.client.connect_timeout", millis);
    settings.put("jacorb.connection.client.pending_reply_timeout", millis);
    settings.put("jacorb.codeset", "true");
    settings.put("jacorb.config.log.verbosity", "0");
    settings.put("jacorb.log.default.verbosity", "0");
    return settings;
  }

  private static Device_4 imported(ORB orb, Device_4 database, String name)
      throws DevFailed, IOException {
    Any asked = orb.create_any();
    asked.insert_string(name);
    Any answer = database.command_inout_4("DbImportDevice", asked, DevSource.DEV, client());
    DevVarLongStringArray entry = DevVarLongStringArrayHelper.extract(answer);
    if (entry.lvalue.length < 1 || entry.lvalue[0] == 0 || entry.svalue.length < 2) {
      throw new IOException("the database says that %s does not run".formatted(name));
    }
    return Device_4Helper.unchecked_narrow(orb.string_to_object(entry.svalue[1]));
  }

  /** Who asks, for the locks of a server. */
  static ClntIdent client() {
    ClntIdent client = new ClntIdent();
    client.java_clnt(new JavaClntIdent("cantilever", new long[] {0, 0}));
    return client;
  }

  Device_4 device() {
    return device;
  }

  Any any() {
    return orb.create_any();
  }

  /** The type of a scalar attribute that can be written, asked once. */
  int attributeType(String name) throws DevFailed, IOException {
    Integer known = types.get(name);
    if (known != null) {
      return known;
    }
    AttributeConfig_3 config = device.get_attribute_config_3(new String[] {name})[0];
    if (config.data_format.value() != 0 || config.writable.value() == 0) {
      throw new IOException("%s is no single number that can be written".formatted(name));
    }
    types.put(name, Numbers.known(name, config.data_type));
    return config.data_type;
  }

  /** The type of what a command takes, asked once. */
  int commandType(String name) throws DevFailed, IOException {
    Integer known = types.get(name);
    if (known == null) {
      int type = device.command_query_2(name).in_type;
      known = type == Numbers.VOID ? type : Numbers.known(name, type);
      types.put(name, known);
    }
    return known;
  }

  @Override
  public void close() {
    orb.shutdown(false);
  }
}
