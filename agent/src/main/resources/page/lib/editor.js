// A plan with its numbers open: steps can be dropped or moved, arguments changed; the server checks it.
import { el, fill } from './dom.js';
import { trouble } from './notice.js';

/** `check(plan)` is asked for the changed plan; `back()` leaves all as it was. */
export function editor(plan, check, back) {
  const changed = structuredClone(plan);
  const list = el('ol', { class: 'steps' });
  const notice = el('div', {});
  const draw = () => fill(list, changed.steps.map((one, at) => step(changed.steps, one, at, draw)));
  draw();
  const form = el('form', { class: 'stack' }, el('h2', {}, `Edit: ${plan.goal}`), list, notice,
    el('div', { class: 'row' },
      el('button', { class: 'main' }, 'Check the changed plan'),
      el('button', { type: 'button', on: { click: back } }, 'Back')));
  form.addEventListener('submit', async (event) => {
    event.preventDefault();
    try {
      await check(changed);
    } catch (failure) {
      fill(notice, trouble(failure));
    }
  });
  return form;
}

function step(steps, one, at, draw) {
  const move = (to) => () => { steps.splice(to, 0, ...steps.splice(at, 1)); draw(); };
  return el('li', {}, el('span', { class: 'step-number' }, at + 1), el('div', { class: 'stack tight' },
    el('div', { class: 'spread' }, el('strong', {}, one.tool || one.kind), el('span', { class: 'row' },
      el('button', { type: 'button', disabled: at === 0, 'aria-label': 'Move up', on: { click: move(at - 1) } }, '↑'),
      el('button', { type: 'button', disabled: at === steps.length - 1, 'aria-label': 'Move down', on: { click: move(at + 1) } }, '↓'),
      el('button', { type: 'button', disabled: steps.length === 1, on: { click: () => { steps.splice(at, 1); draw(); } } }, 'Drop'))),
    one.arguments && Object.entries(one.arguments).map(([name, value]) => field(one.arguments, name, value)),
    (one.steps || []).map((inner, i) => el('ol', { class: 'steps' }, step(one.steps, inner, i, draw)))));
}

function field(holder, name, value) {
  const text = written(value);
  const input = el(text.length > 60 ? 'textarea' : 'input', { value: text, spellcheck: 'false', class: 'mono' });
  input.addEventListener('input', () => { holder[name] = read(input.value, value); });
  return el('label', {}, name.replaceAll('_', ' '), input);
}

function isQuantity(value) {
  return value !== null && typeof value === 'object' && Object.keys(value).length === 2 && 'unit' in value && 'value' in value;
}

function written(value) {
  if (isQuantity(value)) return `${value.value} ${value.unit}`;
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** As it was: a text or a quantity stays a text, anything else is read as JSON where it is some. */
function read(text, before) {
  if (typeof before === 'string' || isQuantity(before)) return text;
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
