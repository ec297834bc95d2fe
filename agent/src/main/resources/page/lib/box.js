// Values that are written in one box: numbers, quantities, words, lists of numbers, any JSON.
import { el } from './dom.js';
import { number, quantity } from './format.js';

/** Problems are shown under the field itself where nothing inside it is named. */
export function marked(node, inner = () => false) {
  return (path, message) => {
    if (path.length > 0 && inner(path, message)) return true;
    node.append(el('p', { class: 'problem', role: 'alert' }, message));
    node.querySelector('input, select, textarea')?.setAttribute('aria-invalid', 'true');
    return true;
  };
}

/** What one reads and writes in one box, in the words of `way`. */
export function written(schema, label, way) {
  let kept;
  const box = el(way.long ? 'textarea' : 'input', { 'aria-label': label, rows: way.long ? way.rows || 3 : null, inputmode: way.mode, autocomplete: 'off', spellcheck: 'false', placeholder: way.hint });
  box.addEventListener('input', () => { kept = undefined; box.removeAttribute('aria-invalid'); });
  const node = el('div', { class: 'field' }, box, way.bounds && el('span', { class: 'bounds soft small' }, way.bounds));
  return {
    node,
    mark: marked(node),
    set: (value) => {
      box.value = way.show(value);
      kept = { value };
    },
    value: () => (kept ? kept.value : way.read(box.value)),
  };
}

export function literal(schema) {
  const unit = schema['x-unit'];
  return {
    mode: 'text',
    hint: unit === '1' ? '0.5' : `2 ${unit}`,
    bounds: `${schema['x-quantity']}, ${quantity(schema['x-min'], unit)} to ${quantity(schema['x-max'], unit)}`,
    show: (value) => (typeof value === 'string' ? value : `${value.value} ${value.unit}`),
    read: (text) => text.trim(),
  };
}

export function plain(schema) {
  const whole = schema.type === 'integer' ? 'a whole number, ' : '';
  return {
    mode: schema.type === 'integer' ? 'numeric' : 'decimal',
    bounds: whole + range(schema),
    show: String,
    read: numeric,
  };
}

const BOUNDLESS = 1e290;

/** Bounds in words; those that only say that a number is finite are not told. */
function range(schema) {
  if (schema.minimum === undefined || Math.min(-schema.minimum, schema.maximum) > BOUNDLESS) return '';
  return `${number(schema.minimum)} to ${number(schema.maximum)}`;
}

export function counts(schema) {
  return `${schema.minItems} to ${number(schema.maxItems)}`;
}

/** What is no number goes to the server as it is, which says so in its own words. */
function numeric(text) {
  const read = Number(text.trim());
  return text.trim() === '' || Number.isNaN(read) ? text.trim() : read;
}

export function words(schema) {
  return {
    long: schema.maxLength > 400,
    bounds: schema.pattern ? `as ${schema.pattern}` : '',
    show: String,
    read: (text) => text,
  };
}

export function anything() {
  return {
    long: true,
    rows: 5,
    bounds: 'JSON',
    show: (value) => JSON.stringify(value, null, 1),
    read: (text) => {
      try {
        return JSON.parse(text);
      } catch {
        return text;
      }
    },
  };
}

export function numbersOnly(schema) {
  const inner = schema.items.type === 'array' ? schema.items.items : schema.items;
  return (inner.type === 'number' || inner.type === 'integer') && !inner.oneOf;
}

/** Lists of numbers in one box, tables of them with a line for each row. */
export function rows(schema) {
  const table = schema.items.type === 'array';
  const inner = table ? schema.items.items : schema.items;
  const line = (text) => text.split(/[\s,;]+/).filter((part) => part !== '').map(numeric);
  return {
    long: true,
    rows: table ? 4 : 2,
    hint: table ? '1 2\n3 4' : '1 2 3',
    bounds: [`${counts(schema)} ${table ? 'lines of numbers' : 'numbers'}`, range(inner)].filter(Boolean).join(', each '),
    show: (value) => (table ? value.map((row) => row.join(' ')).join('\n') : value.join(' ')),
    read: (text) => (table ? text.split('\n').filter((one) => one.trim() !== '').map(line) : line(text)),
  };
}
