// What must be in sight all day: autonomy, lease, who asks, and whatever is stopped.
import { get } from './api.js';
import { el, fill } from './dom.js';

const PERIOD = 2000;

export function standing(bar, latched, me) {
  const look = () => looked(bar, latched, me);
  look();
  setInterval(look, PERIOD);
  window.addEventListener('cantilever-stopped', look);
}

async function looked(bar, latched, me) {
  const [state, approvals] = await Promise.all([
    get('/api/state').catch((failure) => failure),
    get('/api/approvals').catch((failure) => failure),
  ]);
  put(bar, badges(state, approvals, me));
  if (state.instruments) stopped(latched, state.instruments.filter((one) => one.stopped));
}

/** Only what changed is put anew, so that nobody's reading is disturbed. */
function put(node, children) {
  const fresh = el('p', {}, children);
  if (fresh.textContent !== node.textContent) fill(node, ...fresh.childNodes);
}

function badges(state, approvals, me) {
  if (!state.instruments) return [el('span', { class: 'badge bad' }, `not connected: ${state.message}`)];
  const waiting = (approvals.tickets || []).filter((one) => one.status === 'pending').length;
  return [
    waiting > 0 && el('a', { class: 'badge warn', href: '#/approvals' }, `${waiting} waiting for a yes`),
    approvals.autonomy && el('span', { class: 'badge', title: 'How much happens without a person' }, `autonomy: ${approvals.autonomy.toLowerCase()}`),
    approvals.autonomy && el('span', { class: 'badge', title: 'What may run without being asked for' }, lease(approvals.leases)),
    el('span', { class: 'badge', title: 'Name and role, as they stand in the journal' }, `${me.name} · ${me.role}`),
  ];
}

function lease(leases = []) {
  return leases.length === 0 ? 'no lease' : `lease: ${leases.map((one) => one.words).join('; ')}`;
}

function stopped(latched, instruments) {
  latched.hidden = instruments.length === 0;
  const text = instruments.map((one) => one.instrument + one.stopped).join('\n');
  if (latched.dataset.text === text) return;
  latched.dataset.text = text;
  fill(latched,
    el('strong', {}, `STOPPED: ${instruments.length} ${instruments.length === 1 ? 'instrument moves' : 'instruments move'} nothing until a person resets`),
    el('ul', {}, [...reasons(instruments)].map(([reason, all]) => el('li', {},
      all.map((one, i) => [i > 0 && ', ', el('a', { href: `#/instruments/${one}` }, one)]), `: ${reason}`))));
}

function reasons(instruments) {
  const all = new Map();
  for (const one of instruments) all.set(one.stopped, [...(all.get(one.stopped) || []), one.instrument]);
  return all;
}
