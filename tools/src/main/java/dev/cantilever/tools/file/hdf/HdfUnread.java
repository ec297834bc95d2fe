package dev.cantilever.tools.file.hdf;

import java.util.Map;

/** A dataset of a kind that is not read, and why. */
record HdfUnread(String path, Map<String, HdfValue> attributes, String reason) implements HdfNode {}
