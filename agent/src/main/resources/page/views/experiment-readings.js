// What the verbs of a plan have read: images as maps, curves as curves, numbers with their errors.
import { map } from '../charts/map.js';
import { scatter } from '../charts/scatter.js';
import { el, fill } from '../lib/dom.js';
import { quantity, seconds } from '../lib/format.js';
import { empty, trouble } from '../lib/notice.js';
import { scaled } from './experiment-site.js';
import { withError } from './experiment-sites.js';

const MOST = 12;

export function readings(self, first) {
  const here = { self, known: 0, maps: [], list: el('div', { class: 'stack readings' }), loading: false, again: false };
  const node = el('section', { class: 'panel', 'aria-label': 'Readings' }, el('h3', {}, 'What was read, newest first'), here.list,
    first.readings === 0 && el('div', { class: 'nothing' }, empty('Images, maps and curves are shown here as they are read.')));
  return {
    node,
    total: () => 0,
    isStale: () => false,
    take: (news) => { if (news.readings > here.known) { node.querySelector('.nothing')?.remove(); more(here, news.readings); } },
    end: () => here.maps.forEach((one) => one.end()),
  };
}

async function more(here, count) {
  if (here.loading) {
    here.again = count;
    return;
  }
  here.loading = true;
  try {
    const from = Math.max(here.known, count - MOST);
    const came = await here.self.room.api.get(`${here.self.path}/readings?from=${from}`, here.self.signal);
    here.known = from + came.readings.length;
    for (const one of came.readings) {
      if (one.read.length > 0 || one.estimates.length > 0) here.list.prepend(call(here, one));
    }
    while (here.list.children.length > MOST) here.list.lastElementChild.remove();
  } catch (failure) {
    if (!here.self.signal.aborted) here.list.prepend(trouble(failure));
  }
  here.loading = false;
  if (here.again > here.known) {
    const next = here.again;
    here.again = false;
    more(here, next);
  }
}

function call(here, one) {
  const figures = el('div', { class: 'maps' });
  one.read.forEach((read) => {
    const place = el('figure', { class: `map-figure front ${read.rows > 1 ? 'map-place' : ''}` }, el('figcaption', {}, read.channel));
    figures.append(place);
    data(here, place, read);
  });
  return el('article', {}, el('h3', {}, one.tool, ' ', el('span', { class: 'soft small' }, `${one.call}${one.instrument ? `, ${one.instrument}` : ''}, ${seconds(one.seconds)} of instrument time`)),
    one.estimates.length > 0 && el('dl', { class: 'facts' }, one.estimates.map((found) => [el('dt', {}, found.name.replaceAll('_', ' ')),
      el('dd', { class: 'number' }, found.standard_error > 0 ? withError(found.value, found.standard_error, plain(found.unit)) : quantity(found.value, plain(found.unit)))])),
    figures);
}

function plain(unit) {
  return unit === '1' ? '' : unit;
}

/** The array itself, by its hash. */
async function data(here, place, read) {
  try {
    const bytes = await here.self.room.api.bytes(`${here.self.path}/blobs/${read.blob}`, here.self.signal);
    const array = JSON.parse(new TextDecoder().decode(bytes));
    if (read.rows > 1) frame(here, place, array);
    else fill(place, el('figcaption', {}, `${array.response.name} over ${array.sweep.name}`), curve(array));
  } catch (failure) {
    if (!here.self.signal.aborted) place.append(trouble(failure));
  }
}

function curve(array) {
  const across = scaled(array.sweep), up = scaled(array.response);
  return scatter({ x: across.label, y: up.label, label: `${array.response.name} over ${array.sweep.name}`, width: 520,
    series: [{ kind: 'line', points: across.values.map((one, i) => [one, up.values[i]]) }] });
}

function frame(here, place, array) {
  const read = el('p', { class: 'read-out number small' }, ' ');
  const unit = plain(array.unit);
  const drawn = map({ grid: array, colours: array.channel === 'optical' ? 'grey' : 'viridis', label: `Map of ${array.channel}`, heard: {
    hover: (site) => { read.textContent = `row ${Math.floor(site / array.columns) + 1}, column ${(site % array.columns) + 1}: ${quantity(array.values[site], unit)}`; drawn.overlay({ cursor: site }); },
    leave: () => { read.textContent = ' '; drawn.overlay({ cursor: null }); } } });
  here.maps.push(drawn);
  fill(place, el('figcaption', {}, `${array.channel}, ${array.columns} × ${array.rows}`), drawn.node, read);
  drawn.values(calm(array.values), unit);
}

/** A few outliers must not hide the rest. */
function calm(values) {
  const sorted = Float64Array.from(values.filter(Number.isFinite)).sort();
  if (sorted.length === 0) return values;
  const low = sorted[Math.floor(0.002 * (sorted.length - 1))], high = sorted[Math.floor(0.998 * (sorted.length - 1))];
  return values.map((one) => Math.min(high, Math.max(low, one)));
}
