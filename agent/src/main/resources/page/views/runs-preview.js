// What another policy would have proposed with what was known then; computed, measured by nobody.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { CHOICES, functionWords } from './experiment-words.js';

/** A question for it at a call that a campaign chose; nothing at others. */
export function counterfactual(room, sheet, why) {
  const line = (question) => why.answers.find((one) => one.question === question)?.lines[0] ?? '';
  const knew = /^(\d+) measurements/.exec(line('knew'));
  const chose = /^site (\d+) in batch (\d+)/.exec(line('chose'));
  if (knew === null || chose === null || chose[2] === '0') {
    return null;
  }
  const select = el('select', { 'aria-label': 'Another policy' },
    CHOICES.map((one) => el('option', { value: one.kind }, one.name)));
  const result = el('div', { class: 'runs-otherwise', 'aria-live': 'polite' });
  const ask = async (event) => {
    event.preventDefault();
    const known = CHOICES.find((one) => one.kind === select.value);
    const asked = { kind: known.kind, ...(known.knob ? { [known.knob.name]: known.knob.preset } : {}) };
    fill(result, busy('working out where it would have gone'));
    try {
      const came = await room.api.post(`/api/runs/${sheet.run}/preview?points=${knew[1]}`,
        { change: { kind: 'rank', acquisition_function: asked } });
      fill(result, words(came.sites, asked, chose));
    } catch (error) {
      fill(result, trouble(error));
    }
  };
  return el('section', {},
    el('h3', {}, 'With another policy'),
    el('form', { class: 'runs-filter', on: { submit: ask } }, select, el('button', {}, 'Where would it have gone?')),
    result);
}

function words(sites, asked, chose) {
  const would = sites.then.next;
  return [
    el('p', {}, `Batch ${chose[2]} went to ${listed(sites.now.next)}.`),
    el('p', {}, `With ${functionWords(asked).name} it would have gone to ${listed(would)}.`),
    el('p', { class: 'runs-note' }, would.includes(Number(chose[1]))
      ? `Site ${chose[1]} would have been among them.` : `Site ${chose[1]} would not have been among them.`),
  ];
}

function listed(sites) {
  return sites.length === 0 ? 'no site' : `sites ${sites.join(', ')}`;
}
