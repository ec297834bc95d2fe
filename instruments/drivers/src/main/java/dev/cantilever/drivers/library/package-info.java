/**
 * A simulated combinatorial library: one film of Sm-substituted BiFeO3 whose composition runs along
 * u and whose thickness runs along v, measured by Raman scattering (dear) and piezoresponse
 * (cheap).
 *
 * <p>Read {@link dev.cantilever.drivers.library.LibraryTwin} first. The film follows from one seed,
 * the noise from another. SI units; Raman shifts in 1/m, so 1 cm⁻¹ is 100. Nothing here is safe for
 * several threads but the records.
 */
package dev.cantilever.drivers.library;
