package dev.cantilever.drivers.replay;

import dev.cantilever.vocabulary.command.SurfacePoint;

/**
 * One thing that the instrument did: a line of its ledger.
 *
 * @param key the command's name, as run and call
 * @param verb what was done
 * @param at where the probe stood afterwards
 * @param seconds how long it took in instrument time
 */
record Deed(String key, String verb, SurfacePoint at, double seconds) {

  String line() {
    return "%s\t%s\t%s\t%s\t%s\n".formatted(key, verb, at.x().metres(), at.y().metres(), seconds);
  }

  static Deed parse(String line) {
    String[] part = line.split("\t", -1);
    if (part.length != 5) {
      throw new NumberFormatException("a ledger line has five fields, not " + part.length);
    }
    return new Deed(
        part[0],
        part[1],
        SurfacePoint.metres(Double.parseDouble(part[2]), Double.parseDouble(part[3])),
        Double.parseDouble(part[4]));
  }
}
