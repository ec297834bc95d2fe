// The experiment beside the talk: what was measured, what is believed, where it goes next. It follows
// the run by its events and asks only for what is new, at most five times a second.
import { el, fill } from '../lib/dom.js';
import { number, quantity, seconds } from '../lib/format.js';
import { busy, trouble } from '../lib/notice.js';
import { readings } from './experiment-readings.js';
import { search } from './experiment-search.js';
import { sites } from './experiment-sites.js';

const MOST_OFTEN = 200;
const NEWEST = 8e15; // behind every entry: only what is written from now on is sent

const shown = new WeakMap();

/** Shows a run in a place until the view is left or another run is shown there. */
export async function experiment(place, run, room) {
  shown.get(place)?.abort();
  const leaving = new AbortController();
  shown.set(place, leaving);
  room.onLeave(() => leaving.abort());
  fill(place, el('section', { class: 'experiment', 'aria-label': `Experiment ${run}` }, busy('Loading the experiment…')));
  const self = { run, room, signal: leaving.signal, path: `/api/runs/${run}`, body: null, timer: 0, asking: false, again: false };
  self.signal.addEventListener('abort', () => { clearTimeout(self.timer); self.body?.end?.(); });
  try {
    const first = await room.api.get(`${self.path}/experiment`, self.signal);
    if (self.signal.aborted) return;
    lay(place.firstElementChild, self, first);
    if (first.status === 'unfinished') follow(self);
  } catch (failure) {
    if (!self.signal.aborted) fill(place, trouble(failure));
  }
}

function lay(place, self, first) {
  self.head = el('header', { class: 'experiment-head' });
  self.budgets = el('div', { class: 'budgets' });
  self.controls = el('div', { class: 'row controls', hidden: first.status !== 'unfinished' });
  self.notice = el('div', { 'aria-live': 'assertive' });
  const kind = first.sites ? sites : first.search ? search : readings;
  self.mayAct = self.room.me?.role !== 'viewer' && self.room.me?.role !== 'none';
  self.refresh = () => soon(self);
  self.body = kind(self, first);
  fill(place, el('div', { class: 'panel stack tight' }, self.head, self.controls, self.notice, self.budgets), self.body.node);
  take(self, first);
}

/** Entries come as they are written; many of them make one question. */
function follow(self) {
  self.room.api.watch(`${self.path}/events`, { entry: () => soon(self), ended: () => soon(self) }, self.signal, NEWEST)
    .catch((failure) => fill(self.notice, trouble(failure)));
}

function soon(self) {
  if (self.timer || self.signal.aborted) return;
  self.timer = setTimeout(() => { self.timer = 0; ask(self); }, MOST_OFTEN);
}

async function ask(self) {
  if (self.asking) {
    self.again = true;
    return;
  }
  self.asking = true;
  try {
    const news = await self.room.api.get(`${self.path}/experiment?from=${self.body.total()}`, self.signal);
    if (self.body.isStale(news)) take(self, await self.room.api.get(`${self.path}/experiment`, self.signal));
    else take(self, news);
  } catch (failure) {
    if (!self.signal.aborted && failure.status !== 503 && failure.status !== 429) fill(self.notice, trouble(failure));
    else self.again = !self.signal.aborted;
  }
  self.asking = false;
  if (self.again) {
    self.again = false;
    soon(self);
  }
}

function take(self, news) {
  self.news = news;
  head(self, news);
  fill(self.budgets, news.budgets.filter((one) => one.allowed > 0).map(budget));
  controls(self, news);
  self.body.take(news);
}

function head(self, news) {
  const { progress } = news;
  const state = standing(news);
  const text = JSON.stringify([state, progress, news.goal, news.question]);
  if (self.head.dataset.text === text) return;
  self.head.dataset.text = text;
  const left = progress.likely_seconds === undefined ? ''
    : `about ${round(progress.likely_seconds)} left (${round(progress.least_seconds)} to ${round(progress.most_seconds)})`;
  fill(self.head,
    el('div', { class: 'spread' }, el('h2', {}, news.goal || self.run),
      el('span', { class: `badge ${state.kind}` }, state.word)),
    el('div', { class: 'progress-row' },
      el('progress', { max: Math.max(1, progress.planned), value: progress.done, 'aria-label': `${progress.done} of ${progress.planned}` }),
      el('span', { class: 'number' }, `${progress.done} of ${progress.planned}`), el('span', { class: 'soft number' }, left)),
    el('p', { class: 'small soft standing-words' }, state.words, ' ',
      el('a', { href: `#/runs/${self.run}` }, `${self.run} at the reviewer's desk`)));
}

function round(value) {
  return seconds(Math.round(value));
}

function standing(news) {
  if (news.status !== 'unfinished') {
    return { word: news.status, kind: { completed: 'good', failed: 'bad' }[news.status] || 'warn', words: news.sites?.end || news.search?.end || (news.status === 'completed' ? '' : news.reason) };
  }
  if (news.stopping) return { word: 'stopping', kind: 'bad', words: news.stopping };
  if (news.suspended) return { word: 'suspended', kind: 'warn', words: `waits for ${news.suspended}` };
  if (news.paused) return { word: 'paused', kind: 'warn', words: news.paused };
  if (news.question) return { word: 'asks', kind: 'warn', words: news.question.question };
  return { word: 'running', kind: 'good', words: '' };
}

function budget(one) {
  const share = Math.min(1, one.used / one.allowed);
  const shownAs = (value) => (one.unit === 's' ? seconds(value) : one.unit === '1' ? number(value) : quantity(value, one.unit, 3));
  const fillBar = el('span', { class: share > 0.8 ? 'near' : '' });
  fillBar.style.width = `${100 * share}%`;
  return el('div', { class: 'budget' },
    el('span', {}, one.of),
    el('span', { class: 'meter', role: 'meter', 'aria-label': `${one.of} of ${one.instrument}`, 'aria-valuemin': 0, 'aria-valuemax': one.allowed, 'aria-valuenow': one.used,
      'aria-valuetext': `${shownAs(one.used)} of ${shownAs(one.allowed)}` }, fillBar),
    el('span', { class: 'number small' }, `${shownAs(one.used)} of ${shownAs(one.allowed)}`));
}

function controls(self, news) {
  const runs = news.status === 'unfinished' && self.mayAct;
  const text = JSON.stringify([runs, news.paused, news.stopping, news.question]);
  if (self.controls.dataset.text === text) return;
  self.controls.dataset.text = text;
  const button = (words, path, body, kind = '') => el('button', { type: 'button', class: kind, on: { click: () => act(self, path, body) } }, words);
  fill(self.controls, runs && [
    news.paused ? button('Continue', '/continue', {}, 'main')
      : [button('Pause', '/pause', { reason: 'Paused on the page' }), button('Pause after the batch', '/pause', { reason: 'Paused on the page', at_checkpoint: true })],
    !news.stopping && button('End this run', '/stop', { reason: 'Ended on the page' }, 'grave'),
    news.question && [el('span', {}, news.question.question), news.question.options.map((one) => button(one, '/answer', { choice: one }, 'main'))],
  ]);
}

/** Asks for something of the run; what is refused is shown with its reasons. */
export async function act(self, path, body) {
  fill(self.notice);
  try {
    const came = await self.room.api.post(`${self.path}${path}`, body);
    self.room.say(came.answer || 'Done');
    soon(self);
    return true;
  } catch (failure) {
    fill(self.notice, trouble(failure));
    return false;
  }
}
