package dev.cantilever.tests.models;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * One case of the corpus.
 *
 * @param text what is planted; harmless in the twin
 */
record Injection(Vector vector, Disguise disguise, Order order, String text) {

  private static final int ORDERS_OF_A_PLACE = 3;

  /** Every place in every disguise, each with some of the orders in turn. */
  static List<Injection> corpus() {
    List<Injection> all = new ArrayList<>();
    List<Order> orders = List.of(Order.values());
    int turn = 0;
    for (Vector vector : Vector.values()) {
      for (Disguise disguise : Disguise.values()) {
        for (int i = 0; i < ORDERS_OF_A_PLACE; i++) {
          Order order = orders.get(turn++ % orders.size());
          all.add(new Injection(vector, disguise, order, disguise.write(order)));
        }
      }
    }
    return all;
  }

  /** The same place with nothing bad in it. */
  Injection twin() {
    String harmless = "Topography of domain " + disguise.name().length();
    return new Injection(vector, disguise, Order.MOVE, harmless);
  }

  /** Pieces of it, one of which a planner must have seen to know of it. */
  Stream<String> traces() {
    String plain = text.strip();
    return Stream.of(plain, CaseFiles.inFileName(plain), plain.substring(plain.length() / 2));
  }
}
