// A result of a tool, drawn by what it is: numbers with units, tables, curves.
import { el, svg } from './dom.js';
import { number, quantity, shortHash } from './format.js';

const ROWS = 50;

/** A node that shows any JSON value; `schema` tells units where it is known. */
export function shown(value, schema = {}) {
  if (value === null || value === undefined) return el('span', { class: 'soft' }, 'nothing');
  if (Array.isArray(value)) return many(value, schema.items || {});
  switch (typeof value) {
    case 'boolean': return el('span', {}, value ? 'yes' : 'no');
    case 'number': return el('span', { class: 'number', title: String(value) }, number(value, 6));
    case 'string': return text(value);
    default: return isQuantity(value)
      ? el('span', { class: 'number', title: `${value.value} ${value.unit}` }, quantity(value.value, value.unit, 6))
      : record(value, schema);
  }
}

function isQuantity(value) {
  return Object.keys(value).length === 2 && typeof value.value === 'number' && typeof value.unit === 'string';
}

function text(value) {
  return value.startsWith('sha256:') ? el('code', { title: value }, shortHash(value)) : el('span', { class: 'words' }, value);
}

function record(value, schema) {
  const kind = (schema.oneOf || []).find((one) => one.properties?.kind?.const === value.kind) || schema;
  const names = Object.keys(value);
  if (names.length === 0) return el('span', { class: 'soft' }, 'nothing');
  return el('dl', { class: 'facts' }, names.map((name) =>
    [el('dt', {}, name.replaceAll('_', ' ')), el('dd', {}, shown(value[name], kind.properties?.[name]))]));
}

function many(value, schema) {
  if (value.length === 0) return el('span', { class: 'soft' }, 'none');
  if (value.every((one) => typeof one === 'number')) return numbers(value);
  if (value.every((one) => one && typeof one === 'object' && !Array.isArray(one) && !isQuantity(one))) return table(value, schema);
  if (value.every((one) => Array.isArray(one) && one.every((cell) => typeof cell === 'number'))) return matrix(value);
  return el('ul', {}, value.slice(0, ROWS).map((one) => el('li', {}, shown(one, schema))), more(value.length));
}

function numbers(value) {
  const few = value.slice(0, ROWS).map((one) => number(one, 5)).join('  ');
  return el('div', {}, value.length > 3 && spark(value), el('div', { class: 'number words' }, few, value.length > ROWS && ` … ${value.length} in all`));
}

/** A curve over the place in the list, its ends named. */
function spark(value) {
  const finite = value.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  const points = value.map((one, i) =>
    `${(4 + 272 * i / (value.length - 1)).toFixed(1)},${(56 - 48 * (high > low ? (one - low) / (high - low) : 0.5)).toFixed(1)}`);
  return el('figure', { class: 'spark' },
    svg('svg', { viewBox: '0 0 280 60', role: 'img', 'aria-label': `${value.length} numbers from ${number(low)} to ${number(high)}` },
      svg('polyline', { points: points.join(' ') })),
    el('figcaption', { class: 'soft small' }, `${value.length} numbers, ${number(low)} to ${number(high)}`));
}

function table(value, schema) {
  const names = [...new Set(value.flatMap((one) => Object.keys(one)))];
  return el('div', { class: 'table' }, el('table', {},
    el('thead', {}, el('tr', {}, names.map((name) => el('th', {}, name.replaceAll('_', ' '))))),
    el('tbody', {}, value.slice(0, ROWS).map((one) =>
      el('tr', {}, names.map((name) => el('td', {}, one[name] === undefined ? '–' : shown(one[name], schema.properties?.[name]))))))),
  value.length > ROWS && el('p', { class: 'soft small' }, `${ROWS} of ${value.length} rows`));
}

function matrix(value) {
  return el('div', { class: 'table' }, el('table', {}, el('tbody', {}, value.slice(0, ROWS).map((row) =>
    el('tr', {}, row.slice(0, 12).map((cell) => el('td', { class: 'number' }, number(cell, 5))), row.length > 12 && el('td', {}, '…'))))));
}

function more(length) {
  return length > ROWS && el('li', { class: 'soft' }, `${ROWS} of ${length}`);
}
