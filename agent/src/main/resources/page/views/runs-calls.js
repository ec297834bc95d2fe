// The calls of a run: facets, the filter box, a table in pages. The filter stands in the address.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { clock, lasted, value } from './runs-text.js';

const PAGE = 50;
const LONGEST = 120;
const FACETS = [
  ['is', 'refused', 'refused'],
  ['is', 'approved', 'approved by a person'],
  ['is', 'outside-plan', 'outside plan'],
  ['is', 'changing', 'changed something'],
  ['is', 'untrusted', 'untrusted origin'],
  ['is', 'quoting', 'quotes strangers'],
  ['state', 'failed', 'failed'],
  ['state', 'reconciled', 'outcome lost'],
  ['state', 'open', 'open'],
];
const LANGUAGE = 'tool:raman.* actor:grammar/* kind:person effect:move state:refused is:changing step:2* rule:*near-limit* after:10:00 before:10:05';

/** The calls that pass; `always` holds besides what the person filters by. */
export async function calls(place, room, sheet, always = '', words = '') {
  const filter = room.query.get('filter') ?? '';
  const from = Number(room.query.get('from') ?? 0);
  const here = place.ownerDocument.defaultView.location.hash.split('?')[0];
  const to = (nextFilter, nextFrom) => {
    const query = [
      nextFilter === '' ? '' : `filter=${encodeURIComponent(nextFilter)}`,
      nextFrom === 0 ? '' : `from=${nextFrom}`,
    ].filter((part) => part !== '').join('&');
    return `${here}${query === '' ? '' : `?${query}`}`;
  };
  const body = el('div', { class: 'runs-calls' }, busy('reading calls'));
  fill(place,
    words === '' ? null : el('p', {}, words),
    box(room, filter, to),
    facets(sheet, filter, to),
    body);
  try {
    const all = `${always} ${filter}`.trim();
    const page = await room.api.get(
      `/api/runs/${sheet.run}/calls?limit=${PAGE}&from=${from}${all === '' ? '' : `&filter=${encodeURIComponent(all)}`}`);
    fill(body, summary(page, from, filter, to), table(sheet.run, page.calls));
  } catch (error) {
    fill(body, trouble(error));
  }
}

function box(room, filter, to) {
  const input = el('input', {
    type: 'search', value: filter, 'aria-label': 'Filter', placeholder: 'tool:raman.* is:changing', spellcheck: 'false',
  });
  return el('form', {
    class: 'runs-filter',
    on: {
      submit: (event) => {
        event.preventDefault();
        room.go(to(input.value.trim(), 0));
      },
    },
  }, input, el('button', {}, 'Filter'),
  el('details', {}, el('summary', {}, 'What can be written'), el('code', {}, LANGUAGE),
    ' – all words must hold, * stands for anything; the log and the command line take the same.'));
}

function facets(sheet, filter, to) {
  const words = filter.split(/\s+/).filter((word) => word !== '');
  const count = (key, word) =>
    sheet.counts.find((one) => one.key === key && one.word === word)?.calls ?? 0;
  const buttons = FACETS
    .concat(sheet.counts.filter((one) => one.key === 'effect').map((one) => ['effect', one.word, one.word]))
    .map(([key, word, name]) => {
      const term = `${key}:${word}`;
      const on = words.includes(term);
      const next = on ? words.filter((one) => one !== term) : words.concat(term);
      return el('a', {
        class: 'runs-facet', href: to(next.join(' '), 0), role: 'button', 'aria-pressed': String(on),
      }, `${name} ${count(key, word)}`);
    });
  return el('div', { class: 'runs-facets', role: 'group', 'aria-label': 'Facets' },
    ...buttons, choice(sheet, 'tool', words, to), choice(sheet, 'actor', words, to));
}

function choice(sheet, key, words, to) {
  const chosen = words.find((word) => word.startsWith(`${key}:`))?.slice(key.length + 1) ?? '';
  const select = el('select', { 'aria-label': key },
    el('option', { value: '' }, `any ${key}`),
    ...sheet.counts.filter((one) => one.key === key).map((one) =>
      el('option', { value: one.word, selected: one.word === chosen }, `${one.word} (${one.calls})`)));
  select.addEventListener('change', () => {
    const rest = words.filter((word) => !word.startsWith(`${key}:`));
    const next = select.value === '' ? rest : rest.concat(`${key}:${select.value.replace(/\s/g, '*')}`);
    select.ownerDocument.defaultView.location.hash = to(next.join(' '), 0);
  });
  return select;
}

function summary(page, from, filter, to) {
  const end = from + page.calls.length;
  return el('p', { class: 'runs-pages', role: 'status' },
    page.matching === 0 ? 'No call passes.' : `Calls ${from + 1} to ${end} of ${page.matching.toLocaleString('en')} `,
    from > 0 ? el('a', { href: to(filter, Math.max(0, from - PAGE)), rel: 'prev' }, 'Earlier') : null,
    ' ',
    page.next === undefined ? null : el('a', { href: to(filter, page.next), rel: 'next' }, 'Later'));
}

export function table(run, rows) {
  const names = ['Call', 'Time (UTC)', 'Who', 'Tool', 'Step', 'Effect', 'Arguments', 'Decision', 'State', 'Took'];
  return el('div', { class: 'runs-scroll', tabindex: '0', role: 'region', 'aria-label': 'Calls' },
    el('table', { class: 'runs-table' },
      el('thead', {}, el('tr', {}, ...names.map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...rows.map((call) => row(run, call)))));
}

function row(run, call) {
  return el('tr', { class: call.state === 'refused' ? 'runs-refused' : null },
    el('td', {}, el('a', { href: `#/runs/${run}/calls/${call.call}` }, call.call)),
    el('td', { class: 'runs-number' }, clock(call.proposed)),
    el('td', {}, call.by.kind, el('br'), call.by.id),
    el('td', {}, call.tool),
    el('td', {}, call.step ?? (call.parent ? `in ${call.parent}` : '')),
    el('td', {}, call.effect ?? '–'),
    el('td', { class: 'runs-arguments' }, shortened(value(call.arguments ?? call.received))),
    el('td', { class: 'runs-decision' }, call.rule ?? call.problems[0]?.message ?? ''),
    el('td', {}, state(call)),
    el('td', { class: 'runs-number' }, lasted(call.seconds)));
}

/** The card has all of it. */
function shortened(text) {
  return text.length <= LONGEST ? text : `${text.slice(0, LONGEST)} …`;
}

/** In words, with what else is said of it. */
export function state(call) {
  const marks = [
    call.is.includes('untrusted') ? 'untrusted origin' : null,
    call.is.includes('quoting') ? 'quotes strangers' : null,
    call.is.includes('outside-plan') ? 'outside plan' : null,
    call.happened && call.happened !== 'none' ? `effect ${call.happened}` : null,
  ].filter((one) => one !== null);
  return el('span', { class: `runs-state runs-${call.state}` },
    call.state, marks.length > 0 ? ` (${marks.join(', ')})` : '');
}
