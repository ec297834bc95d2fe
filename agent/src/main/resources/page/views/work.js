// The page of the day: talk beside the experiment that runs.
import { conversation, get } from '../lib/api.js';
import { card } from '../lib/card.js';
import { el, fill } from '../lib/dom.js';
import { empty, trouble } from '../lib/notice.js';

const WINDOW = 'cantilever-window';
const KEPT = 'cantilever-talk';
const MOST_KEPT = 40;

export async function show(place, room) {
  const right = el('div', { class: 'experiment-place', 'aria-label': 'Experiment' });
  const talk = el('div', { class: 'talk', role: 'log', 'aria-live': 'polite', 'aria-label': 'Talk' });
  fill(place, el('h1', { class: 'hidden-text' }, 'Work'),
    el('div', { class: 'desk' }, el('section', { class: 'chat panel', 'aria-label': 'Chat' }, talk, sayForm(talk, right, room)), right));
  kept().forEach((turn) => add(talk, turned(turn, talk, right, room)));
  const named = room.parts[0];
  if (talk.children.length === 0) add(talk, welcome(talk, right, room));
  await experiment(right, named || (await newest()), room);
}

function welcome(talk, right, room) {
  const examples = ['Map the loop area of the film, 60 points', 'Scan 1 µm at 128 pixels with the afm and measure the roughness', 'help'];
  return el('div', { class: 'turn' }, el('p', {}, 'Say what should be measured. Nothing moves before you have seen a plan and approved it.'),
    el('div', { class: 'row' }, examples.map((text) =>
      el('button', { type: 'button', on: { click: () => said(text, talk, right, room) } }, text))));
}

function sayForm(talk, right, room) {
  const field = el('textarea', { 'aria-label': 'What should be measured', placeholder: 'For example: map the loop area of the film, 60 points', required: true, maxlength: 4000 });
  const form = el('form', { class: 'say' }, field, el('button', { class: 'main' }, 'Say'),
    el('p', { class: 'hint soft small' }, 'Enter says it, Shift+Enter begins a line. “help” tells what can be said.'));
  field.addEventListener('keydown', (event) => {
    if (event.key === 'Enter' && !event.shiftKey) {
      event.preventDefault();
      form.requestSubmit();
    }
  });
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const text = field.value.trim();
    field.value = '';
    if (text) said(text, talk, right, room);
  });
  return form;
}

async function said(text, talk, right, room) {
  keep({ person: text });
  add(talk, person(text));
  const draft = el('div', { class: 'turn draft words' }, 'Thinking…');
  add(talk, draft);
  let written = '';
  try {
    await conversation('/api/chat', { text, window: windowName() }, (name, data) => {
      if (name === 'draft') {
        written += data.text;
        draft.textContent = written;
      } else if (name === 'trouble') {
        draft.replaceWith(trouble(data));
      } else {
        keep({ heard: data });
        draft.replaceWith(answer(data, talk, right, room));
      }
      talk.scrollTop = talk.scrollHeight;
    });
  } catch (failure) {
    draft.replaceWith(trouble(failure));
  }
  talk.scrollTop = talk.scrollHeight;
}

function turned(turn, talk, right, room) {
  if (turn.person) return person(turn.person);
  if (turn.heard) return answer({ ...turn.heard, old: true }, talk, right, room);
  return note(turn.note, turn.run);
}

function person(text) {
  return el('div', { class: 'turn person' }, el('span', { class: 'hidden-text' }, 'You: '), el('span', { class: 'words' }, text));
}

function note(text, run) {
  return el('div', { class: 'turn soft' }, text, ' ', run && el('a', { href: `#/work/${run}` }, run));
}

function answer(heard, talk, right, room) {
  return el('div', { class: `turn ${heard.kind}` },
    heard.text && el('div', { class: 'words' }, heard.text),
    heard.understood.length > 0 && [el('strong', { class: 'small' }, 'Understood'), el('ul', { class: 'understood' }, heard.understood.map((line) => el('li', {}, line)))],
    heard.untrusted.length > 0 && el('div', { class: 'notice warn' }, el('strong', {}, 'From a text that nobody vouches for'), el('ul', {}, heard.untrusted.map((line) => el('li', {}, line)))),
    heard.problems.length > 0 && trouble({ title: 'Refused', problems: heard.problems }),
    heard.sources.length > 0 && el('div', { class: 'sources' }, 'from ', heard.sources.map((one, i) => [i > 0 && ', ',
      el('a', { href: `#/runs/desk/calls/${one.call}` }, `${one.tool} (${one.call})`)])),
    heard.plan && (heard.old
      ? el('a', { class: 'button', href: `#/approvals/plan/${heard.plan}` }, 'Show the plan')
      : waiting(heard.plan, talk, right, room)));
}

/** The plan has the room of the experiment until somebody says yes or no. */
function waiting(hash, talk, right, room) {
  const line = el('div', {}, el('strong', {}, 'A plan waits for your yes.'));
  card(hash, room, async (outcome) => {
    if (outcome.edited) return fill(line, el('strong', {}, 'The changed plan waits for your yes.'));
    const text = outcome.declined ? 'Declined; nothing was moved.' : 'Approved. Running as';
    keep({ note: text, run: outcome.run });
    fill(line, note(text, outcome.run));
    return experiment(right, outcome.run || (await newest()), room);
  }).then((shown) => {
    leave(right);
    fill(right, shown);
    if (shown.getBoundingClientRect().top > innerHeight) shown.scrollIntoView();
  });
  return line;
}

function add(talk, node) {
  talk.append(node);
  talk.scrollTop = talk.scrollHeight;
}

/** What was shown there before is followed no longer. */
function leave(right) {
  right.dispatchEvent(new Event('left'));
}

async function experiment(right, run, room) {
  leave(right);
  if (!run) return fill(right, el('div', { class: 'panel' }, el('h2', {}, 'No experiment yet'), empty('What runs is shown here as it is measured.')));
  try {
    const module = await import('./experiment.js');
    const ended = [];
    right.addEventListener('left', () => ended.splice(0).forEach((end) => end()), { once: true });
    room.onLeave(() => leave(right));
    await module.experiment(right, run, { ...room, onLeave: (end) => ended.push(end) });
  } catch (failure) {
    console.error(failure);
    fill(right, trouble(failure));
  }
}

/** The run that goes on, else the last one. */
async function newest() {
  const { runs } = await get('/api/runs?limit=20');
  return (runs.find((one) => one.status === 'unfinished') || runs[0])?.run;
}

function kept() {
  return JSON.parse(sessionStorage.getItem(KEPT) || '[]');
}

function keep(turn) {
  sessionStorage.setItem(KEPT, JSON.stringify([...kept(), turn].slice(-MOST_KEPT)));
}

/** Each window has a talk of its own. */
function windowName() {
  const name = sessionStorage.getItem(WINDOW) || `page-${crypto.randomUUID().slice(0, 8)}`;
  sessionStorage.setItem(WINDOW, name);
  return name;
}
