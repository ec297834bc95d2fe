// Every tool as a form and as a page of reference, both from its schema and from nothing else.
import { get, post } from '../lib/api.js';
import { el, fill } from '../lib/dom.js';
import { form } from '../lib/form.js';
import { busy, empty, trouble } from '../lib/notice.js';
import { shown } from '../lib/value.js';

const MARKS = { compute: '', read: '', adjust: 'warn', move: 'warn', expose: 'bad' };

export async function show(place, room) {
  const side = el('aside', { class: 'tool-list', 'aria-label': 'All tools' }, busy());
  const main = el('div', { class: 'stack' }, busy());
  fill(place, el('div', { class: 'tools-layout' }, side, main));
  place.classList.toggle('chosen', Boolean(room.parts[0]));
  const { tools } = await get('/api/tools');
  list(side, tools, room);
  const tool = tools.find((one) => one.name === room.parts[0]);
  if (tool) page(main, tool, room);
  else fill(main, el('h1', {}, 'Tools'), room.parts[0] ? empty(`There is no tool ${room.parts[0]}.`) : intro(tools));
}

function intro(tools) {
  const effects = [['compute', 'arithmetic; touches no instrument'], ['read', 'reads an instrument without perturbing it'],
    ['adjust', 'changes a setting that can be set back'], ['move', 'moves something'], ['expose', 'changes something for good']];
  return el('div', { class: 'panel' },
    el('p', {}, `${tools.length} tools. A form calls what computes or reads; what acts on an instrument becomes a plan of one step, which somebody approves.`),
    el('dl', { class: 'facts' }, effects.map(([effect, what]) => [el('dt', {}, badge(effect)), el('dd', {}, what)])));
}

function badge(effect) {
  return el('span', { class: `badge ${MARKS[effect] || ''}` }, effect);
}

function list(side, tools, room) {
  const found = el('div', {});
  const search = el('input', { type: 'search', placeholder: 'search tools', 'aria-label': 'Search tools by name and words', value: room.query.get('q') || '' });
  const draw = () => {
    const wanted = search.value.toLowerCase().split(/\s+/);
    const fit = tools.filter((one) => wanted.every((word) => `${one.name} ${one.summary} ${one.effect}`.toLowerCase().includes(word)));
    const families = Map.groupBy(fit, (one) => one.name.split('.')[0]);
    fill(found, fit.length === 0 ? empty('No tool has these words.') : [...families].map(([family, members]) =>
      el('section', {}, el('h2', {}, family), el('ul', {}, members.map((one) => el('li', {},
        el('a', { href: `#/tools/${one.name}`, 'aria-current': one.name === room.parts[0] ? 'page' : null },
          el('span', {}, one.name.slice(family.length + 1)), badge(one.effect))))))));
  };
  search.addEventListener('input', draw);
  draw();
  fill(side, search, found);
  side.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
}

function page(main, tool, room) {
  const entry = form(tool.input);
  const answer = el('section', { class: 'panel answer', 'aria-live': 'polite', 'aria-label': 'Result' }, empty('What comes back stands here.'));
  const acts = !['compute', 'read'].includes(tool.effect);
  const go = el('button', { type: 'submit', class: 'main' }, acts ? 'Make this a plan of one step' : 'Call');
  const send = async (event) => {
    event.preventDefault();
    go.disabled = true;
    entry.mark([]);
    fill(answer, busy(acts ? 'Being checked…' : 'Working…'));
    try {
      await (acts ? planned(tool, entry.value(), room) : called(answer, tool, entry.value()));
    } catch (failure) {
      refused(answer, entry, failure);
    }
    go.disabled = false;
    (main.querySelector('.problem') || answer).scrollIntoView({ block: 'nearest' });
  };
  fill(main,
    el('header', {}, el('a', { href: '#/tools', class: 'back small' }, 'All tools'), el('div', { class: 'spread' }, el('h1', {}, tool.name), badge(tool.effect)), el('p', {}, tool.summary)),
    el('form', { class: 'panel', novalidate: true, on: { submit: send } }, entry.node,
      el('footer', { class: 'row' }, go, el('button', { type: 'button', class: 'example', on: { click: () => entry.set(tool.example) } }, 'Fill with the example'))),
    answer,
    reference(tool));
}

async function called(answer, tool, input) {
  const result = await post(`/api/tools/${tool.name}`, input);
  fill(answer, el('h2', {}, 'Result'), shown(result, tool.output),
    el('details', {}, el('summary', {}, 'As JSON'), el('pre', {}, JSON.stringify(result, null, 2))));
}

async function planned(tool, input, room) {
  const checked = await post('/api/plans/check', { goal: `One call of ${tool.name}`, steps: [{ kind: 'call', tool: tool.name, arguments: input }] });
  if (!checked.hash) throw Object.assign(new Error('The plan was refused.'), { title: 'Refused', problems: checked.problems });
  room.go(`#/approvals/plan/${checked.hash}`);
}

/** Every problem beside the field that it names; the rest in place of a result. */
function refused(answer, entry, failure) {
  const problems = (failure.problems || []).map(placed);
  const left = entry.mark(problems.filter((one) => one.path !== ''));
  const general = [...left, ...problems.filter((one) => one.path === '')];
  fill(answer, trouble(Object.assign(new Error(failure.message), {
    title: failure.title,
    detail: problems.length > general.length ? `${problems.length - general.length} refused, as said beside the fields` : failure.detail,
    problems: general,
  })));
}

/** The path within the arguments, and the words without it: they stand beside the field. */
function placed(one) {
  const pointer = one.pointer || '';
  const path = pointer.replace(/^\/steps\/0\/arguments/, '');
  return { ...one, path, message: pointer !== '' && one.message.startsWith(`${pointer}: `) ? one.message.slice(pointer.length + 2) : one.message };
}

function reference(tool) {
  return el('section', { class: 'panel reference' }, el('h2', {}, 'Reference'),
    el('h3', {}, 'Arguments'), properties(tool.input, tool.input.$defs || {}, 0),
    el('h3', {}, 'Result'), properties(tool.output, tool.output.$defs || {}, 0),
    el('h3', {}, 'Example'), el('pre', { class: 'mono' }, JSON.stringify(tool.example, null, 2)),
    el('details', {}, el('summary', {}, 'Schemas'), el('pre', {}, JSON.stringify({ input: tool.input, output: tool.output }, null, 2))));
}

const DEEPEST = 6;

function properties(schema, defs, depth) {
  const entries = Object.entries(schema.properties || {}).filter(([, one]) => one.const === undefined);
  if (entries.length === 0) return depth === 0 ? empty('none') : null;
  return el('dl', { class: 'reference-list' }, entries.map(([name, one]) => [
    el('dt', {}, el('code', {}, name), (schema.required || []).includes(name) ? '' : el('span', { class: 'soft' }, ' optional')),
    el('dd', {}, el('span', { class: 'soft small' }, inWords(one)), one.description && ` ${one.description}`, depth < DEEPEST && deeper(one, defs, depth + 1)),
  ]));
}

function deeper(schema, defs, depth) {
  if (schema['x-unit'] !== undefined || schema.$ref) return null;
  if (schema.oneOf) return el('ul', {}, schema.oneOf.map((one) => el('li', {}, el('code', {}, one.properties.kind.const), properties(one, defs, depth))));
  if (schema.type === 'array') return deeper(schema.items, defs, depth);
  return properties(schema, defs, depth);
}

function inWords(schema) {
  const otherwise = schema.default === undefined ? '' : `, else ${JSON.stringify(schema.default)}`;
  return `(${kind(schema)}${otherwise})`;
}

function kind(schema) {
  if (schema['x-unit'] !== undefined) return `${schema['x-quantity']} in ${schema['x-unit']}, ${schema['x-min']} to ${schema['x-max']}`;
  if (schema.enum) return schema.enum.join(' | ');
  if (schema.oneOf) return 'one of these kinds';
  if (schema.type === 'array') return `list of ${schema.minItems ?? 0} to ${schema.maxItems ?? 'any'}`;
  if (schema.minimum !== undefined) return `${schema.type}, ${schema.minimum} to ${schema.maximum}`;
  return schema.type || 'any JSON';
}
