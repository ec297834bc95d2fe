// What a view shows in place of what it wanted to show.
import { el } from './dom.js';

/** A refusal with every problem of it. */
export function trouble(error) {
  const problems = (error.problems || []).map((one) =>
    el('li', {}, one.message, one.next ? ` ${one.next}` : ''));
  return el('div', { class: 'notice bad', role: 'alert' },
    el('strong', {}, error.title || 'Not done'),
    problems.length === 0 ? el('div', {}, error.detail || error.message) : el('ul', {}, problems));
}

export function empty(text) {
  return el('p', { class: 'soft' }, text);
}

export function busy(text = 'Loading…') {
  return el('p', { class: 'soft', 'aria-busy': 'true' }, text);
}
