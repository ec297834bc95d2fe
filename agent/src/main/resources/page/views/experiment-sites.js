// A campaign over sites: maps, history, learning curve, the site under the cursor, and steering.
import { line } from '../charts/line.js';
import { map } from '../charts/map.js';
import { el, fill } from '../lib/dom.js';
import { number, quantity, scaleOf } from '../lib/format.js';
import { trouble } from '../lib/notice.js';
import { siteSheet } from './experiment-site.js';
import { steer } from './experiment-steer.js';
import { functionWords } from './experiment-words.js';

const SETTLED = 150;

export function sites(self, first) {
  const here = {
    self, grid: first.sites.grid, points: [], batches: [], news: first.sites, revision: first.sites.revision,
    at: null, belief: null, preview: null, key: '', loading: null, waitingFor: null, mode: 'look',
  };
  here.read = el('p', { class: 'read-out number', 'aria-live': 'polite' }, ' ');
  here.why = el('p', { class: 'why' }, 'Nothing is believed before the first points.');
  here.maps = [
    made(here, 'mean', 'Expected reward', 'viridis'),
    made(here, 'deviation', 'Uncertainty (1 standard deviation)', 'magma'),
    made(here, 'values', 'What ranks the sites', 'plasma'),
  ];
  here.curve = line({ x: 'measured points', y: 'reward', label: 'Learning curve', height: 190,
    series: [{ label: 'measured', kind: 'dots', colour: '--soft' }, { label: 'best so far', kind: 'line', colour: '--accent' }] });
  here.curveTitle = el('h3', {}, 'Learning curve');
  here.history = history(here);
  here.sheet = el('div', { class: 'panel site-sheet' });
  here.summary = el('p', { class: 'small soft summary' });
  here.steering = steer(here);
  pick(here, null);
  const node = el('div', { class: 'stack' },
    el('section', { class: 'panel', 'aria-label': 'Maps' }, tabs(here), el('div', { class: 'maps' }, here.maps.map((one) => one.figure), el('div', { class: 'map-words' }, here.why, here.read, here.summary)), here.history.node),
    here.steering.node,
    el('div', { class: 'two' }, here.sheet, el('section', { class: 'panel', 'aria-label': 'Learning curve' }, here.curveTitle, here.curve.node,
      el('p', { class: 'small soft' }, 'Dots: each measured point; line: the best so far.'))));
  return {
    node,
    total: () => here.points.length,
    isStale: (news) => news.sites.revision !== here.revision || news.sites.from !== here.points.length,
    take: (news) => take(here, news.sites),
    end: () => { here.maps.forEach((one) => one.map.end()); here.curve.end(); here.steering.end(); },
  };
}

function made(here, name, title, colours) {
  const drawn = map({ grid: here.grid, colours, label: `${title}: arrow keys move the cursor, Enter picks a site`, heard: {
    hover: (site) => hover(here, site),
    leave: () => { here.maps.forEach((one) => one.map.overlay({ cursor: null })); here.read.textContent = ' '; },
    pick: (site) => (here.mode === 'visit' ? here.steering.visit(site) : pick(here, site)),
    box: (...box) => here.steering.box(box),
  } });
  const caption = el('figcaption', {}, title);
  const figure = el('figure', { class: 'map-figure', 'data-map': name }, caption, drawn.node);
  return { name, title, map: drawn, figure, caption };
}

/** Where it is narrow one map is shown at a time. */
function tabs(here) {
  const buttons = here.maps.map((one, i) => el('button', { type: 'button', 'aria-pressed': String(i === 0), on: { click: () => {
    here.maps.forEach((other, k) => { other.figure.classList.toggle('front', k === i); buttons[k].setAttribute('aria-pressed', String(k === i)); });
  } } }, one.title));
  here.maps[0].figure.classList.add('front');
  return el('div', { class: 'row map-tabs', role: 'group', 'aria-label': 'Which map' }, buttons);
}

function take(here, news) {
  if (news.from === 0) {
    here.points = [];
    here.batches = [];
  }
  const before = here.points.length;
  here.points.push(...news.points);
  here.batches = [...here.batches.filter((one) => one.after < news.from), ...news.batches];
  here.news = news;
  here.revision = news.revision;
  here.history.take();
  if (here.at === null) {
    overlay(here);
    if (here.belief) words(here, here.preview ? here.preview.then : here.belief);
    const key = JSON.stringify([here.batches.length, news.course.length, news.revision, news.end, news.batches.at(-1)?.iteration]);
    if (key !== here.key) {
      here.key = key;
      believe(here);
    }
  }
  if (before !== here.points.length || news.from === 0) learning(here);
  here.steering.take(news);
}

function learning(here) {
  const { unit } = here.news;
  here.curveTitle.textContent = `Learning curve: reward${unit ? ` in ${unit}` : ''}`;
  here.curve.set([here.points.map((_, i) => i + 1), here.points.map((one) => one.reward ?? null), here.points.map((one) => one.best ?? null)]);
}

/** What is believed now, or was at the point that the slider says. One question at a time. */
export async function believe(here) {
  if (here.loading) {
    here.waitingFor = true;
    return;
  }
  const { self } = here;
  here.loading = true;
  here.waitingFor = false;
  try {
    const asked = here.at;
    const came = await self.room.api.get(`${self.path}/belief${asked === null ? '' : `?points=${asked}`}`, self.signal);
    here.belief = came.sites;
    draw(here);
    here.steering.again();
  } catch (failure) {
    if (!self.signal.aborted && failure.status !== 503) fill(here.why, trouble(failure));
    here.waitingFor ||= failure.status === 503;
  }
  here.loading = false;
  if (here.waitingFor && !self.signal.aborted) setTimeout(() => believe(here), SETTLED);
}

/** All maps and words of what is believed, or of what would be under another course. */
export function draw(here) {
  const shown = here.preview ? here.preview.then : here.belief;
  const { unit } = here.news;
  const maps = shown?.maps;
  if (maps) {
    const ranks = functionWords(shown.acquisition_function);
    const values = new Float64Array(here.grid.rows * here.grid.columns).fill(NaN);
    maps.open.forEach((site, i) => { values[site] = maps.values[i]; });
    const drawn = { mean: [maps.mean, unit, `Expected reward${named(unit)}`], deviation: [maps.deviation, unit, `Uncertainty, 1 standard deviation${named(unit)}`],
      values: [values, ranks.unit, `Ranking: ${ranks.name}`] };
    here.values = values;
    for (const one of here.maps) {
      one.map.values(drawn[one.name][0], drawn[one.name][1]);
      fill(one.caption, drawn[one.name][2], here.preview ? ' – previewed' : '');
    }
  }
  overlay(here);
  words(here, shown);
}

function named(unit) {
  return unit ? `, ${unit}` : '';
}

function overlay(here) {
  const count = here.at ?? here.points.length;
  const points = here.points.slice(0, count).map((one) => one.site);
  const done = new Set(points);
  const live = here.at === null;
  const next = (live && here.news.waiting.length > 0 ? here.news.waiting : here.belief?.next || []).filter((site) => !done.has(site));
  const other = here.preview ? [...here.preview.then.waiting, ...here.preview.then.next].filter((site) => !done.has(site)) : [];
  const shut = [...here.news.avoided, ...here.news.masked.map((one) => one.site)].filter((site) => !done.has(site));
  here.next = next;
  for (const one of here.maps) one.map.overlay({ points, next: next.slice(0, 1), waiting: next.slice(1), other: other.slice(0, 1), shut: live ? shut : [] });
}

/** A site as people name it. */
export function placed(here, site) {
  const { grid } = here;
  const x = ((site % grid.columns) / (grid.columns - 1)) * grid.width.value;
  const y = (Math.floor(site / grid.columns) / (grid.rows - 1)) * grid.height.value;
  const scale = scaleOf(Math.max(grid.width.value, grid.height.value), 'm');
  const places = (value) => (value / scale.factor).toFixed(2);
  return `site ${site} at x ${places(x)}, y ${places(y)} ${scale.unit}`;
}

/** Expected value and deviation with as many digits as the deviation has a meaning for. */
export function withError(mean, deviation, unit) {
  const scale = scaleOf(Math.max(Math.abs(mean), deviation), unit);
  const off = deviation / scale.factor;
  const digits = off > 0 ? Math.min(6, Math.max(0, 1 - Math.floor(Math.log10(off)))) : 3;
  const text = (value) => (value / scale.factor).toFixed(digits).replace('-', '−');
  return `${text(mean)} ± ${off.toFixed(digits)}${scale.unit ? ` ${scale.unit}` : ''}`;
}

/** Why the site that is next; while a batch is measured, why its next member. */
function choice(here, belief) {
  const first = (belief === here.belief && belief.choices.find((one) => one.site === here.next[0])) || belief.choices[0];
  if (!first) return [belief.next.length > 0 ? `First sites, drawn at random: ${placed(here, belief.next[0])}.` : ''];
  const ranks = functionWords(belief.acquisition_function);
  return [`${placed(here, first.site)}, where ${ranks.name} is ${number(first.value, 4)}`,
    first.runner_up >= 0 && first.runner_up_value !== first.value ? `, before site ${first.runner_up} with ${number(first.runner_up_value, 4)}` : '',
    `; expected there: ${withError(first.expected, first.deviation, here.news.unit)}`];
}

function words(here, shown) {
  const { belief, preview } = here;
  if (!belief) return;
  const same = belief.as_journalled === undefined ? null
    : el('span', { class: `badge ${belief.as_journalled ? 'good' : 'bad'}`, title: 'Computed again from the data and the seed, and held against the journal' },
      belief.as_journalled ? 'computed again: equal to the log' : 'computed again: NOT what the log says');
  if (preview) {
    const waits = preview.then.waiting.length;
    fill(here.why, el('strong', {}, 'Under this course: '), preview.then.end || [waits > 0 ? `${waits} chosen already, the first ${placed(here, preview.then.waiting[0])}; then ` : '', choice(here, preview.then)],
      preview.now.choices[0] && preview.then.choices[0] && preview.now.choices[0].site === preview.then.choices[0].site
        ? ' The same site as without the change.' : preview.now.choices[0] ? ` Without the change: ${placed(here, preview.now.choices[0].site)}.` : '');
  } else {
    fill(here.why, el('strong', {}, belief.end ? 'At the end: ' : 'Next: '), belief.end || choice(here, belief), ' ', same);
  }
  summary(here, shown);
}

function summary(here, shown) {
  const best = here.points.slice(0, here.at ?? undefined).reduce((a, b) => (b.reward !== undefined && (a === null || b.reward > a.reward) ? b : a), null);
  here.summary.textContent = `${here.at ?? here.points.length} points measured`
    + (best ? `; best ${quantity(best.reward, here.news.unit)} at ${placed(here, best.site)}` : '')
    + `. ${here.news.definition}.`
    + (shown?.maps?.warnings.length > 0 ? ` Warning: ${shown.maps.warnings.join('; ')}.` : '');
}

function hover(here, site) {
  for (const one of here.maps) one.map.overlay({ cursor: site });
  const maps = (here.preview?.then || here.belief)?.maps;
  const number_ = here.points.findIndex((one) => one.site === site);
  const measured = here.points[number_];
  const shut = here.news.masked.find((one) => one.site === site)?.reason || (here.news.avoided.includes(site) ? 'left out' : '');
  here.read.textContent = placed(here, site)
    + (maps ? `: expected ${withError(maps.mean[site], maps.deviation[site], here.news.unit)}` : '')
    + (measured ? `; measured ${number_ >= (here.at ?? Infinity) ? 'later, ' : ''}${measured.reward === undefined ? 'without a value' : quantity(measured.reward, here.news.unit)} as no. ${number_ + 1}` : '')
    + (!measured && Number.isFinite(here.values?.[site]) ? `; ranking ${number(here.values[site], 4)}` : '')
    + (shut ? `; ${shut}` : '');
}

function pick(here, site) {
  here.picked = site;
  siteSheet(here, site);
}

/** A slider through the points of the past; at its end it follows what is measured. */
function history(here) {
  const slider = el('input', { type: 'range', min: 0, max: 0, value: 0, 'aria-label': 'History: after how many points' });
  const text = el('output', { class: 'number' }, 'now');
  const now = el('button', { type: 'button', on: { click: () => go(here.points.length) } }, 'Now');
  let timer = 0;
  const go = (count) => {
    here.at = count >= here.points.length ? null : count;
    slider.value = count;
    text.textContent = here.at === null ? `now: ${here.points.length} points` : `after ${count} of ${here.points.length} points`;
    overlay(here);
    here.steering.moved();
    clearTimeout(timer);
    timer = setTimeout(() => believe(here), SETTLED);
  };
  const batch = (step) => {
    const at = here.at ?? here.points.length;
    const starts = here.batches.map((one) => one.after);
    const to = step < 0 ? starts.filter((one) => one < at).at(-1) : starts.find((one) => one > at);
    go(to ?? (step < 0 ? 0 : here.points.length));
  };
  slider.addEventListener('input', () => go(Number(slider.value)));
  const button = (words, label, step) => el('button', { type: 'button', 'aria-label': label, on: { click: () => batch(step) } }, words);
  return {
    node: el('div', { class: 'history' }, el('span', {}, 'History'), button('‹', 'To the choice before', -1), slider, button('›', 'To the next choice', 1), text, now),
    take: () => {
      slider.max = here.points.length;
      if (here.at === null) {
        slider.value = here.points.length;
        text.textContent = `now: ${here.points.length} points`;
      }
    },
  };
}
