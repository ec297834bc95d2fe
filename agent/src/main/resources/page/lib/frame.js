// Pages of the server that stand for themselves, in a frame in which nothing runs.
import { el } from './dom.js';

/** A frame with the HTML that `load()` gives; it can run nothing and go nowhere. */
export async function framed(load, title) {
  const url = URL.createObjectURL(new Blob([await load()], { type: 'text/html;charset=utf-8' }));
  return el('iframe', { class: 'frame', sandbox: '', title, src: url });
}
