// A form from a JSON schema, as the server derives it from a record. It knows kinds of values and no
// tool. What was filled in and not touched is sent as it came, to the last digit.
import { anything, counts, literal, marked, numbersOnly, plain, rows, words, written } from './box.js';
import { el, fill } from './dom.js';

/**
 * The form of a schema: `{node, set(value), value(), mark(problems)}`. `mark` puts each problem beside
 * the field that its path names and gives back those for which there is none.
 */
export function form(schema) {
  const root = field(schema, schema.$defs || {}, 'arguments');
  return {
    node: root.node,
    set: root.set,
    value: root.value,
    mark: (problems) => {
      root.node.querySelectorAll('.problem').forEach((one) => one.remove());
      return problems.filter((one) => !root.mark(segments(one.path), one.message));
    },
  };
}

function segments(path) {
  return (path || '').split('/').slice(1).map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'));
}

function field(schema, defs, label) {
  const known = schema.$ref ? { ...defs[schema.$ref.split('/').at(-1)], description: schema.description } : schema;
  if (known['x-unit'] !== undefined) return written(known, label, literal(known));
  if (known.oneOf) return choice(known, defs, label);
  if (known.enum) return picked(known, label);
  switch (known.type) {
    case 'object': return record(known, defs);
    case 'array': return numbersOnly(known) ? written(known, label, rows(known)) : list(known, defs, label);
    case 'boolean': return flag(label);
    case 'number': case 'integer': return written(known, label, plain(known));
    case 'string': return written(known, label, words(known));
    default: return written(known, label, anything());
  }
}

function flag(label) {
  const box = el('input', { type: 'checkbox', 'aria-label': label });
  const node = el('div', { class: 'field' }, box);
  return { node, mark: marked(node), set: (value) => { box.checked = value; }, value: () => box.checked };
}

function picked(schema, label) {
  const box = el('select', { 'aria-label': label }, schema.enum.map((one) => el('option', { value: one }, one)));
  if (schema.default !== undefined) box.value = schema.default;
  const node = el('div', { class: 'field' }, box);
  return { node, mark: marked(node), set: (value) => { box.value = value; }, value: () => box.value };
}

/** One of several kinds; another kind, other fields. */
function choice(schema, defs, label) {
  const kinds = new Map(schema.oneOf.map((one) => [one.properties.kind.const, one]));
  const box = el('select', { 'aria-label': `${label}: kind` }, [...kinds.keys()].map((kind) => el('option', { value: kind }, kind)));
  const inside = el('div', {});
  let shown;
  const swap = () => {
    shown = record(kinds.get(box.value), defs);
    fill(inside, shown.node);
  };
  box.addEventListener('change', swap);
  if (schema.default?.kind) box.value = schema.default.kind;
  swap();
  const node = el('div', { class: 'field choice' }, box, inside);
  return {
    node,
    mark: marked(node, (path, message) => shown.mark(path, message)),
    set: (value) => {
      box.value = value.kind;
      swap();
      shown.set(value);
    },
    value: () => ({ kind: box.value, ...shown.value() }),
  };
}

function list(schema, defs, label) {
  const items = [];
  const inside = el('ol', { class: 'items' });
  const add = () => {
    const item = field(schema.items, defs, `${label} ${items.length + 1}`);
    const line = el('li', {}, item.node, el('button', { type: 'button', class: 'small', 'aria-label': `Remove one of ${label}`, on: { click: () => {
      items.splice(items.indexOf(item), 1);
      line.remove();
    } } }, 'remove'));
    items.push(item);
    inside.append(line);
    return item;
  };
  for (let i = 0; i < Math.min(schema.minItems || 0, 3); i++) add();
  const node = el('div', { class: 'field' }, inside,
    el('div', { class: 'row' }, el('button', { type: 'button', class: 'small', on: { click: add } }, 'add'),
      el('span', { class: 'bounds soft small' }, counts(schema))));
  return {
    node,
    mark: marked(node, (path, message) => items[Number(path[0])]?.mark(path.slice(1), message)),
    set: (value) => {
      items.length = 0;
      fill(inside);
      value.forEach((one) => add().set(one));
    },
    value: () => items.map((one) => one.value()),
  };
}

function record(schema, defs) {
  const needed = new Set(schema.required || []);
  const parts = Object.entries(schema.properties || {})
    .filter(([, one]) => one.const === undefined)
    .sort(([a], [b]) => needed.has(b) - needed.has(a))
    .map(([name, one]) => part(name, one, defs, needed.has(name)));
  const node = el('div', { class: 'record' }, parts.map((one) => one.node));
  return {
    node,
    mark: marked(node, (path, message) => parts.find((one) => one.name === path[0])?.mark(path.slice(1), message)),
    set: (value) => parts.forEach((one) => (value[one.name] === undefined ? one.leave() : one.set(value[one.name]))),
    value: () => Object.fromEntries(parts.map((one) => [one.name, one.value()]).filter(([, value]) => value !== undefined)),
  };
}

/** One field of a record. What need not be given is not there until somebody wants to give it. */
function part(name, schema, defs, needed) {
  let inner;
  const place = el('div', {});
  const toggle = el('button', { type: 'button', class: 'small', on: { click: () => (inner ? leave() : give()) } });
  const node = el('div', { class: 'part', 'data-name': name },
    el('div', { class: 'spread' }, el('span', {}, el('strong', {}, name), needed && el('span', { class: 'soft small' }, ' needed')), !needed && toggle),
    schema.description && el('p', { class: 'soft small' }, schema.description), place);

  function give() {
    inner = field(schema, defs, name);
    toggle.textContent = 'leave out';
    fill(place, inner.node);
    if (schema.default !== undefined) inner.set(schema.default);
    return inner;
  }
  function leave() {
    if (needed) return give();
    inner = undefined;
    toggle.textContent = 'give';
    fill(place, el('p', { class: 'soft small' }, schema.default === undefined ? 'not given' : `not given: ${told(schema.default)}`));
    return undefined;
  }
  leave();
  return {
    name,
    node,
    leave,
    set: (value) => give().set(value),
    value: () => inner?.value(),
    mark: (path, message) => (inner ? inner.mark(path, message) : marked(node)(path, message)),
  };
}

function told(value) {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return text === '{}' ? 'the defaults inside it' : text;
}
