// Numbers, times and hashes as people read them.

const PREFIXES = [
  [1e-15, 'f'], [1e-12, 'p'], [1e-9, 'n'], [1e-6, 'µ'], [1e-3, 'm'],
  [1, ''], [1e3, 'k'], [1e6, 'M'], [1e9, 'G'], [1e12, 'T'],
];
const PREFIXED = new Set(['m', 'V', 's', 'A', 'N', 'Hz', 'W', 'C', 'F', 'Pa', 'J', 'K', 'rad', 'Ω', 'T', 'g', 'm/s', 'N/m', 'V/s']);

/** A number with so many significant digits, without noise behind them. */
export function number(value, digits = 4) {
  if (value === null || value === undefined || Number.isNaN(value)) return '–';
  if (!Number.isFinite(value)) return value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (Number.isInteger(value) && size < 1e6) return minus(String(value));
  if (size < 1e-4 || size >= 1e6) {
    const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
    return `${minus(trimmed(mantissa))} × 10${superscript(Number(exponent))}`;
  }
  return minus(trimmed(value.toPrecision(digits)));
}

/** A value in its unit, with the prefix that fits: `quantity(1.2e-5, 'm')` is "12 µm". */
export function quantity(value, unit = '', digits = 4) {
  const scale = scaleOf(value, unit);
  const shown = number(value === null || value === undefined ? value : value / scale.factor, digits);
  return scale.unit === '' ? shown : `${shown} ${scale.unit}`;
}

/** The factor and prefixed unit in which values up to `largest` read well; for axes. */
export function scaleOf(largest, unit) {
  const size = Math.abs(largest);
  if (!PREFIXED.has(unit) || !Number.isFinite(size) || size === 0) return { factor: 1, unit };
  const fitting = PREFIXES.filter(([factor]) => size >= factor * 0.9999).at(-1) || PREFIXES[0];
  return { factor: fitting[0], unit: fitting[1] + unit };
}

export function seconds(value) {
  if (value === null || value === undefined || !Number.isFinite(value)) return '–';
  if (value < 120) return `${number(value, 3)} s`;
  const whole = Math.round(value);
  const parts = [[86400, 'd'], [3600, 'h'], [60, 'min'], [1, 's']];
  const first = parts.findIndex(([size]) => whole >= size);
  return parts
    .slice(first, first + 2)
    .map(([size, name], i) => [Math.floor((i === 0 ? whole : whole % parts[first][0]) / size), name])
    .filter(([count]) => count > 0)
    .map(([count, name]) => `${count} ${name}`)
    .join(' ');
}

/** A moment, to the second, in the time of this machine. */
export function time(iso) {
  if (!iso) return '–';
  const at = new Date(iso);
  const two = (n) => String(n).padStart(2, '0');
  return `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

export function shortHash(hash) {
  return hash && hash.startsWith('sha256:') ? hash.slice(0, 19) + '…' : hash || '–';
}

function trimmed(text) {
  return text.includes('.') ? text.replace(/\.?0+$/, '') : text;
}

function minus(text) {
  return text.replace('-', '−');
}

function superscript(exponent) {
  return String(exponent).replace(/[-0-9]/g, (c) => '⁻⁰¹²³⁴⁵⁶⁷⁸⁹'['-0123456789'.indexOf(c)]);
}
