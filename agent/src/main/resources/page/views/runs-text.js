// Values of a log as text and nodes. Everything here is text of others and stays text.
import { el } from '../lib/dom.js';
import { quantity } from '../lib/format.js';

const HASH = /^sha256:[0-9a-f]{64}$/;

/** A value of a call, by its type. */
export function value(json) {
  if (json === null || json === undefined) {
    return '–';
  }
  if (isQuantity(json)) {
    return quantity(json.value, json.unit);
  }
  if (Array.isArray(json)) {
    return json.length > 24
      ? `${json.slice(0, 24).map(value).join(', ')} … (${json.length})`
      : json.map(value).join(', ');
  }
  if (typeof json === 'object') {
    return Object.entries(json).map(([name, inner]) => `${name}: ${value(inner)}`).join('; ');
  }
  return String(json);
}

function isQuantity(json) {
  return typeof json === 'object' && typeof json.value === 'number' && typeof json.unit === 'string';
}

/** Equal as values, whatever way they are written. */
export function same(one, other) {
  return JSON.stringify(one) === JSON.stringify(other);
}

/** Names and values as a list; a hash is shown whole. */
export function facts(pairs) {
  const shown = pairs.filter(([, words]) => words !== null && words !== undefined && words !== '');
  return el('dl', { class: 'runs-facts' },
    ...shown.flatMap(([name, words]) => [
      el('dt', {}, name),
      el('dd', {}, typeof words === 'string' && HASH.test(words) ? hash(words) : words)]));
}

/** A hash, which breaks where it must. */
export function hash(text) {
  return el('code', { class: 'runs-hash' }, text);
}

/** Who, with the way in. */
export function who(actor) {
  return `${actor.kind} ${actor.id} by ${actor.channel.replace('_', ' ')}`;
}

/** The time of the day, to the millisecond, in UTC as the log has it. */
export function clock(at) {
  return at ? at.slice(11, 23).replace('Z', '') : '–';
}

/** Day and time. */
export function moment(at) {
  return at ? `${at.slice(0, 10)} ${clock(at)} UTC` : '–';
}

/** A duration in s or ms. */
export function lasted(seconds) {
  if (seconds === undefined || seconds === null) {
    return '–';
  }
  return seconds < 1 ? `${(seconds * 1000).toPrecision(3)} ms` : `${seconds.toPrecision(4)} s`;
}
