package dev.cantilever.tools.file.hdf.writing;

import dev.cantilever.tools.file.content.DataAxis;
import dev.cantilever.tools.file.content.Dataset;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** What NSID wants to know of an axis and of a dataset, told by names and units. */
enum AxisKind {
  SPATIAL,
  RECIPROCAL,
  SPECTRAL,
  TEMPORAL,
  UNKNOWN;

  private static final Set<String> PLACES = Set.of("x", "y", "z");
  private static final Set<String> TIMES = Set.of("time", "frame", "t");
  private static final Set<String> SPECTRA = Set.of("eV", "keV", "V", "mV", "Hz", "kHz", "MHz");

  static AxisKind of(DataAxis axis) {
    String name = axis.name().toLowerCase(Locale.ROOT);
    if (axis.unit().startsWith("1/") || axis.unit().endsWith("^-1")) {
      return RECIPROCAL;
    } else if (PLACES.contains(name)) {
      return SPATIAL;
    } else if (TIMES.contains(name) || axis.unit().equals("s")) {
      return TEMPORAL;
    } else if (SPECTRA.contains(axis.unit()) || name.contains("energy") || name.contains("bias")) {
      return SPECTRAL;
    }
    return UNKNOWN;
  }

  /** The {@code data_type} of NSID. */
  static String dataType(Dataset dataset) {
    List<AxisKind> kinds = dataset.axes().stream().map(AxisKind::of).toList();
    long places = kinds.stream().filter(kind -> kind == SPATIAL).count();
    boolean spectral = kinds.contains(SPECTRAL);
    return switch (kinds.size()) {
      case 1 -> spectral ? "SPECTRUM" : "LINE_PLOT";
      case 2 -> places == 2 ? "IMAGE" : spectral ? "LINE_PLOT_FAMILY" : "UNKNOWN";
      case 3 -> places == 2 ? (spectral ? "SPECTRAL_IMAGE" : "IMAGE_STACK") : "UNKNOWN";
      case 4 -> places >= 2 && !spectral ? "IMAGE_4D" : "UNKNOWN";
      default -> "UNKNOWN";
    };
  }

  /** How NeXus readers should show it. */
  static String interpretation(Dataset dataset) {
    int last = dataset.axes().size() - 1;
    boolean image =
        last > 0
            && of(dataset.axes().get(last)) == SPATIAL
            && of(dataset.axes().get(last - 1)) == SPATIAL;
    return image ? "image" : "spectrum";
  }
}
