// Another course for a campaign: every control is previewed on the maps before it is applied, and what
// is applied becomes one journalled call. In the past it only asks what would have been.
import { el, fill } from '../lib/dom.js';
import { number, quantity } from '../lib/format.js';
import { trouble } from '../lib/notice.js';
import { act } from './experiment.js';
import { draw, placed } from './experiment-sites.js';
import { CHOICES, changeWords, functionWords } from './experiment-words.js';

const SETTLED = 250;
const ANEW = 1000; // a preview follows what is measured meanwhile, and leaves the server its breath
const SCALARISERS = { loop_area: 'Loop area', response_span: 'Response span', mean_response: 'Mean response' };

export function steer(here) {
  const self = { here, change: null, timer: 0, asked: 0, notice: el('div', {}), pending: el('div', { class: 'pending' }), done: el('ol', { class: 'small course' }) };
  self.title = el('h3', {}, 'Steer');
  self.modes = modes(self);
  self.policy = policy(self);
  self.weights = weights(self);
  self.spend = spend(self);
  self.knobs = el('div', { class: 'knobs' }, self.policy.node, self.weights.node, self.spend.node);
  self.node = el('section', { class: 'panel steer', 'aria-label': 'Steer' }, self.title, self.modes.node,
    self.knobs, self.pending, self.notice, self.done);
  show(self);
  return {
    node: self.node,
    isLive: () => isLive(self),
    apply: (change) => apply(self, change),
    visit: (site) => propose(self, { kind: 'visit', sites: [site] }, `Measure ${placed(here, site)} next`),
    box: (box) => propose(self, avoided(box), `Leave out the region of ${quantity(box[2] - box[0], 'm', 3)} × ${quantity(box[3] - box[1], 'm', 3)}`),
    again: () => { if (self.change && isLive(self) && !self.timer) self.timer = setTimeout(() => preview(self, self.change), ANEW); },
    moved: () => { discard(self); show(self); },
    take: (news) => take(self, news),
    end: () => clearTimeout(self.timer),
  };
}

function avoided([x0, y0, x1, y1]) {
  const metres = (value) => ({ value, unit: 'm' });
  return { kind: 'avoid', x_min: metres(x0), x_max: metres(x1), y_min: metres(y0), y_max: metres(y1) };
}

/** Whether a change could be made now, by this person. */
function isLive(self) {
  const { news, mayAct } = self.here.self;
  return self.here.at === null && mayAct && news?.status === 'unfinished' && !self.here.news.end;
}

function show(self) {
  const live = isLive(self);
  const past = self.here.at !== null;
  self.title.textContent = live ? 'Steer' : past ? 'What if: another course at this point' : 'How it was steered';
  self.modes.node.hidden = !live;
  self.spend.node.hidden = !live;
  self.knobs.hidden = !live && !past;
  self.pending.hidden = !live && !past;
  self.node.hidden = !live && !past && self.here.news.course.length === 0;
  if (!live) self.modes.set('look');
}

function take(self, news) {
  show(self);
  const text = JSON.stringify([news.acquisition_function, news.reward, news.wanted, news.course.length]);
  if (self.text === text) return;
  self.text = text;
  self.policy.take(news);
  self.weights.take(news);
  self.spend.take(news);
  fill(self.done, news.course.map((one) => el('li', {}, `after ${one.after} points: ${changeWords(one.change)} `, el('span', { class: 'soft' }, `(${one.by})`))));
}

/** What a click on a map means. */
function modes(self) {
  const { here } = self;
  const all = { look: 'Look', visit: 'Add a point', box: 'Mask a region' };
  const hint = el('span', { class: 'soft small' });
  const hints = { look: 'A click shows the site.', visit: 'Click a site, or Enter at the cursor, to measure it next.', box: 'Draw a rectangle; with keys: Enter at two corners.' };
  const set = (mode) => {
    here.mode = mode;
    hint.textContent = hints[mode];
    here.maps.forEach((one) => one.map.mode(mode === 'box' ? 'box' : 'look'));
    for (const [name, button] of Object.entries(buttons)) button.setAttribute('aria-pressed', String(name === mode));
  };
  const buttons = Object.fromEntries(Object.entries(all).map(([name, words]) =>
    [name, el('button', { type: 'button', 'data-mode': name, 'aria-pressed': String(name === 'look'), on: { click: () => set(name) } }, words)]));
  hint.textContent = hints.look;
  return { node: el('div', { class: 'row', role: 'group', 'aria-label': 'What a click on a map means' }, Object.values(buttons), hint), set };
}

function slider(label, min, max, step, moved) {
  const value = el('output', { class: 'number' });
  const input = el('input', { type: 'range', min, max, step, 'aria-label': label, on: { input: () => { value.textContent = number(Number(input.value), 3); moved(); } } });
  return { node: el('label', { class: 'knob' }, el('span', { class: 'spread' }, label, value), input), input,
    set: (to) => { input.value = to; value.textContent = number(Number(input.value), 3); } };
}

function policy(self) {
  const select = el('select', { 'aria-label': 'What ranks the sites' }, CHOICES.map((one) => el('option', { value: one.kind }, one.name)));
  const place = el('div', {});
  let knob = null;
  const asked = () => {
    const known = CHOICES.find((one) => one.kind === select.value);
    return { kind: known.kind, ...(known.knob ? { [known.knob.name]: Number(knob.input.value) } : {}) };
  };
  const previewed = () => propose(self, { kind: 'rank', acquisition_function: asked() }, `Rank by ${functionWords(asked()).name}`);
  const dress = (value) => {
    const known = CHOICES.find((one) => one.kind === select.value);
    knob = known?.knob ? slider(known.knob.label, known.knob.min, known.knob.max, known.knob.step, previewed) : null;
    knob?.set(value ?? known.knob.preset);
    fill(place, knob?.node);
  };
  select.addEventListener('change', () => { dress(); previewed(); });
  return {
    node: el('fieldset', {}, el('legend', {}, 'Ranking'), select, place),
    take: (news) => {
      const now = news.acquisition_function;
      if (!CHOICES.some((one) => one.kind === now.kind)) select.append(el('option', { value: now.kind, disabled: true }, functionWords(now).name));
      select.value = now.kind;
      dress(now.beta ?? now.xi);
    },
  };
}

function weights(self) {
  const place = el('div', {});
  let knobs = [];
  const asked = () => knobs.map((one) => ({ scalariser: one.name, weight: Number(one.knob.input.value) })).filter((one) => one.weight !== 0);
  const previewed = () => {
    if (asked().length === 0) return void fill(self.pending, el('p', { class: 'small' }, 'A reward needs one weight other than 0.'));
    propose(self, { kind: 'want', reward: { terms: asked() } }, `Want ${asked().map((one) => `${one.weight} × ${SCALARISERS[one.scalariser].toLowerCase()}`).join(' + ')}`);
  };
  return {
    node: el('fieldset', {}, el('legend', {}, 'Weights of the reward'), place),
    take: (news) => {
      const most = 2 * Math.max(0.5, ...news.reward.terms.map((one) => Math.abs(one.weight)));
      knobs = Object.entries(SCALARISERS).map(([name, label]) => {
        const knob = slider(label, -most, most, most / 40, previewed);
        knob.set(news.reward.terms.find((one) => one.scalariser === name)?.weight ?? 0);
        return { name, knob };
      });
      fill(place, knobs.map((one) => one.knob.node));
    },
  };
}

function spend(self) {
  const input = el('input', { type: 'number', min: 2, 'aria-label': 'Points in all', on: { change: () =>
    propose(self, { kind: 'spend', points: Number(input.value) }, `Measure ${input.value} points in all`) } });
  const most = el('span', { class: 'soft small' });
  return {
    node: el('fieldset', {}, el('legend', {}, 'Points in all'), el('div', { class: 'row' }, input, most)),
    take: (news) => { input.max = news.approved; input.value = news.wanted; most.textContent = `of ${news.approved} approved`; },
  };
}

/** Shows a change as it waits, and on the maps where it would lead. */
function propose(self, change, words) {
  self.change = change;
  self.state = el('span', { class: 'soft small' }, 'Computing where it would go…');
  fill(self.notice);
  fill(self.pending, el('div', { class: 'row' }, el('strong', {}, words),
    isLive(self) && el('button', { type: 'button', class: 'main', on: { click: () => apply(self, change) } }, 'Apply'),
    el('button', { type: 'button', on: { click: () => discard(self) } }, isLive(self) ? 'Discard' : 'Back to what was done'), self.state));
  clearTimeout(self.timer);
  self.timer = setTimeout(() => preview(self, change), SETTLED);
}

async function preview(self, change) {
  const { here, state } = self;
  self.timer = 0;
  const mine = ++self.asked;
  try {
    const came = await here.self.room.api.post(`${here.self.path}/preview${here.at === null ? '' : `?points=${here.at}`}`, { change }, here.self.signal);
    if (mine !== self.asked || self.change !== change) return;
    here.preview = came.sites;
    state.textContent = 'Shown on the maps: ◇ where it would go. Nothing is written.';
    draw(here);
  } catch (failure) {
    if (here.self.signal.aborted || self.change !== change) return;
    state.textContent = '';
    fill(self.notice, trouble(failure));
  }
}

function discard(self) {
  clearTimeout(self.timer);
  self.timer = 0;
  const { here } = self;
  const had = self.change !== null;
  self.change = null;
  fill(self.pending);
  fill(self.notice);
  here.preview = null;
  here.maps?.forEach((one) => one.map.overlay({ box: null }));
  if (had && here.news) {
    self.policy.take(here.news);
    self.weights.take(here.news);
    self.spend.take(here.news);
    draw(here);
  }
}

async function apply(self, change) {
  const taken = await act(self.here.self, '/steer', { change });
  if (taken) {
    discard(self);
    self.modes.set('look');
  }
  return taken;
}
