// From which call a number comes that somebody reads somewhere.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';

export async function number(place, room, sheet) {
  const text = room.query.get('text') ?? '';
  const input = el('input', { type: 'search', value: text, 'aria-label': 'Number', placeholder: '0.0489 or 8.5 V' });
  const body = el('div', {});
  fill(place,
    el('p', {}, 'A number as it is shown in the report or in an answer, with its unit if it has one.'),
    el('form', {
      class: 'runs-filter',
      on: {
        submit: (event) => {
          event.preventDefault();
          room.go(`#/runs/${sheet.run}/number?text=${encodeURIComponent(input.value.trim())}`);
        },
      },
    }, input, el('button', {}, 'Find its call')),
    body);
  if (text !== '') {
    await sources(body, room, sheet.run, text);
  }
}

/** The calls behind a number, as a list of links. */
export async function sources(place, room, run, text) {
  fill(place, busy(`looking for ${text}`));
  try {
    const found = await room.api.get(`/api/runs/${run}/numbers?text=${encodeURIComponent(text)}`);
    fill(place, found.sources.length === 0
      ? el('p', {}, `No call of ${run} returned ${text}.`)
      : el('ul', { class: 'runs-sources', 'aria-label': `Calls behind ${text}` }, ...found.sources.map((one) =>
        el('li', {}, el('a', { href: `#/runs/${run}/calls/${one.call}` }, one.call), `: ${one.where}`))));
  } catch (error) {
    fill(place, trouble(error));
  }
}
