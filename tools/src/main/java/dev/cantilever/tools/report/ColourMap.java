package dev.cantilever.tools.report;

/** Colours for numbers from 0 to 1, by straight lines between fixed stops. */
enum ColourMap {
  /** Perceptually uniform, readable without colour vision (van der Walt and Smith 2015). */
  VIRIDIS(
      0x440154, 0x482475, 0x414487, 0x355f8d, 0x2a788e, 0x21918c, 0x22a884, 0x44bf70, 0x7ad151,
      0xbddf26, 0xfde725),
  /** Black to white. */
  GREY(0x000000, 0xffffff),
  /** Blue below, white at the middle, red above. */
  DIVERGING(0x2166ac, 0x67a9cf, 0xd1e5f0, 0xf7f7f7, 0xfddbc7, 0xef8a62, 0xb2182b);

  private final int[] stops;

  ColourMap(int... stops) {
    this.stops = stops;
  }

  /** Opaque colour as 0xAARRGGBB. */
  int argb(double share) {
    double place = Math.clamp(share, 0, 1) * (stops.length - 1);
    int low = (int) Math.min(place, stops.length - 2);
    double fraction = place - low;
    int colour = 0xff;
    for (int shift = 16; shift >= 0; shift -= 8) {
      int a = stops[low] >> shift & 0xff;
      int b = stops[low + 1] >> shift & 0xff;
      colour = colour << 8 | (int) Math.round(a + fraction * (b - a));
    }
    return colour;
  }
}
