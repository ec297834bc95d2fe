// The reviewer's desk of one run: its head, the sections, and which one is shown.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { calls } from './runs-calls.js';
import { card } from './runs-card.js';
import { compare } from './runs-compare.js';
import { log } from './runs-log.js';
import { proof } from './runs-proof.js';
import { report } from './runs-report.js';
import { overview } from './runs-sheet.js';
import { status } from './runs.js';
import { number } from './runs-number.js';

const SECTIONS = [
  ['sheet', 'Sheet'],
  ['calls', 'Calls'],
  ['refusals', 'Refusals'],
  ['untrusted', 'Untrusted text'],
  ['log', 'Log'],
  ['report', 'Report'],
  ['number', 'Find a number'],
  ['compare', 'Compare'],
  ['proof', 'Proof and replay'],
];

export async function desk(place, room, run, parts) {
  const section = parts[0] ?? 'sheet';
  const head = el('header', { class: 'runs-head' }, busy(`opening ${run}`));
  const body = el('section', { class: 'runs-body', 'aria-label': section });
  fill(place, head, tabs(run, section), body);
  try {
    const sheet = await room.api.get(`/api/runs/${run}/sheet`);
    fill(head, ...title(run, sheet, () => desk(place, room, run, parts)));
    await sections(body, room, sheet, section, parts.slice(1));
  } catch (error) {
    fill(head, el('h1', {}, run));
    fill(body, trouble(error));
  }
}

function title(run, sheet, again) {
  return [
    el('p', { class: 'runs-crumb' }, el('a', { href: '#/runs' }, 'Runs'), ' / ', run),
    el('h1', {}, sheet.goal),
    el('p', {}, status(sheet.status), ' ', sheet.reason,
      ` · ${sheet.calls.toLocaleString('en')} calls, ${sheet.points.toLocaleString('en')} points, `,
      `${sheet.entries.toLocaleString('en')} entries `,
      sheet.sealed ? null : el('button', { type: 'button', on: { click: again } }, 'Look again')),
  ];
}

function tabs(run, section) {
  return el('nav', { class: 'runs-tabs', 'aria-label': 'Sections of the run' },
    ...SECTIONS.map(([word, words]) =>
      el('a', {
        href: `#/runs/${run}${word === 'sheet' ? '' : `/${word}`}`,
        'aria-current': word === section ? 'page' : null,
      }, words)));
}

async function sections(body, room, sheet, section, rest) {
  switch (section) {
    case 'sheet': return overview(body, room, sheet);
    case 'calls': return rest.length > 0 ? card(body, room, sheet, rest[0]) : calls(body, room, sheet);
    case 'refusals': return calls(body, room, sheet, 'is:refused', 'Everything that was refused, and why.');
    case 'untrusted': return calls(body, room, sheet, 'is:quoting',
      'Where words of strangers came in: files, notes, other servers. What hangs on them is marked untrusted.');
    case 'log': return log(body, room, sheet);
    case 'report': return report(body, room, sheet);
    case 'number': return number(body, room, sheet);
    case 'compare': return compare(body, room, sheet, rest[0]);
    case 'proof': return proof(body, room, sheet);
    default: return fill(body, el('p', {}, `There is no section "${section}".`));
  }
}
