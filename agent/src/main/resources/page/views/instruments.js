// All instruments as cards, and the way to each of them.
import { get } from '../lib/api.js';
import { el, fill } from '../lib/dom.js';
import { Kept } from '../lib/kept.js';
import { busy } from '../lib/notice.js';
import { one } from './instrument.js';
import { holder, reads, repeated, standing } from './instrument-words.js';

export async function show(place, room) {
  return room.parts[0] ? one(place, room.parts[0], room) : all(place, room);
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
