// A part of a view that is drawn anew only where what it shows has changed.

export class Kept {
  #last = '';

  constructor(node) {
    this.node = node;
  }

  put(value, draw) {
    const now = JSON.stringify(value);
    if (now !== this.#last) draw(this.node, value);
    this.#last = now;
    return this;
  }
}
