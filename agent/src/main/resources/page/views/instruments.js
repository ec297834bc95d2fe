// All instruments as cards, and one of them with everything it may do, says and has under it.
import { map } from '../charts/map.js';
import { get, post } from '../lib/api.js';
import { el, fill } from '../lib/dom.js';
import { number, quantity, seconds, shortHash, time } from '../lib/format.js';
import { Kept } from '../lib/kept.js';
import { busy, empty, trouble } from '../lib/notice.js';

const PERIOD = 2000;

export async function show(place, room) {
  return room.parts[0] ? one(place, room.parts[0], room) : all(place, room);
}

function repeated(look, room) {
  const timer = setInterval(() => look().catch(() => {}), PERIOD);
  const now = () => look().catch(() => {});
  window.addEventListener('cantilever-stopped', now);
  room.onLeave(() => {
    clearInterval(timer);
    window.removeEventListener('cantilever-stopped', now);
  });
}

async function all(place, room) {
  const cards = el('div', { class: 'instrument-cards' }, busy());
  fill(place, el('h1', {}, 'Instruments'), cards);
  const kept = new Map();
  const look = async () => {
    const { instruments } = await get('/api/state');
    const known = await Promise.all(instruments.map((each) => get(`/api/instruments/${each.instrument}`)));
    known.forEach((each) => kept.set(each.instrument, (kept.get(each.instrument) || new Kept(el('article', {}))).put(each, card)));
    const nodes = known.map((each) => kept.get(each.instrument).node);
    if (nodes.length !== cards.children.length || nodes.some((node, i) => node !== cards.children[i])) fill(cards, nodes);
  };
  await look();
  repeated(look, room);
}

function card(node, it) {
  node.className = `panel instrument-card ${it.stopped ? 'latched' : ''}`;
  fill(node,
    el('div', { class: 'spread' }, el('h2', {}, el('a', { href: `#/instruments/${it.instrument}` }, it.instrument)), standing(it)),
    el('p', { class: 'title' }, it.title || it.driver, it.sample && el('span', { class: 'soft' }, ` · ${it.sample}`)),
    it.stopped && el('p', { class: 'trip' }, `STOPPED: ${it.stopped.reason}`),
    el('dl', { class: 'facts small' },
      el('dt', {}, 'run'), el('dd', {}, holder(it)),
      el('dt', {}, 'says'), el('dd', {}, it.reading ? reads(it.reading) : it.not_read),
      el('dt', {}, 'envelope'), el('dd', {}, it.envelope ? it.envelope.name : `none: ${it.no_envelope}`)));
}

/** Never by colour alone: the words say it. */
function standing(it) {
  const held = it.interlocks.filter((line) => line.state === 'holds' || line.state === 'latched');
  const [mark, words] = it.stopped ? ['bad', 'stopped'] : held.length > 0 ? ['warn', 'held by an interlock']
    : !it.envelope ? ['bad', 'no envelope: nothing runs'] : it.run ? ['', `runs ${it.run}`] : ['good', 'free'];
  return el('span', { class: 'row' }, it.simulated && el('span', { class: 'badge' }, 'simulated'), el('span', { class: `badge ${mark}` }, words));
}

function holder(it) {
  const others = it.unended.map((run) => el('a', { href: `#/runs/${run}` }, run));
  return [
    it.run ? el('a', { href: `#/runs/${it.run}` }, it.run) : 'none here',
    others.length > 0 && [' (not ended: ', others.flatMap((link, i) => (i === 0 ? [link] : [', ', link])), ')'],
  ];
}

function reads(reading) {
  const parts = [reading.device.toLowerCase(), reading.probe !== 'NONE' && `probe ${reading.probe.toLowerCase()}`,
    reading.beam !== 'NONE' && `beam ${reading.beam.toLowerCase().replaceAll('_', ' ')}`, `readback ${reading.quality.toLowerCase()}`];
  return `${parts.filter(Boolean).join(', ')}${reading.live ? '' : ' (as a copy of it says)'}`;
}

async function one(place, name, room) {
  const parts = Object.fromEntries(['head', 'facts', 'channels', 'interlocks', 'budgets', 'rules'].map((part) => [part, new Kept(el('section', { class: 'panel' }))]));
  const stops = el('section', { class: 'panel stops', 'aria-label': 'Stop and reset' });
  const sight = el('section', { class: 'panel sight' }, el('h2', {}, 'What lies under it'), busy('Being worked out from a copy…'));
  fill(place, el('p', {}, el('a', { href: '#/instruments' }, 'All instruments')),
    el('div', { class: 'stack' }, parts.head.node, stops,
      el('div', { class: 'instrument-columns' },
        el('div', { class: 'stack' }, parts.channels.node, parts.rules.node),
        el('div', { class: 'stack' }, parts.facts.node, parts.interlocks.node, parts.budgets.node, sight))));
  const reset = resetting(stops, name, room, () => look());
  const look = async () => {
    const it = await get(`/api/instruments/${name}`);
    parts.head.put({ ...it, channels: 0, budgets: 0 }, head);
    reset(it);
    parts.facts.put(it, facts);
    parts.channels.put(it.channels, (node) => channels(node, it));
    parts.interlocks.put(it.interlocks, interlocks);
    parts.budgets.put(it.budgets, budgets);
    parts.rules.put([it.envelope, it.offered], (node) => rules(node, it));
  };
  await look();
  repeated(look, room);
  seen(sight, name, room).then(look).catch((failure) => fill(sight, el('h2', {}, 'What lies under it'), trouble(failure)));
}

function head(node, it) {
  node.classList.toggle('latched', Boolean(it.stopped));
  fill(node,
    el('div', { class: 'spread' }, el('h1', {}, it.instrument), standing(it)),
    el('p', { class: 'title' }, it.title || `driver ${it.driver}`),
    it.stopped && el('div', { class: 'trip', role: 'alert' },
      el('strong', {}, 'STOPPED. Nothing moves until a person resets it.'),
      el('dl', { class: 'facts' }, el('dt', {}, 'why'), el('dd', {}, it.stopped.reason),
        el('dt', {}, 'since'), el('dd', {}, time(it.stopped.since)), el('dt', {}, 'what clears it'), el('dd', {}, it.stopped.clears))));
}

/** Drawn once, so that nobody loses what he is writing. */
function resetting(node, name, room, look) {
  const reason = el('input', { required: true, maxlength: 500, placeholder: 'what you looked at, and why it may move again', 'aria-label': 'Why it may move again' });
  const notice = el('div', {});
  const officer = room.me.role === 'safety-officer';
  const act = async (path, body, said) => {
    try {
      await post(path, body);
      room.say(said);
      fill(notice);
    } catch (failure) {
      fill(notice, trouble(failure));
    }
    window.dispatchEvent(new Event('cantilever-stopped'));
    await look();
  };
  const form = el('form', { class: 'row reset', on: { submit: (event) => {
    event.preventDefault();
    if (reason.value.trim() !== '') act(`/api/instruments/${name}/reset`, { reason: reason.value.trim() }, `${name} may move again.`).then(() => { reason.value = ''; });
  } } },
  reason, el('button', { type: 'submit', class: 'main', disabled: !officer }, 'Reset'),
  !officer && el('span', { class: 'small' }, `A reset needs the role safety-officer; you are ${room.me.role}.`));
  const stop = el('button', { type: 'button', class: 'grave', on: { click: () => act(`/api/instruments/${name}/stop`, { reason: 'stopped on the page' }, `${name} is stopped.`) } }, `Stop ${name}`);
  fill(node, el('div', { class: 'row' }, stop, form), notice);
  return (it) => {
    form.hidden = !it.stopped;
    stop.hidden = Boolean(it.stopped);
  };
}

function facts(node, it) {
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

function channels(node, it) {
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

function interlocks(node, lines) {
  fill(node, el('h2', {}, 'Interlocks'), lines.length === 0 ? empty('Its envelope has none, and nothing holds it.')
    : el('ul', { class: 'interlocks' }, lines.map((line) => el('li', {},
      el('div', { class: 'spread' }, el('strong', {}, line.name), el('span', { class: `badge ${STATES[line.state][0]}` }, STATES[line.state][1])),
      el('p', { class: 'small' }, line.words),
      el('p', { class: 'small soft' }, `leads to ${line.severity.toLowerCase().replaceAll('_', ' ')}`, line.clear && `; ${CLEARS[line.clear]}`)))));
}

function budgets(node, lines) {
  fill(node, el('h2', {}, 'What one run may use up'), lines.map((line) => {
    const used = el('span', {});
    used.style.width = `${Math.min(100, line.allowed > 0 ? (100 * line.used) / line.allowed : 100)}%`;
    const words = (value) => (line.unit === 's' ? seconds(value) : quantity(value, line.unit === '1' ? '' : line.unit));
    return el('div', { class: 'budget-line' }, el('span', {}, line.of),
      el('span', { class: 'meter', role: 'img', 'aria-label': `${words(line.used)} of ${words(line.allowed)}` }, used),
      el('span', { class: 'number small' }, `${words(line.used)} of ${words(line.allowed)}, left ${words(line.allowed - line.used)}`));
  }));
}

function rules(node, it) {
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

async function seen(node, name, room) {
  const it = await get(`/api/instruments/${name}/sight`);
  const pictures = [it.dose, ...it.pictures].filter(Boolean);
  const maps = pictures.map((each) => map({
    grid: { rows: each.rows, columns: each.columns, width: { value: each.width_metres }, height: { value: each.height_metres } },
    colours: each.channel === 'dose' ? 'magma' : 'viridis', label: each.channel,
  }));
  room.onLeave(() => maps.forEach((each) => each.end()));
  fill(node, el('h2', {}, 'What lies under it'),
    el('p', { class: 'row' }, it.simulated && el('span', { class: 'badge' }, 'simulated'), el('span', {}, it.words)),
    el('div', { class: 'sight-maps' }, pictures.map((each, i) => el('figure', {},
      el('figcaption', {}, each.channel === 'dose' ? `dose that the sample has got, from (${quantity(each.left, 'm')}, ${quantity(each.bottom, 'm')})` : each.channel), maps[i].node))));
  pictures.forEach((each, i) => maps[i].values(each.values.map((value) => (value === null ? NaN : value)), each.unit === '1' ? '' : each.unit));
}
