// Reports: one page of HTML for each run, shown in a frame in which nothing runs.
//
// The frame has a blob of this origin and the sandbox allow-same-origin without allow-scripts: no
// script of the report could run, whatever stood in it, and the report cannot take this page
// elsewhere. This page reads the frame's links to calls instead and follows them itself.
// allow-modals is for its print dialogue.
import { bytes, get } from '../lib/api.js';
import { el, fill } from '../lib/dom.js';
import { busy, empty, trouble } from '../lib/notice.js';

const CALL = /^call-\d+$/;

export async function show(place, room) {
  const list = el('nav', { class: 'report-list', 'aria-label': 'Runs with a report' }, busy());
  const main = el('section', { class: 'report-place' });
  place.classList.toggle('chosen', Boolean(room.parts[0]));
  fill(place, el('h1', {}, 'Reports'), el('div', { class: 'reports-layout' }, list, main));
  const { runs } = await get('/api/runs?limit=200');
  fill(list, runs.length === 0 ? empty('No run yet.') : el('ul', {}, runs.map((run) => line(run, room))));
  if (room.parts[0]) await report(main, room.parts[0], room);
  else fill(main, empty(runs.length === 0 ? '' : 'Choose a run.'));
}

function line(run, room) {
  return el('li', {}, el('a', { href: `#/reports/${run.run}`, 'aria-current': run.run === room.parts[0] ? 'page' : null },
    el('span', { class: 'spread' }, el('strong', {}, run.run), el('span', { class: `badge ${run.status === 'failed' ? 'bad' : ''}` }, run.status)),
    el('span', { class: 'goal small' }, run.goal)));
}

async function report(main, run, room) {
  fill(main, busy('Being written…'));
  let page;
  try {
    page = await bytes(`/api/runs/${run}/report`);
  } catch (failure) {
    return fill(main, trouble(failure));
  }
  const url = URL.createObjectURL(new Blob([page], { type: 'text/html;charset=utf-8' }));
  room.onLeave(() => URL.revokeObjectURL(url));
  const frame = el('iframe', { class: 'report', title: `Report of ${run}`, sandbox: 'allow-same-origin allow-modals', src: url });
  const calls = el('p', { class: 'row small calls-of-report', 'aria-label': 'Calls that the report rests on' });
  frame.addEventListener('load', () => linked(frame, calls, run, room));
  return fill(main,
    el('div', { class: 'row' }, el('a', { class: 'button back', href: '#/reports' }, 'All reports'),
      el('button', { type: 'button', class: 'print', on: { click: () => frame.contentWindow.print() } }, 'Print or save as PDF'),
      el('a', { class: 'button', href: url, download: `${run}.html` }, 'Download'),
      el('a', { class: 'button', href: `#/runs/${run}` }, 'The run')),
    frame, calls);
}

/** A click on a call in the report opens it here; the calls also stand under the frame. */
function linked(frame, calls, run, room) {
  const links = [...frame.contentDocument.querySelectorAll('a[data-call]')].filter((one) => CALL.test(one.dataset.call));
  links.forEach((one) => one.addEventListener('click', (event) => {
    event.preventDefault();
    room.go(target(run, one.dataset.call));
  }));
  const names = [...new Set(links.map((one) => one.dataset.call))];
  fill(calls, names.length > 0 && ['Rests on ', names.map((name) => el('a', { href: target(run, name) }, name))]);
}

function target(run, call) {
  return `#/runs/${run}/calls/${call}`;
}
