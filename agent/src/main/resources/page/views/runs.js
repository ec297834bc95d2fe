// Runs: the list of all, and the reviewer's desk of one.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { desk } from './runs-desk.js';

const PAGE = 50;

export async function show(place, room) {
  if (room.parts.length > 0) {
    return desk(place, room, room.parts[0], room.parts.slice(1));
  }
  return list(place, room);
}

async function list(place, room) {
  const wanted = { words: room.query.get('words') ?? '', status: room.query.get('status') ?? '' };
  const rows = el('tbody', {});
  const older = el('button', { type: 'button', hidden: true }, 'Older runs');
  const note = el('div', { class: 'runs-note', role: 'status' }, busy('reading runs'));
  let known = [];

  async function more() {
    const before = known.length === 0 ? '' : `&before=${known.at(-1).run}`;
    try {
      const page = await room.api.get(`/api/runs?limit=${PAGE}${before}`);
      known = known.concat(page.runs);
      older.hidden = page.runs.length < PAGE;
      draw();
    } catch (error) {
      fill(note, trouble(error));
    }
  }

  function draw() {
    const shown = known.filter((run) => fits(run, wanted));
    fill(rows, ...shown.map(row));
    note.textContent = known.length === 0
      ? 'There is no run yet; ask for one at the desk.'
      : `${shown.length} of ${known.length} runs shown`;
  }

  older.addEventListener('click', more);
  fill(
    place,
    el('h1', {}, 'Runs'),
    filters(wanted, draw),
    el('div', { class: 'runs-scroll', tabindex: '0', role: 'region', 'aria-label': 'Runs' },
      el('table', { class: 'runs-table' }, heads(), rows)),
    note,
    older);
  await more();
}

function fits(run, wanted) {
  const text = `${run.run} ${run.goal} ${run.question ?? ''}`.toLowerCase();
  return (wanted.status === '' || run.status === wanted.status)
    && wanted.words.toLowerCase().split(/\s+/).every((word) => text.includes(word));
}

function filters(wanted, draw) {
  const words = el('input', { type: 'search', value: wanted.words, placeholder: 'words of the goal' });
  words.addEventListener('input', () => {
    wanted.words = words.value;
    draw();
  });
  const status = el('select', {},
    ...['', 'unfinished', 'completed', 'stopped', 'aborted', 'failed'].map((one) =>
      el('option', { value: one, selected: one === wanted.status }, one || 'any')));
  status.addEventListener('change', () => {
    wanted.status = status.value;
    draw();
  });
  return el('form', { class: 'runs-filter', on: { submit: (event) => event.preventDefault() } },
    el('label', {}, 'Find ', words), el('label', {}, 'Status ', status));
}

function heads() {
  const names = ['Run', 'Goal', 'Status', 'Measured', 'Refused', 'Waits for'];
  return el('thead', {}, el('tr', {}, ...names.map((name) => el('th', { scope: 'col' }, name))));
}

function row(run) {
  return el('tr', {},
    el('td', {}, el('a', { href: `#/runs/${run.run}` }, run.run)),
    el('td', { class: 'runs-goal' }, run.goal),
    el('td', {}, status(run.status)),
    el('td', { class: 'runs-number' }, run.pool > 0 ? `${run.measured} of ${run.pool}` : '–'),
    el('td', { class: 'runs-number' }, String(run.refused)),
    el('td', {}, run.question ?? ''));
}

export function status(word) {
  return el('span', { class: `runs-status runs-${word}` }, word);
}
