package dev.cantilever.drivers.variables;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Numbers in memory; a connection of its own for whoever connects, which may be cut. */
final class Panel {

  private final Map<String, Double> numbers = new TreeMap<>();
  private final List<String> put = new ArrayList<>();
  private final List<Line> lines = new ArrayList<>();
  private Set<String> deaf = Set.of();

  Panel(Map<String, Double> numbers) {
    this.numbers.putAll(numbers);
  }

  Variables connect() {
    Line line = new Line();
    lines.add(line);
    return line;
  }

  List<Line> lines() {
    return lines;
  }

  /** What was put, in order. */
  List<String> put() {
    return put;
  }

  /** Variables that no connection reaches any more. */
  void loses(String... names) {
    deaf = Set.of(names);
  }

  /** One connection. */
  final class Line implements Variables {

    private boolean broken;
    private boolean closed;

    /** The next that is put is lost; after that it is as a new connection. */
    void cut() {
      broken = true;
    }

    boolean isClosed() {
      return closed;
    }

    @Override
    public double number(String name) throws IOException {
      meet(name);
      return numbers.get(name);
    }

    @Override
    public String text(String name) throws IOException {
      return Double.toString(number(name));
    }

    @Override
    public void meet(String name) throws IOException {
      if (!numbers.containsKey(name) || deaf.contains(name)) {
        throw new IOException(name + " does not answer");
      }
    }

    @Override
    public void put(String name, double value) throws IOException {
      if (broken) {
        broken = false;
        throw new IOException("the connection was cut");
      }
      meet(name);
      if (value > 1000) {
        throw new Refusal(name + " takes 1000 at most");
      }
      numbers.put(name, value);
      put.add(name + "=" + value);
    }

    @Override
    public void close() {
      closed = true;
    }
  }
}
