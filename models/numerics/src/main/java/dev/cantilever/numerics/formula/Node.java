package dev.cantilever.numerics.formula;

/** A part of a formula: a number or a truth value. */
sealed interface Node permits Expression, Condition {

  /** Canonical text, which reads back as an equal node. */
  default String text() {
    return Printer.print(this);
  }
}
