// A search over conditions: outcomes as they came, the Pareto front, what is believed along each
// parameter, and steering.
import { line } from '../charts/line.js';
import { scatter } from '../charts/scatter.js';
import { el, fill } from '../lib/dom.js';
import { number } from '../lib/format.js';
import { trouble } from '../lib/notice.js';
import { act } from './experiment.js';
import { CHOICES, changeWords, functionWords } from './experiment-words.js';

const MOST_ROWS = 200;

export function search(self, first) {
  const here = { self, points: [], news: first.search, key: '', loading: false, again: false, slices: [] };
  here.outcomes = el('div', {});
  here.why = el('p', { class: 'why' }, ' ');
  here.along = el('div', { class: 'slices' });
  here.table = el('div', { class: 'table trials' });
  here.found = el('ul', {});
  here.steering = el('section', { class: 'panel steer', 'aria-label': 'Steer' });
  here.curve = here.news.goals.length === 1 ? curve(here) : null;
  const node = el('div', { class: 'stack' },
    el('section', { class: 'panel', 'aria-label': 'Outcomes' }, el('h3', {}, here.news.goals.length === 1 ? `Learning curve: ${here.news.goals[0].outcome}` : 'Trade-off'), here.curve?.node, here.outcomes, here.why),
    here.steering,
    el('section', { class: 'panel', 'aria-label': 'What is believed' }, el('h3', {}, 'What is believed along each parameter, through the best trial'), here.along, here.found),
    el('section', { class: 'panel', 'aria-label': 'Trials' }, el('h3', {}, 'Trials, newest first'), here.table));
  return {
    node,
    total: () => here.points.length,
    isStale: (news) => news.search.from !== here.points.length || news.search.revision !== here.news.revision,
    take: (news) => take(here, news.search),
    end: () => { here.curve?.end(); here.slices.forEach((one) => one.end()); },
  };
}

function unitOf(here, outcome) {
  const unit = here.news.outcomes.find((one) => one.name === outcome)?.unit;
  return unit && unit !== '1' ? unit : '';
}

function axis(name, unit) {
  return unit && unit !== '1' ? `${name} / ${unit}` : name;
}

function value(point, outcome) {
  return point.outcomes.find((one) => one.name === outcome)?.value ?? null;
}

function curve(here) {
  const goal = here.news.goals[0];
  return line({ x: 'trial', y: axis(goal.outcome, unitOf(here, goal.outcome)), label: 'Learning curve', height: 210,
    series: [{ label: 'trials', kind: 'dots', colour: '--soft' }, { label: 'best so far', kind: 'line', colour: '--accent' }] });
}

function take(here, news) {
  if (news.from === 0) here.points = [];
  here.points.push(...news.points);
  here.news = news;
  outcomes(here);
  trials(here);
  steer(here);
  fill(here.found, news.findings.map((one) => el('li', {}, one)));
  const key = JSON.stringify([here.points.length, news.course.length, news.waiting, news.end]);
  if (key !== here.key) {
    here.key = key;
    believe(here);
  }
}

function outcomes(here) {
  const { goals, front } = here.news;
  if (here.curve) {
    const values = here.points.map((one) => value(one, goals[0].outcome));
    const better = goals[0].direction === 'minimise' ? Math.min : Math.max;
    let best = null;
    const bests = values.map((one) => (best = one === null ? best : best === null ? one : better(best, one)));
    here.curve.set([values.map((_, i) => i + 1), values, bests]);
    return;
  }
  const [a, b] = goals.map((one) => one.outcome);
  const at = (one) => [value(one, a), value(one, b), `trial ${one.trial + 1}`];
  fill(here.outcomes, scatter({ x: axis(a, unitOf(here, a)), y: axis(b, unitOf(here, b)), label: `Trade-off of ${a} and ${b}, with the Pareto front`,
    series: [{ kind: 'dots', points: here.points.map(at) }, { kind: 'marks', points: here.points.filter((one) => front.includes(one.trial)).map(at) }] }),
  el('p', { class: 'small soft' }, `Diamonds: the Pareto front, ${front.length} trials that no other beats in every goal.`));
}

function condition(settings, here) {
  return settings.map((one) => {
    const unit = here.news.parameters.find((own) => own.name === one.parameter)?.unit;
    return `${one.parameter} ${number(one.value)}${unit && unit !== '1' ? ` ${unit}` : ''}`;
  }).join(', ');
}

function trials(here) {
  const { outcomes: all, front } = here.news;
  fill(here.table, el('table', {},
    el('thead', {}, el('tr', {}, ['no.', ...here.news.parameters.map((one) => axis(one.name, one.unit)), ...all.map((one) => axis(one.name, one.unit)), ''].map((one) => el('th', {}, one)))),
    el('tbody', {}, here.points.slice(-MOST_ROWS).reverse().map((point) => el('tr', {},
      el('td', { class: 'number' }, point.trial + 1),
      here.news.parameters.map((own) => el('td', { class: 'number' }, number(point.settings.find((one) => one.parameter === own.name)?.value))),
      all.map((own) => el('td', { class: 'number' }, number(value(point, own.name)))),
      el('td', {}, front.includes(point.trial) ? el('span', { class: 'badge good' }, here.news.goals.length > 1 ? 'front' : 'best') : ''))))));
}

async function believe(here) {
  if (here.loading) {
    here.again = true;
    return;
  }
  here.loading = true;
  here.again = false;
  try {
    const { search: belief } = await here.self.room.api.get(`${here.self.path}/belief`, here.self.signal);
    const same = belief.as_journalled === undefined ? null
      : el('span', { class: `badge ${belief.as_journalled ? 'good' : 'bad'}` }, belief.as_journalled ? 'computed again: equal to the log' : 'computed again: NOT what the log says');
    fill(here.why, el('strong', {}, belief.end ? 'At the end: ' : 'Next: '),
      belief.end || [condition(belief.next[0]?.settings || [], here), '. ', belief.words], ' ', same);
    along(here, belief.slices);
  } catch (failure) {
    if (!here.self.signal.aborted && failure.status !== 503) fill(here.why, trouble(failure));
    here.again ||= failure.status === 503;
  }
  here.loading = false;
  if (here.again && !here.self.signal.aborted) setTimeout(() => believe(here), 300);
}

/** One curve with a band of two deviations for each goal and parameter. */
function along(here, slices) {
  if (here.slices.length !== slices.length) {
    here.slices.forEach((one) => one.end());
    here.slices = slices.map((one) => line({
      x: axis(one.parameter, here.news.parameters.find((own) => own.name === one.parameter)?.unit),
      y: axis(one.outcome, unitOf(here, one.outcome)), label: `${one.outcome} along ${one.parameter}`, height: 170,
      series: [{ kind: 'edge', label: '+ 2 deviations' }, { kind: 'edge', label: '− 2 deviations' }, { kind: 'line', label: 'expected' }] }));
    fill(here.along, here.slices.map((one) => one.node), slices.length === 0 && el('p', { class: 'soft' }, 'Nothing is believed of a single goal yet.'));
  }
  slices.forEach(({ prediction: { at, mean, deviation } }, i) => here.slices[i].set(
    [at, mean.map((one, k) => one + 2 * deviation[k]), mean.map((one, k) => one - 2 * deviation[k]), mean]));
}

/** Ranking, points, a condition to try, a box to leave out; each previewed in words before it is applied. */
function steer(here) {
  const { self, news } = here;
  const live = self.mayAct && self.news.status === 'unfinished' && !news.end;
  here.steering.hidden = !live && news.course.length === 0;
  const text = JSON.stringify([live, news.acquisition_function, news.wanted, news.course.length]);
  if (here.text === text) return;
  here.text = text;
  const pending = el('div', { class: 'pending' });
  const propose = (change, words) => proposed(here, pending, change, words);
  fill(here.steering, el('h3', {}, live ? 'Steer' : 'How it was steered'), live && [
    el('div', { class: 'knobs' },
      news.acquisition_function && ranking(news, propose),
      el('fieldset', {}, el('legend', {}, 'Trials in all'), el('input', { type: 'number', min: 2, max: news.approved, value: news.wanted, 'aria-label': 'Trials in all',
        on: { change: (event) => propose({ kind: 'spend', points: Number(event.target.value) }, `${event.target.value} trials in all`) } }),
      el('span', { class: 'soft small' }, `of ${news.approved} approved`)),
      conditions(news, propose)), pending],
  el('ol', { class: 'small course' }, news.course.map((one) => el('li', {}, changeWords(one.change), ' ', el('span', { class: 'soft' }, `(${one.by})`)))));
}

function ranking(news, propose) {
  const select = el('select', { 'aria-label': 'What ranks the conditions', on: { change: () => {
    const known = CHOICES.find((one) => one.kind === select.value);
    const asked = { kind: known.kind, ...(known.knob ? { [known.knob.name]: known.knob.preset } : {}) };
    propose({ kind: 'rank', acquisition_function: asked }, `Rank by ${functionWords(asked).name}`);
  } } }, CHOICES.map((one) => el('option', { value: one.kind }, one.name)));
  select.value = news.acquisition_function.kind;
  return el('fieldset', {}, el('legend', {}, 'Ranking'), select);
}

function conditions(news, propose) {
  const fields = news.parameters.map((own) => ({ own,
    low: el('input', { type: 'number', step: 'any', 'aria-label': `${own.name}, value or lower edge`, value: own.min }),
    high: el('input', { type: 'number', step: 'any', 'aria-label': `${own.name}, upper edge`, value: own.max }) }));
  return el('fieldset', { class: 'wide' }, el('legend', {}, 'A condition, or a box from … to'),
    fields.map(({ own, low, high }) => el('div', { class: 'row' }, el('span', { class: 'knob-name' }, axis(own.name, own.unit)), low, high)),
    el('div', { class: 'row' },
      el('button', { type: 'button', on: { click: () => propose({ kind: 'visit', conditions: [{ settings: fields.map(({ own, low }) => ({ parameter: own.name, value: Number(low.value) })) }] }, 'Try the condition of the left column next') } }, 'Try it next'),
      el('button', { type: 'button', on: { click: () => propose({ kind: 'avoid', box: fields.filter(({ own, low, high }) => Number(low.value) > own.min || Number(high.value) < own.max)
        .map(({ own, low, high }) => ({ parameter: own.name, min: Number(low.value), max: Number(high.value) })) }, 'Leave the box out') } }, 'Leave the box out')));
}

async function proposed(here, pending, change, words) {
  const state = el('p', { class: 'small' }, 'Computing where it would go…');
  fill(pending, el('div', { class: 'row' }, el('strong', {}, words),
    el('button', { type: 'button', class: 'main', on: { click: async () => { if (await act(here.self, '/steer', { search: change })) fill(pending); } } }, 'Apply'),
    el('button', { type: 'button', on: { click: () => { here.text = ''; steer(here); } } }, 'Discard')), state);
  try {
    const { search: came } = await here.self.room.api.post(`${here.self.path}/preview`, { search: change }, here.self.signal);
    const next = [...came.then.waiting, ...came.then.next][0];
    state.textContent = came.then.end || `It would go to ${next ? condition(next.settings, here) : 'nothing'}. Nothing is written yet.`;
  } catch (failure) {
    if (!here.self.signal.aborted) state.replaceWith(trouble(failure));
  }
}
