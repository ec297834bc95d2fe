// One instrument: whether it may move and who says so, what it may do, says and has under it.
import { map } from '../charts/map.js';
import { get, post } from '../lib/api.js';
import { el, fill } from '../lib/dom.js';
import { quantity, time } from '../lib/format.js';
import { Kept } from '../lib/kept.js';
import { busy, trouble } from '../lib/notice.js';
import { budgets, channels, facts, interlocks, rules } from './instrument-parts.js';
import { repeated, standing } from './instrument-words.js';

export async function one(place, name, room) {
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
    const stopped = Boolean(it.stopped);
    if (stop.hidden === stopped && form.hidden !== stopped) return;
    form.hidden = !stopped;
    stop.hidden = stopped;
  };
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
