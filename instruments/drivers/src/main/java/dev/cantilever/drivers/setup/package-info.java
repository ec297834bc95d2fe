/**
 * What connecting an instrument takes, whatever its kind: options read strictly, data files found
 * and hashed.
 *
 * <p>Read {@link dev.cantilever.drivers.setup.Options} first. Whatever is wrong with a profile ends
 * in a {@link dev.cantilever.kernel.port.ConnectionFailure} that names the option or the file.
 */
package dev.cantilever.drivers.setup;
