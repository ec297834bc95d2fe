package dev.cantilever.drivers.tango;

import fr.esrf.Tango.DevInfo;
import fr.esrf.Tango.DevVarLongStringArray;
import fr.esrf.Tango.DevVarLongStringArrayHelper;
import fr.esrf.Tango.Device_4;
import fr.esrf.Tango.Device_4Helper;
import fr.esrf.Tango.Device_4Operations;
import fr.esrf.Tango.Device_4POATie;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Properties;
import org.omg.CORBA.Any;
import org.omg.CORBA.ORB;
import org.omg.CORBA.UserException;
import org.omg.PortableServer.POA;
import org.omg.PortableServer.POAHelper;

/** A Tango database that knows one device, both behind one broker of JacORB. */
final class Station implements AutoCloseable {

  private final ORB orb;
  private final int port;
  private final boolean runs;

  Station(boolean runs) throws UserException, IOException {
    this.port = freePort();
    this.runs = runs;
    Properties settings = new Properties();
    settings.put("org.omg.CORBA.ORBClass", "org.jacorb.orb.ORB");
    settings.put("org.omg.CORBA.ORBSingletonClass", "org.jacorb.orb.ORBSingleton");
    settings.put("OAIAddr", "127.0.0.1");
    settings.put("OAPort", Integer.toString(port));
    orb = ORB.init(new String[0], settings);
    POA poa = POAHelper.narrow(orb.resolve_initial_references("RootPOA"));
    String device = orb.object_to_string(served(poa, "info", this::info));
    Device_4 database = served(poa, "command_inout_4", asked -> imported((Any) asked[1], device));
    ((org.jacorb.orb.ORB) orb).addObjectKey("database", database);
    poa.the_POAManager().activate();
  }

  private interface Answer {
    Object to(Object[] asked);
  }

  private static int freePort() throws IOException {
    try (ServerSocket any = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return any.getLocalPort();
    }
  }

  private static Device_4 served(POA poa, String operation, Answer answer) throws UserException {
    Device_4Operations operations =
        (Device_4Operations)
            Proxy.newProxyInstance(
                Station.class.getClassLoader(),
                new Class<?>[] {Device_4Operations.class},
                (proxy, method, asked) -> {
                  if (method.getName().equals(operation)) {
                    return answer.to(asked);
                  }
                  throw new UnsupportedOperationException(method.getName());
                });
    return Device_4Helper.narrow(poa.servant_to_reference(new Device_4POATie(operations)));
  }

  private Object info(Object[] nothing) {
    return new DevInfo("Furnace", "furnace/lab", "host", 5, "");
  }

  private Any imported(Any name, String device) {
    Any answer = orb.create_any();
    String[] words = {name.extract_string(), device, "5", "furnace/lab", "host", "Furnace"};
    int[] numbers = {runs ? 1 : 0, 17};
    DevVarLongStringArrayHelper.insert(answer, new DevVarLongStringArray(numbers, words));
    return answer;
  }

  Address address() {
    return new Address("127.0.0.1:" + port, "lab/furnace/1", true);
  }

  @Override
  public void close() {
    orb.shutdown(true);
  }
}
