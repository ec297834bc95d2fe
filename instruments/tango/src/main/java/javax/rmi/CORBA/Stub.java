package javax.rmi.CORBA;

import org.omg.CORBA_2_3.portable.ObjectImpl;

/**
 * JacORB asks of each object whether it is one of these: stubs of remote method invocation, which
 * left the JDK with version 11. Tango has none.
 */
public abstract class Stub extends ObjectImpl {

  private static final long serialVersionUID = 1;
}
