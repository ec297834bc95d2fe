package dev.cantilever.drivers.ledger;

import java.util.ArrayList;
import java.util.List;

/**
 * One thing that an instrument did: a line of its ledger.
 *
 * @param key the command's name, as run and call
 * @param verb what was done
 * @param particulars what this kind of instrument has to say of it
 * @param seconds how long it took in instrument time
 * @param <P> type of the particulars
 */
public record Deed<P>(String key, String verb, P particulars, double seconds) {

  public Deed {
    if (!(seconds >= 0 && seconds <= Double.MAX_VALUE)) {
      throw new IllegalArgumentException("a deed cannot take %s seconds".formatted(seconds));
    }
  }

  String line(LineForm<P> form) {
    List<String> fields = new ArrayList<>(List.of(key, verb));
    fields.addAll(form.write(particulars));
    fields.add(Double.toString(seconds));
    return String.join("\t", fields) + "\n";
  }

  static <P> Deed<P> parse(String line, LineForm<P> form) {
    List<String> fields = List.of(line.split("\t", -1));
    int last = fields.size() - 1;
    if (last < 2) {
      throw new IllegalArgumentException("a ledger line has three fields at least");
    }
    return new Deed<>(
        fields.get(0),
        fields.get(1),
        form.read(fields.subList(2, last)),
        Double.parseDouble(fields.get(last)));
  }
}
