// The parts of an instrument's page that are drawn from what the server tells of it.
import { el, fill } from '../lib/dom.js';
import { number, quantity, seconds, shortHash, time } from '../lib/format.js';
import { empty } from '../lib/notice.js';
import { holder, reads } from './instrument-words.js';

export function facts(node, it) {
  const reading = it.reading;
  fill(node, el('h2', {}, 'How it stands'), el('dl', { class: 'facts' },
    pair('sample', it.sample), pair('driver', it.driver), pair('run', holder(it)),
    pair('autonomy', it.autonomy.toLowerCase()),
    pair('lease', it.leases.length === 0 ? 'none' : it.leases.map((lease) => `${lease.lease} by ${lease.by.id}, up to ${lease.most.toLowerCase()}, ends ${time(lease.ends)}`).join('; ')),
    reading ? [
      pair('read', reading.live ? 'now, from the instrument' : 'from a copy: nobody has it, and it is not disturbed'),
      pair('device', reads({ ...reading, live: true })),
      pair('stands at', `${quantity(reading.x.value, 'm')}, ${quantity(reading.y.value, 'm')}`),
      pair('instrument time', seconds(reading.elapsed.value)),
      reading.loops > 0 && pair('loops written', String(reading.loops)),
    ] : pair('read', it.not_read)));
}

function pair(name, value) {
  return value && [el('dt', {}, name), el('dd', {}, value)];
}

export function channels(node, it) {
  fill(node, el('h2', {}, 'Channels and limits'),
    it.no_envelope && el('p', { class: 'notice bad' }, `Nothing can run: ${it.no_envelope}`),
    it.channels.length === 0 ? empty('It has no channels; what it takes stands under “What it offers”.')
      : el('div', { class: 'channels', role: 'list' }, it.channels.map(channel)));
}

function amount(it) {
  return it ? quantity(it.value, it.unit === '1' ? '' : it.unit) : '–';
}

function channel(line) {
  const limited = line.min && line.max;
  const asked = line.setpoint && el('span', { class: 'small soft' }, `asked ${amount(line.setpoint)} by ${line.set_by}`);
  return el('div', { class: 'channel', role: 'listitem', 'data-channel': line.channel },
    el('span', {}, line.label), el('strong', { class: 'number' }, amount(line.readback)),
    limited ? bar(line) : el('span', { class: 'soft small' }, 'read only: no limit, so nothing sets it'),
    el('span', { class: 'small soft beside' }, [
      line.maximum_step && `step at most ${amount(line.maximum_step)}`,
      line.readback && line.age_seconds > 0 && `read ${seconds(line.age_seconds)} ago`,
      line.quality && line.quality !== 'good' && `quality ${line.quality}`,
    ].filter(Boolean).join(' · '), asked));
}

/** Where between its limits a channel is read, and where it was asked to be. */
function bar(line) {
  const share = (value) => (line.max.value > line.min.value ? Math.min(1, Math.max(0, (value - line.min.value) / (line.max.value - line.min.value))) : 0.5);
  const at = (className, value) => {
    const mark = el('span', { class: className });
    mark.style.left = `${100 * share(value)}%`;
    return mark;
  };
  const near = line.readback && (share(line.readback.value) > 0.9 || (line.min.value < 0 && share(line.readback.value) < 0.1));
  return el('span', { class: 'limits-bar' }, el('span', { class: 'soft number least' }, amount(line.min)),
    el('span', { class: 'rail', role: 'img', 'aria-label': `${line.label}: ${amount(line.readback)} of ${amount(line.min)} to ${amount(line.max)}` },
      line.setpoint && at('asked', line.setpoint.value), line.readback && at(near ? 'is near' : 'is', line.readback.value)),
    el('span', { class: 'soft number' }, amount(line.max)));
}

const STATES = { ok: ['good', 'ok'], holds: ['warn', 'holds'], latched: ['bad', 'latched'], not_read: ['', 'not read'] };
const CLEARS = {
  with_condition: 'ends by itself once it is well', when_steady: 'ends by itself once well for long enough; runs wait',
  after_acknowledgement: 'a person resets it once it is well', after_restart: 'a restart ends it once it is well',
};

export function interlocks(node, lines) {
  fill(node, el('h2', {}, 'Interlocks'), lines.length === 0 ? empty('Its envelope has none, and nothing holds it.')
    : el('ul', { class: 'interlocks' }, lines.map((line) => el('li', {},
      el('div', { class: 'spread' }, el('strong', {}, line.name), el('span', { class: `badge ${STATES[line.state][0]}` }, STATES[line.state][1])),
      el('p', { class: 'small' }, line.words),
      el('p', { class: 'small soft' }, `leads to ${line.severity.toLowerCase().replaceAll('_', ' ')}`, line.clear && `; ${CLEARS[line.clear]}`)))));
}

export function budgets(node, lines) {
  fill(node, el('h2', {}, 'What one run may use up'), lines.map((line) => {
    const used = el('span', {});
    used.style.width = `${Math.min(100, line.allowed > 0 ? (100 * line.used) / line.allowed : 100)}%`;
    const words = (value) => (line.unit === 's' ? seconds(value) : quantity(value, line.unit === '1' ? '' : line.unit));
    return el('div', { class: 'budget-line' }, el('span', {}, line.of),
      el('span', { class: 'meter', role: 'img', 'aria-label': `${words(line.used)} of ${words(line.allowed)}` }, used),
      el('span', { class: 'number small' }, `${words(line.used)} of ${words(line.allowed)}, left ${words(line.allowed - line.used)}`));
  }));
}

export function rules(node, it) {
  const offered = it.offered;
  fill(node, el('h2', {}, 'What it offers, and what is forbidden'),
    offered && [el('p', {}, offered.sites),
      offered.parameters.length > 0 && el('div', { class: 'table' }, el('table', {}, el('thead', {}, el('tr', {}, ['parameter', 'least', 'greatest', 'unit'].map((name) => el('th', {}, name)))),
        el('tbody', {}, offered.parameters.map((each) => el('tr', {}, el('td', {}, each.name), el('td', { class: 'number' }, number(each.min)), el('td', { class: 'number' }, number(each.max)), el('td', {}, each.unit === '1' ? '–' : each.unit)))))),
      offered.outcomes.length > 0 && el('p', { class: 'small' }, `Reads: ${offered.outcomes.join(', ')}.`),
      el('p', { class: 'row small' }, offered.tools.map((tool) => el('a', { href: `#/tools/${tool}` }, tool)))],
    it.envelope && [
      el('p', {}, `Envelope ${it.envelope.name} `, el('code', { title: it.envelope.hash }, shortHash(it.envelope.hash))),
      it.envelope.rules.map((rule) => el('p', { class: 'small' }, rule)),
      it.envelope.forbidden.length === 0 ? el('p', { class: 'small soft' }, 'No region is forbidden.')
        : el('ul', {}, it.envelope.forbidden.map((each) => el('li', {}, `x ${amount(each.left)} to ${amount(each.right)}, y ${amount(each.bottom)} to ${amount(each.top)}: ${each.reason}`))),
      it.envelope.dose_max && el('p', { class: 'small' }, `At most ${amount(it.envelope.dose_max)} in any cell of ${amount(it.envelope.dose_cell)}, over all runs.`)]);
}
