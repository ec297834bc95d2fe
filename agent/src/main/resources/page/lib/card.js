// A checked plan before a person says yes: what exactly would happen, between which limits, and how
// it is taken back. The yes is a click that was meant: not Enter, and not before it could be read.
import { bytes, get, post } from './api.js';
import { el, fill } from './dom.js';
import { editor } from './editor.js';
import { framed } from './frame.js';
import { shortHash } from './format.js';
import { busy, trouble } from './notice.js';

const UNREAD_MILLIS = 800;

/**
 * The card of the plan with this hash.
 * `done(outcome)` is told `{run}`, `{declined: true}` or `{edited: hash}`.
 */
export async function card(hash, room, done) {
  const place = el('section', { class: 'card panel', 'aria-label': 'A plan that waits for a yes' }, busy('Working out limits and cost…'));
  load(place, hash, room, done);
  return place;
}

async function load(place, hash, room, done) {
  try {
    const [sheet, plan] = await Promise.all([get(`/api/plans/${hash}/card`), get(`/api/plans/${hash}`)]);
    fill(place, parts(place, sheet, plan, room, done));
    if (sheet.envelopes.length > 0 && sheet.problems.length === 0) rehearsal(place.querySelector('.rehearsal'), hash);
  } catch (failure) {
    fill(place, trouble(failure));
  }
}

function parts(place, sheet, plan, room, done) {
  return [
    el('header', { class: 'spread' },
      el('h2', {}, sheet.goal || 'A plan'),
      el('span', { class: `badge ${grave(sheet.most) ? 'bad' : ''}` }, `${sheet.most.toLowerCase()}: ${worst(sheet)}`)),
    sheet.problems.length > 0 && el('div', { class: 'notice bad' }, el('strong', {}, 'As things are now this plan cannot run'),
      el('ul', {}, sheet.problems.map((one) => el('li', {}, one)))),
    sheet.foreign.length > 0 && el('div', { class: 'notice warn' },
      `Words of others, which nobody vouches for, decide what is done in step ${sheet.foreign.join(', ')}.`),
    el('ol', { class: 'steps' }, sheet.steps.map(step)),
    el('p', {}, el('strong', {}, 'At most: '), sheet.cost, sheet.comparisons.map((one) => [el('br'), one])),
    sheet.envelopes.map(envelope),
    el('div', { class: 'rehearsal' }),
    el('p', { class: 'soft small' }, `${sheet.autonomy}. Plan `, el('code', { title: sheet.hash }, shortHash(sheet.hash)),
      ', root over every call ', el('code', { title: sheet.root }, shortHash(sheet.root))),
    answers(place, sheet, plan, room, done),
  ];
}

function grave(effect) {
  return effect === 'expose';
}

function worst(sheet) {
  return sheet.steps.find((one) => one.effect === sheet.most)?.undo || 'changes nothing';
}

function step(one) {
  return el('li', { class: `depth-${Math.min(one.line.depth, 4)}`, 'data-step': one.line.number },
    el('span', { class: 'step-number' }, one.line.number),
    el('div', {},
      el('div', { class: 'spread' }, el('strong', {}, one.line.words),
        one.effect && el('span', { class: `badge ${grave(one.effect) ? 'bad' : ''}` }, `${one.effect.toLowerCase()} · ${one.undo}`)),
      one.line.details.length > 0 && el('dl', { class: 'facts' }, one.line.details.map(detail))));
}

function detail(line) {
  const colon = line.indexOf(': ');
  return [el('dt', {}, line.slice(0, colon)), el('dd', { class: 'mono' }, line.slice(colon + 2))];
}

function envelope(one) {
  const used = one.limits.filter((limit) => limit.used);
  const rest = one.limits.filter((limit) => !limit.used);
  return el('details', { class: 'limits', open: true },
    el('summary', {}, el('strong', {}, one.instrument), ` within ${one.name} `, el('code', { class: 'soft' }, shortHash(one.hash))),
    one.missing && el('p', { class: 'notice bad' }, one.missing),
    used.map(bar),
    rest.length > 0 && el('p', { class: 'soft small' }, 'Also limited: ', rest.map((limit) => `${limit.name} ${limit.min} to ${limit.max}`).join('; ')));
}

/** A limit as a bar, with the part of it that the plan asks for. */
function bar(limit) {
  const { least, most, from, to } = limit.used;
  const asked = least === most ? most : `${least} to ${most}`;
  const part = el('span', { class: `used ${to > 0.8 || from < 0 ? 'near' : ''}` });
  part.style.left = `${100 * from}%`;
  part.style.width = `${Math.max(1.5, 100 * (to - from))}%`;
  return el('div', { class: 'limit' },
    el('span', {}, limit.name), el('strong', { class: 'number' }, asked),
    el('span', { class: 'soft number least' }, limit.min),
    el('span', { class: 'track', role: 'img', 'aria-label': `${asked} of ${limit.min} to ${limit.max}` }, part),
    el('span', { class: 'soft number' }, limit.max));
}

async function rehearsal(place, hash) {
  fill(place, el('h3', {}, 'Rehearsal'), busy('Running on a copy of the simulated instrument, a few seconds…'));
  try {
    const came = await post(`/api/plans/${hash}/rehearse`, { quick: true });
    const picture = await framed(() => bytes(`/api/plans/${hash}/rehearsal`), 'Pictures of the rehearsal');
    fill(place, el('h3', {}, 'Rehearsal'),
      el('ul', { class: 'small' }, came.words.map((line) => el('li', {}, line))),
      el('details', { class: 'pictures' }, el('summary', {}, 'Where it went: maps and curves'), picture));
  } catch (failure) {
    fill(place, el('h3', {}, 'Rehearsal'), el('p', { class: 'soft small' }, `Not rehearsed: ${failure.problems?.[0]?.message || failure.message}`));
  }
}

function answers(place, sheet, plan, room, done) {
  const notice = el('div', {});
  const yes = el('button', { type: 'button', class: 'main approve', disabled: true }, 'Approve and run');
  const edit = el('button', { type: 'button' }, 'Edit');
  const no = el('button', { type: 'button', class: 'grave' }, 'Deny');
  const shown = performance.now();
  const possible = sheet.problems.length === 0;
  setTimeout(() => { yes.disabled = !possible; }, UNREAD_MILLIS);
  yes.addEventListener('keydown', (event) => { if (event.key === 'Enter') event.preventDefault(); });
  yes.addEventListener('click', async (event) => {
    if (!event.isTrusted || performance.now() - shown < UNREAD_MILLIS) return;
    await answered(notice, [yes, edit, no], async () => {
      const { run } = await post(`/api/plans/${sheet.hash}/run`);
      done({ run });
    });
  });
  no.addEventListener('click', () => answered(notice, [yes, edit, no], async () => {
    await post(`/api/plans/${sheet.hash}/decline`).catch((failure) => { if (failure.status !== 409) throw failure; });
    done({ declined: true });
  }));
  edit.addEventListener('click', () => fill(place, editor(plan.plan, async (changed) => {
    const checked = await post('/api/plans/check', changed);
    if (!checked.hash) throw Object.assign(new Error('The plan was refused.'), { title: 'Refused', problems: checked.problems });
    done({ edited: checked.hash });
    return load(place, checked.hash, room, done);
  }, () => load(place, sheet.hash, room, done))));
  return el('footer', {}, notice, el('div', { class: 'row' }, yes, edit, no,
    el('span', { class: 'soft small' }, 'Click, or press Space on the button; Enter does nothing.')));
}

async function answered(notice, buttons, act) {
  buttons.forEach((one) => { one.disabled = true; });
  try {
    await act();
  } catch (failure) {
    fill(notice, trouble(failure));
    buttons.forEach((one) => { one.disabled = false; });
  }
}
