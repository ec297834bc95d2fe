// Two runs side by side: conditions, plans, numbers, and step by step what was called and came of it.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { value } from './runs-text.js';

export async function compare(place, room, sheet, other) {
  const body = el('div', {}, other ? busy(`comparing with ${other}`) : null);
  const choice = el('div', { class: 'runs-choice' }, busy('listing runs'));
  fill(place, choice, body);
  choose(choice, room, sheet, other); // the list may take longer than the comparison
  if (other) {
    try {
      const both = await room.api.get(`/api/runs/${sheet.run}/diff/${other}`);
      fill(body, ...sections(both));
    } catch (error) {
      fill(body, trouble(error));
    }
  }
}

async function choose(place, room, sheet, other) {
  try {
    const { runs } = await room.api.get('/api/runs?limit=200');
    const select = el('select', { 'aria-label': 'Other run' },
      el('option', { value: '' }, 'choose a run'),
      ...runs.filter((one) => one.run !== sheet.run).map((one) =>
        el('option', { value: one.run, selected: one.run === other }, `${one.run}: ${one.goal}`)));
    select.addEventListener('change', () => room.go(`#/runs/${sheet.run}/compare/${select.value}`));
    fill(place, el('label', { class: 'runs-filter' }, `Compare ${sheet.run} with `, select));
  } catch (error) {
    fill(place, trouble(error));
  }
}

function sections(both) {
  const { comparison } = both;
  return [
    el('h2', {}, 'Conditions'),
    table(both, ['What'], comparison.conditions.map((one) =>
      ({ names: [one.what], one: one.one, other: one.other, differs: one.one !== one.other }))),
    el('h2', {}, 'Numbers'),
    table(both, ['What'], ['status', 'measured', 'pool', 'instrument_seconds', 'refused'].map((name) =>
      ({ names: [name.replace('_', ' ')], one: String(both.facts[name]), other: String(both.other_facts[name]),
        differs: both.facts[name] !== both.other_facts[name] }))),
    el('h2', {}, 'Plans'),
    comparison.plan.length === 0 ? el('p', {}, 'The plans are equal.')
      : el('pre', { class: 'runs-raw', tabindex: '0', 'aria-label': 'Difference of the plans' }, comparison.plan.join('\n')),
    el('h2', {}, 'Steps'),
    comparison.more ? el('p', {}, 'Only the first 1,000 steps are shown.') : null,
    table(both, ['Step', 'Differs'], comparison.steps.map((one) =>
      ({ names: [one.step, one.differs.join(', ')], one: done(one.one), other: done(one.other), differs: one.differs.length > 0 }))),
  ];
}

function done(one) {
  return one === undefined ? undefined
    : `${one.what} ${one.arguments ? value(one.arguments) : ''} → ${one.outcome ?? 'nothing'}`;
}

function table(both, names, rows) {
  return el('div', { class: 'runs-scroll', tabindex: '0', role: 'region', 'aria-label': names[0] },
    el('table', { class: 'runs-table' },
      el('thead', {}, el('tr', {}, ...names.concat(both.run, both.other, '').map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...rows.map((row) => el('tr', { class: row.differs ? 'runs-differs' : null },
        ...row.names.map((name, i) => (i === 0 ? el('th', { scope: 'row' }, name) : el('td', {}, name))),
        el('td', { class: 'runs-side' }, row.one ?? 'not there'),
        el('td', { class: 'runs-side' }, row.other ?? 'not there'),
        el('td', {}, row.differs ? 'differs' : 'equal'))))));
}
