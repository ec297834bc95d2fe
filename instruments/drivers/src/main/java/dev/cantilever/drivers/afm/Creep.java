package dev.cantilever.drivers.afm;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * What the scanner adds to where it was sent: after a move Δ it creeps on by γ Δ log10(1 + t/1 s).
 * The eight latest moves creep; older ones stay where they were.
 */
final class Creep {

  private static final int MOVES = 8;

  private record Move(double dx, double dy, double seconds) {}

  private final double perDecade;
  private final Deque<Move> moves = new ArrayDeque<>();
  private double settledX;
  private double settledY;

  Creep(double perDecade) {
    this.perDecade = perDecade;
  }

  void moved(double dx, double dy, double seconds) {
    moves.addLast(new Move(dx, dy, seconds));
    if (moves.size() > MOVES) {
      Move oldest = moves.removeFirst();
      settledX += oldest.dx() * share(oldest, seconds);
      settledY += oldest.dy() * share(oldest, seconds);
    }
  }

  Shift at(double seconds) {
    double x = settledX;
    double y = settledY;
    for (Move move : moves) {
      x += move.dx() * share(move, seconds);
      y += move.dy() * share(move, seconds);
    }
    return new Shift(x, y, 0);
  }

  private double share(Move move, double seconds) {
    return perDecade * StrictMath.log10(1 + Math.max(0, seconds - move.seconds()));
  }
}
