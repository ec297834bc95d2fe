// The sheet of a run: what was to be done, under what, by whom; the course of it; what happened.
import { el, fill } from '../lib/dom.js';
import { quantity, seconds } from '../lib/format.js';
import { facts, hash, moment, who } from './runs-text.js';
import { timeline } from './runs-timeline.js';

export async function overview(place, room, sheet) {
  const numbers = el('div', { class: 'runs-numbers' }, 'numbers are being worked out …');
  const badge = el('div', { class: 'runs-badge' }, 'integrity: not checked here yet ',
    el('button', { type: 'button', on: { click: () => check(badge, room, sheet) } }, 'Check now'));
  fill(
    place,
    badge,
    el('h2', {}, 'Course'),
    timeline(room, sheet),
    el('div', { class: 'runs-columns' },
      el('div', {}, el('h2', {}, 'What was asked and approved'), asked(sheet)),
      el('div', {}, el('h2', {}, 'In numbers'), numbers, el('h2', {}, 'Envelopes in force'), envelopes(sheet))),
    el('h2', {}, 'What happened besides calls'),
    happened(sheet),
    el('h2', {}, 'Plan'),
    el('pre', { class: 'runs-plan', tabindex: '0', 'aria-label': 'Plan' }, sheet.plan.join('\n')));
  inNumbers(numbers, room, sheet); // takes longer than the rest in a long run
}

async function check(badge, room, sheet) {
  fill(badge, 'checking every hash …');
  try {
    const verdict = await room.api.get(`/api/runs/${sheet.run}/log/verify`);
    badge.classList.add(verdict.intact ? 'runs-good' : 'runs-bad');
    fill(badge, verdict.intact
      ? `integrity: verified, ${verdict.entries} entries${verdict.signed ? `, signed to entry ${verdict.signed.size}` : ', not signed'}`
      : `integrity: NOT as it was written, ${verdict.findings.length} findings `,
    ' ', el('a', { href: `#/runs/${sheet.run}/proof` }, 'proof'));
  } catch (error) {
    fill(badge, `integrity: could not be checked: ${error.detail ?? error.message}`);
  }
}

async function inNumbers(place, room, sheet) {
  try {
    const [{ facts: f }, { budgets }] = await Promise.all([
      room.api.get(`/api/runs/${sheet.run}`), room.api.get(`/api/runs/${sheet.run}/experiment?from=9999999`)]);
    fill(place, facts([
      ['measured', f.pool > 0 ? `${f.measured} of ${f.pool}` : null],
      ['instrument time', seconds(f.instrument_seconds)],
      ['median time to propose', f.iteration_millis_median === undefined ? null
        : `${Number(f.iteration_millis_median).toPrecision(3)} ms`],
      ['calls refused', String(f.refused)],
      ...budgets.filter((one) => one.allowed > 0).map(used),
    ]));
  } catch (error) {
    fill(place, error.detail ?? error.message);
  }
}

/** What of a budget was used up. */
function used(one) {
  const shown = (value) => (one.unit === 's' ? seconds(value) : quantity(value, one.unit === '1' ? '' : one.unit));
  return [`${one.of} of ${one.instrument}`, `${shown(one.used)} of ${shown(one.allowed)}`];
}

function asked(sheet) {
  const yes = sheet.approval;
  return facts([
    ['goal', sheet.goal],
    ['plan proposed by', who(sheet.proposed_by)],
    ['opened', moment(sheet.opened)],
    ['approved by', yes ? yes.persons.join(', ') || 'nobody: a lease said yes' : 'nobody; nothing may act'],
    ['said by', yes ? `${who(yes.by)}, ${moment(yes.at)}, entry ${yes.seq}` : null],
    ['ticket', yes?.ticket],
    ['rules', yes?.rules],
    ['Merkle root of what may be called', yes?.root],
    ['plan', sheet.plan_hash],
    ['autonomy', sheet.autonomy],
    ['software', sheet.software],
    ['linear algebra', sheet.linear_algebra],
    ['last entry', moment(sheet.last)],
    ['log', sheet.sealed ? 'sealed' : 'not sealed'],
  ]);
}

function envelopes(sheet) {
  return el('details', {},
    el('summary', {}, `${sheet.envelopes.length} instruments`),
    facts(sheet.envelopes.map((one) => [one.instrument, el('span', {}, one.envelope, ' ', hash(one.hash))])));
}

function happened(sheet) {
  return el('div', { class: 'runs-scroll', tabindex: '0', role: 'region', 'aria-label': 'What happened' },
    el('table', { class: 'runs-table' },
      el('thead', {}, el('tr', {}, ...['Entry', 'Time', 'Who', 'What'].map((name) => el('th', { scope: 'col' }, name)))),
      el('tbody', {}, ...sheet.happened.map((one) =>
        el('tr', {},
          el('td', { class: 'runs-number' }, el('a', { href: `#/runs/${sheet.run}/log?from=${one.seq}` }, String(one.seq))),
          el('td', {}, moment(one.at)),
          el('td', {}, who(one.by)),
          el('td', { class: 'runs-goal' }, one.words))))));
}
