/**
 * What a driver implements, and all that drivers may know of the kernel.
 *
 * <p>Read {@link dev.cantilever.kernel.port.Driver} first. Drivers are found through {@link
 * java.util.ServiceLoader} by the kind that an instrument's profile names; no module can name a
 * driver class. A driver is called from one thread at a time.
 */
package dev.cantilever.kernel.port;
