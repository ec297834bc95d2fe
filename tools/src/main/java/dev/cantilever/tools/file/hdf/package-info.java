/**
 * HDF5 files in the layouts that microscopy uses: NSID, USID, NeXus, Velox and NCEM EMD, and plain
 * arrays.
 *
 * <p>Read {@link dev.cantilever.tools.file.hdf.HdfReader} first. The structures of HDF5 are parsed
 * by jhdf, one message at a time and through {@link dev.cantilever.tools.file.hdf.MeteredStorage},
 * so that one message that jhdf does not know costs no more than itself and a damaged or hostile
 * file ends in a refusal. Numbers are decoded here, into bounded memory. Links to other files are
 * not followed.
 */
package dev.cantilever.tools.file.hdf;
