/**
 * The one door seen from outside: whatever is asked of any instrument that ships, nothing outside
 * of its envelope file reaches a driver.
 *
 * <p>Read {@link dev.cantilever.tests.door.EnvelopeFile} first: it judges commands by the text of
 * the file and shares no code with the kernel. The physics of the twins is held against exact
 * relations and numbers computed by others in {@link dev.cantilever.tests.door.TwinPhysicsTest},
 * {@link dev.cantilever.tests.door.BeamPhysicsTest} and {@link
 * dev.cantilever.tests.door.PhasePhysicsTest}.
 */
package dev.cantilever.tests.door;
