/**
 * One HDF5 file that NSID and NeXus readers both open.
 *
 * <p>Read {@link dev.cantilever.tools.file.hdf.writing.NsidWriter} first. The bytes are laid out
 * here because jhdf writes no references, which the dimension scales of NSID are made of. Layout:
 * HDF5 File Format Specification 3.0, with superblock version 2 and object headers version 2.
 */
package dev.cantilever.tools.file.hdf.writing;
