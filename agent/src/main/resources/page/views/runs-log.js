// Entries of the journal as they stand there.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { moment } from './runs-text.js';

const PAGE = 100;

export async function log(place, room, sheet) {
  const filter = room.query.get('filter') ?? '';
  const from = Number(room.query.get('from') ?? 0);
  const to = (words, at) =>
    `#/runs/${sheet.run}/log?from=${at}${words === '' ? '' : `&filter=${encodeURIComponent(words)}`}`;
  const input = el('input', { type: 'search', value: filter, 'aria-label': 'Filter', placeholder: 'type:run.* actor:root', spellcheck: 'false' });
  const body = el('div', {}, busy('reading entries'));
  fill(place, el('form', {
    class: 'runs-filter',
    on: {
      submit: (event) => {
        event.preventDefault();
        room.go(to(input.value.trim(), 0));
      },
    },
  }, input, el('button', {}, 'Filter')), body);
  try {
    const page = await room.api.get(
      `/api/runs/${sheet.run}/log?limit=${PAGE}&from=${from}&filter=${encodeURIComponent(filter)}`);
    fill(body,
      el('p', { class: 'runs-pages' }, `From entry ${from} of ${sheet.entries.toLocaleString('en')} `,
        from > 0 ? el('a', { href: to(filter, 0) }, 'From the first') : null, ' ',
        page.next === undefined ? null : el('a', { href: to(filter, page.next) }, 'Later')),
      el('ol', { class: 'runs-entries' }, ...page.entries.map(entry)));
  } catch (error) {
    fill(body, trouble(error));
  }
}

function entry(one) {
  return el('li', {}, el('details', {},
    el('summary', {}, `${one.seq}  ${moment(one.ts)}  ${one.type}  ${one.actor.kind} ${one.actor.id}`),
    el('pre', { class: 'runs-raw', tabindex: '0' }, JSON.stringify(one.body, null, 2))));
}
