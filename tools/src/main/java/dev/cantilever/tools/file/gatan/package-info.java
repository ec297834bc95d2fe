/**
 * Files of Gatan DigitalMicrograph, versions 3 and 4.
 *
 * <p>Read {@link dev.cantilever.tools.file.gatan.GatanReader} first. Layout: C. Boothroyd et al.,
 * description of the DM3 and DM4 formats at er-c.org, as far as it is public.
 */
package dev.cantilever.tools.file.gatan;
