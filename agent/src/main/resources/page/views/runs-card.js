// One call whole: who, what came and what was executed, the decision, the approval, the outcome, why.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { state } from './runs-calls.js';
import { counterfactual } from './runs-preview.js';
import { clock, facts, hash, lasted, moment, same, value, who } from './runs-text.js';

export async function card(place, room, sheet, name) {
  fill(place, busy(`reading ${name}`));
  try {
    const filter = encodeURIComponent(`call:${name}`);
    const found = await room.api.get(`/api/runs/${sheet.run}/calls?filter=${filter}&limit=1`);
    if (found.calls.length === 0) {
      fill(place, el('p', {}, `${sheet.run} has no call "${name}"; the list of calls tells which there are.`));
      return;
    }
    const call = found.calls[0];
    const why = el('div', { class: 'runs-why' }, 'reading the log …');
    fill(place, ...sections(room, sheet, call, why));
    await answers(why, room, sheet, call);
  } catch (error) {
    fill(place, trouble(error));
  }
}

function sections(room, sheet, call, why) {
  return [
    around(sheet, call),
    el('h2', {}, `${call.call}: ${call.tool} `, state(call)),
    el('div', { class: 'runs-columns' },
      el('div', {}, el('h3', {}, 'Who and when'), times(sheet, call), el('h3', {}, 'Decision'), decision(sheet, call)),
      el('div', {}, el('h3', {}, 'Arguments: as received, as executed'), args(call), raw(call))),
    el('h3', {}, 'Outcome'),
    outcome(room, sheet, call),
    el('h3', {}, 'Why'),
    why,
  ];
}

function around(sheet, call) {
  const number = Number(call.call.split('-')[1]);
  const link = (n, words, rel) =>
    el('a', { href: `#/runs/${sheet.run}/calls/call-${n}`, rel }, words);
  return el('p', { class: 'runs-pages' },
    el('a', { href: `#/runs/${sheet.run}/calls` }, 'All calls'), ' ',
    number > 1 ? link(number - 1, `Before: call-${number - 1}`, 'prev') : null, ' ',
    number < sheet.calls ? link(number + 1, `After: call-${number + 1}`, 'next') : null);
}

function times(sheet, call) {
  return facts([
    ['asked for by', who(call.by)],
    ['step of the plan', call.step],
    ['on behalf of', call.parent ? el('a', { href: `#/runs/${sheet.run}/calls/${call.parent}` }, call.parent) : null],
    ['proposed', `${moment(call.proposed)}, entry ${call.seq}`],
    ['let through', call.dispatched ? clock(call.dispatched) : 'not let through'],
    ['ended', call.ended ? clock(call.ended) : 'no end in the log'],
    ['took', lasted(call.seconds)],
    ['effect', call.effect ?? 'none: it was not let through'],
    ['log entries', el('a', { href: `#/runs/${sheet.run}/log?filter=${encodeURIComponent(`call:${call.call}`)}` }, `of ${call.call}`)],
  ]);
}

function decision(sheet, call) {
  const yes = sheet.approval;
  const approved = call.is.includes('approved');
  return facts([
    ['decision', call.rule ? `let through by: ${call.rule}` : 'not let through'],
    ['approved by', approved ? `${yes.persons.join(', ')} (${who(yes.by)}, ${moment(yes.at)})` : 'no person'],
    ['ticket', approved ? yes.ticket : null],
    ['plan', approved ? sheet.plan_hash : null],
    ['Merkle root it was proven under', approved ? yes.root : null],
    ['foreseen use', call.debit ? value(call.debit) : null],
    ['origin of arguments', call.origins.length > 0 ? `untrusted: ${call.origins.join(', ')}` : 'nothing of strangers'],
  ]);
}

/** Names with what came and what ran; what differs is said so. */
function args(call) {
  let came = {};
  try {
    came = JSON.parse(call.received);
  } catch {
    came = {};
  }
  const ran = call.arguments ?? {};
  const names = [...new Set([...Object.keys(came), ...Object.keys(ran)])];
  return el('table', { class: 'runs-table' },
    el('thead', {}, el('tr', {}, ...['Name', 'As received', 'As executed', ''].map((one) => el('th', { scope: 'col' }, one)))),
    el('tbody', {}, ...names.map((name) => el('tr', {},
      el('th', { scope: 'row' }, name),
      el('td', {}, name in came ? value(came[name]) : 'not given'),
      el('td', {}, name in ran ? value(ran[name]) : '–'),
      el('td', {}, note(call, name, came, ran))))));
}

function note(call, name, came, ran) {
  if (call.arguments === undefined) {
    return 'did not run';
  }
  if (!(name in came)) {
    return 'default';
  }
  return same(came[name], ran[name]) ? '' : 'converted';
}

function raw(call) {
  return el('details', {}, el('summary', {}, 'Text as received'), el('pre', { class: 'runs-raw', tabindex: '0' }, call.received));
}

function outcome(room, sheet, call) {
  const parts = [];
  if (call.problems.length > 0) {
    parts.push(el('ul', { class: 'runs-problems' }, ...call.problems.map((one) =>
      el('li', {}, el('b', {}, one.code), ' ', one.message))));
  }
  if (call.result) {
    parts.push(facts(Object.entries(call.result).map(([name, json]) =>
      [name, name === 'blob' ? data(room, sheet, json) : value(json)])));
  }
  if (call.evidence) {
    parts.push(el('p', {}, `Its outcome was lost; ${call.evidence}.`));
  }
  return el('div', {}, ...parts, parts.length === 0 ? 'nothing is on record' : null);
}

function data(room, sheet, blob) {
  const save = async () => {
    const bytes = await room.api.bytes(`/api/runs/${sheet.run}/blobs/${blob}`);
    const url = URL.createObjectURL(new Blob([bytes]));
    el('a', { href: url, download: `${blob.slice(7, 19)}.bin` }).click();
    URL.revokeObjectURL(url);
  };
  return el('span', {}, hash(blob), ' ', el('button', { type: 'button', on: { click: save } }, 'Save data'));
}

async function answers(place, room, sheet, call) {
  try {
    const why = await room.api.get(`/api/runs/${sheet.run}/why?step=${encodeURIComponent(call.call)}`);
    fill(place,
      facts(why.answers.map((one) =>
        [one.question, el('div', {}, ...one.lines.map((line) => el('div', {}, line)))])),
      counterfactual(room, sheet, why));
  } catch (error) {
    fill(place, trouble(error));
  }
}
