// What waits for a yes, and what was answered; one plan on its own under #/approvals/plan/<hash>.
import { get, post } from '../lib/api.js';
import { card } from '../lib/card.js';
import { el, fill } from '../lib/dom.js';
import { shortHash, time } from '../lib/format.js';
import { empty, trouble } from '../lib/notice.js';

const PERIOD = 2000;
const UNREAD_MILLIS = 800;

export async function show(place, room) {
  if (room.parts[0] === 'plan') return plan(place, room.parts[1], room);
  const body = el('div', { class: 'stack' });
  fill(place, el('h1', {}, 'Approvals'), body);
  let last = '';
  const look = async () => {
    const all = await get('/api/approvals');
    if (JSON.stringify(all) !== last) fill(body, page(all, room));
    last = JSON.stringify(all);
  };
  await look();
  const timer = setInterval(() => look().catch(() => {}), PERIOD);
  room.onLeave(() => clearInterval(timer));
}

async function plan(place, hash, room) {
  const after = el('div', {});
  const shown = await card(hash, room, (outcome) => {
    if (outcome.run) room.go(`#/work/${outcome.run}`);
    else if (outcome.edited) history.replaceState(null, '', `#/approvals/plan/${outcome.edited}`);
    else fill(place, el('h1', {}, 'Declined'), empty('Nothing was moved.'));
  });
  fill(place, el('h1', {}, 'A plan'), shown, after);
}

function page(all, room) {
  const waits = all.tickets.filter((one) => one.status === 'pending');
  const others = all.tickets.filter((one) => one.status !== 'pending').reverse();
  return [
    el('section', { class: 'panel' }, el('h2', {}, `Autonomy: ${all.autonomy.toLowerCase()}`), el('p', {}, all.words),
      all.leases.length === 0 ? empty('No lease holds: every plan that acts on an instrument waits for a person.')
        : el('ul', {}, all.leases.map((one) => el('li', {}, `${one.lease}, given by ${one.by}: ${one.words}; ends ${time(one.ends)}`)))),
    el('section', { class: 'stack' }, el('h2', {}, `Waiting for a yes (${waits.length})`),
      waits.length === 0 ? empty('Nothing waits.') : waits.map((one) => ticket(one, room))),
    others.length > 0 && el('section', { class: 'panel table' }, el('h2', {}, 'Answered'),
      el('table', {}, el('thead', {}, el('tr', {}, ['Ticket', 'Plan', 'Asked by', 'Status', 'Said yes'].map((name) => el('th', {}, name)))),
        el('tbody', {}, others.map((one) => el('tr', {}, el('td', {}, one.ticket),
          el('td', {}, el('a', { href: `#/approvals/plan/${one.plan_hash}` }, one.goal || shortHash(one.plan_hash))),
          el('td', {}, one.planner.id), el('td', {}, one.status.toLowerCase()), el('td', {}, one.persons.join(', ') || '–')))))),
  ];
}

function ticket(one, room) {
  const notice = el('div', {});
  const reason = el('input', { 'aria-label': `Why not, for ${one.ticket}`, placeholder: 'why not (optional)', maxlength: 500 });
  const yes = el('button', { class: 'main approve', disabled: true }, 'Approve');
  const shown = performance.now();
  setTimeout(() => { yes.disabled = false; }, UNREAD_MILLIS);
  yes.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  yes.addEventListener('click', (event) => {
    if (event.isTrusted && performance.now() - shown >= UNREAD_MILLIS) settle(one, { approve: true }, notice, room);
  });
  return el('article', { class: 'panel card', 'data-ticket': one.ticket },
    el('div', { class: 'spread' }, el('h3', {}, `${one.ticket}: ${one.goal}`), el('span', { class: 'badge warn' }, `asked by ${one.planner.id}`)),
    el('pre', {}, one.steps.join('\n')),
    one.asked && el('p', { class: 'soft small' }, one.asked.step ? `The rule ${one.asked.rule} asks for step ${one.asked.step}` : 'No rule of the house speaks of it'),
    one.persons.length > 0 && el('p', {}, `Said yes so far: ${one.persons.join(', ')}`),
    notice,
    el('div', { class: 'row' }, yes,
      el('button', { class: 'grave', on: { click: () => settle(one, { approve: false, reason: reason.value }, notice, room) } }, 'Deny'), reason,
      el('a', { class: 'button', href: `#/approvals/plan/${one.plan_hash}` }, 'Limits and rehearsal')));
}

async function settle(one, answer, notice, room) {
  try {
    await post(`/api/approvals/${one.ticket}`, answer);
    room.say(answer.approve ? `${one.ticket} has your yes.` : `${one.ticket} is denied.`);
  } catch (failure) {
    fill(notice, trouble(failure));
  }
}
