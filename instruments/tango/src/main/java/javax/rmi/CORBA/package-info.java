/** A name that JacORB needs to find; nothing here is used. */
package javax.rmi.CORBA;
