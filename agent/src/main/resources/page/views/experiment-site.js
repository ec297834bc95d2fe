// One site: its loop, its reward term by term, what was expected before, and a person's opinion of it.
import { scatter } from '../charts/scatter.js';
import { el, fill } from '../lib/dom.js';
import { quantity, scaleOf } from '../lib/format.js';
import { busy, empty, trouble } from '../lib/notice.js';
import { placed, withError } from './experiment-sites.js';

/** Fills the sheet of a campaign with a site; without one it says what to do. */
export async function siteSheet(here, site) {
  const title = el('h3', {}, site === null ? 'Under the cursor' : placed(here, site));
  if (site === null) return void fill(here.sheet, title, empty('Click a point of a map, or move there with the arrow keys and press Enter.'));
  fill(here.sheet, title, busy('Reading…'));
  try {
    const at = here.at === null ? '' : `?points=${here.at}`;
    const sheet = await here.self.room.api.get(`${here.self.path}/sites/${site}${at}`, here.self.signal);
    if (here.picked === site) fill(here.sheet, title, facts(here, sheet), sheet.measured && loop(sheet), terms(sheet), opinion(here, sheet));
  } catch (failure) {
    if (!here.self.signal.aborted) fill(here.sheet, title, trouble(failure));
  }
}

function facts(here, sheet) {
  const said = (one) => withError(one.mean, one.deviation, sheet.unit);
  return el('dl', { class: 'facts' },
    el('dt', {}, 'Measured'), el('dd', { class: 'number' }, sheet.measured ? `${quantity(sheet.measured.reward, sheet.unit)} as no. ${sheet.measured.number}, ${sheet.measured.call}` : 'not yet'),
    sheet.before && [el('dt', {}, 'Expected before'), el('dd', { class: 'number' }, said(sheet.before), sheet.measured && ` (${off(sheet)})`)],
    sheet.now && [el('dt', {}, here.at === null ? 'Expected now' : `Expected after ${here.at}`), el('dd', { class: 'number' }, said(sheet.now))]);
}

function off(sheet) {
  const distance = (sheet.measured.reward - sheet.before.mean) / sheet.before.deviation;
  return `measured ${Math.abs(distance).toFixed(1)} deviations ${distance < 0 ? 'below' : 'above'}`;
}

/** The loop of a site as a curve with axes and units. */
export function loop(sheet, height = 230) {
  const { sweep, response } = sheet.measured.spectrum;
  const across = scaled(sweep), up = scaled(response);
  return scatter({ x: across.label, y: up.label, label: `${response.name} over ${sweep.name} at site ${sheet.site}`, height,
    series: [{ kind: 'line', points: across.values.map((one, i) => [one, up.values[i]]) }] });
}

/** Values of an axis in a unit, or a power of ten of it, in which its numbers are short. */
export function scaled(axis) {
  const largest = axis.values.reduce((a, b) => Math.max(a, Math.abs(b)), 0);
  const scale = scaleOf(largest, axis.unit === '1' ? '' : axis.unit);
  const isFar = scale.factor === 1 && largest > 0 && (largest < 1e-2 || largest >= 1e5);
  const power = isFar ? Math.floor(Math.log10(largest)) : 0;
  const factor = scale.factor * 10 ** power;
  const unit = [power === 0 ? '' : `10${String(power).replace(/[-0-9]/g, (one) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(one)])}`, scale.unit].filter(Boolean).join(' ');
  return { label: unit ? `${axis.name} / ${unit}` : axis.name, values: axis.values.map((one) => one / factor) };
}

function terms(sheet) {
  if (!sheet.measured || sheet.measured.terms.length < 2) return null;
  return el('table', {}, el('caption', { class: 'small soft' }, 'The reward, term by term'),
    sheet.measured.terms.map((one) => el('tr', {}, el('th', {}, one.scalariser.replaceAll('_', ' ')),
      el('td', { class: 'number' }, `${quantity(one.value, one.unit)} × ${one.weight}`), el('td', { class: 'number' }, quantity(one.weighted, '')))));
}

/** Votes: of one site by itself, or of two against each other. */
function opinion(here, sheet) {
  if (!sheet.measured || !here.steering.isLive()) return null;
  const keep = (name) => { here.pair = { ...here.pair, [name]: sheet }; siteSheet(here, sheet.site); };
  const vote = (site, liking) => here.steering.apply({ kind: 'vote', site, liking });
  const { A, B } = here.pair || {};
  return el('div', { class: 'opinion stack tight' },
    el('div', { class: 'row' }, el('span', { class: 'soft small' }, 'Your opinion of this loop'),
      el('button', { type: 'button', on: { click: () => vote(sheet.site, 1) } }, 'More like this'),
      el('button', { type: 'button', on: { click: () => vote(sheet.site, -1) } }, 'Of no interest'),
      el('button', { type: 'button', 'aria-pressed': String(A?.site === sheet.site), on: { click: () => keep('A') } }, 'Compare as A'),
      el('button', { type: 'button', 'aria-pressed': String(B?.site === sheet.site), on: { click: () => keep('B') } }, 'as B')),
    A && B && A.site !== B.site && el('div', { class: 'pair' }, [['A', A, B], ['B', B, A]].map(([name, one, rival]) => el('div', {},
      el('h3', {}, `${name}: site ${one.site}`), loop(one, 200),
      el('button', { type: 'button', on: { click: async () => { if (await vote(one.site, 0.5)) { await vote(rival.site, -0.5); here.pair = null; siteSheet(here, sheet.site); } } } }, `${name} is better`)))));
}
