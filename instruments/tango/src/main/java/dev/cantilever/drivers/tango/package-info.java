/**
 * Devices of Tango: attributes are read and written, commands given, by the description file that
 * process variables have too.
 *
 * <p>Read {@link dev.cantilever.drivers.variables.VariablesDriver} first, then {@link
 * dev.cantilever.drivers.tango.TangoDevice}. What always holds: each device has connections of its
 * own, which are closed where no answer comes in time; a request leaves once; values are read from
 * the hardware and never from the cache of a server; text of a server is cut to what a person can
 * read.
 */
package dev.cantilever.drivers.tango;
