// The page: one bar that is always there, and one view at a time, named by the hash.
import * as api from './api.js';
import { el, fill } from './dom.js';
import { trouble } from './notice.js';
import { standing } from './standing.js';
import { stopButton } from './stop.js';
import { entry } from './entry.js';

const VIEWS = {
  work: { title: 'Work', load: () => import('../views/work.js') },
  approvals: { title: 'Approvals', load: () => import('../views/approvals.js') },
  runs: { title: 'Runs', load: () => import('../views/runs.js') },
  instruments: { title: 'Instruments', load: () => import('../views/instruments.js') },
  tools: { title: 'Tools', load: () => import('../views/tools.js') },
  reports: { title: 'Reports', load: () => import('../views/reports.js') },
};

const place = document.getElementById('place');
let leaving = [];
let turn = 0;

stopButton(document.getElementById('stop'), say);
start();

async function start() {
  let me;
  try {
    me = await api.get('/api/who');
  } catch (failure) {
    return entry(place, failure, start);
  }
  standing(document.getElementById('standing'), document.getElementById('latched'), me);
  window.addEventListener('hashchange', () => shown(me));
  shown(me);
}

async function shown(me) {
  const [path, query = ''] = location.hash.replace(/^#\/?/, '').split('?');
  const [name, ...parts] = path.split('/').map(decoded);
  const view = VIEWS[name] ? name : 'work';
  const mine = ++turn;
  leaving.splice(0).forEach((leave) => leave());
  links(view);
  document.title = `${VIEWS[view].title} – Cantilever`;
  const fresh = el('div', { class: `view ${view}` });
  const room = {
    parts,
    query: new URLSearchParams(query),
    api,
    me,
    go: (hash) => { location.hash = hash; },
    say,
    onLeave: (leave) => (mine === turn ? leaving.push(leave) : leave()),
  };
  try {
    const module = await VIEWS[view].load();
    if (mine !== turn) return;
    fill(place, fresh);
    await module.show(fresh, room);
  } catch (failure) {
    console.error(failure);
    if (mine === turn) fill(place, fresh, trouble(failure));
  }
}

function links(current) {
  fill(document.getElementById('views'), Object.entries(VIEWS).map(([name, view]) =>
    el('a', { href: `#/${name}`, 'aria-current': name === current ? 'page' : null }, view.title)));
}

function decoded(part) {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

let silence;
function say(text) {
  const said = document.getElementById('said');
  said.textContent = text;
  clearTimeout(silence);
  silence = setTimeout(() => { said.textContent = ''; }, 6000);
}
