/**
 * The one door seen from outside: whatever is asked of any instrument that ships, nothing outside
 * of its envelope file reaches a driver.
 *
 * <p>Read {@link dev.cantilever.tests.door.EnvelopeFile} first: it judges commands by the text of
 * the file and shares no code with the kernel.
 */
package dev.cantilever.tests.door;
