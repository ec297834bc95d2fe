// Points and closed curves whose variable goes to and fro, such as hysteresis loops and trade-offs.
import { svg } from '../lib/dom.js';
import { ticks } from './ticks.js';

const LEFT = 66, TOP = 8, RIGHT = 10, BOTTOM = 40;

/**
 * A chart as SVG. `series` are `{kind: 'line' | 'dots' | 'marks', colour, points: [[x, y, title?], …]}`.
 */
export function scatter({ x, y, series, label, width = 360, height = 240 }) {
  const all = series.flatMap((one) => one.points).filter(([a, b]) => Number.isFinite(a) && Number.isFinite(b));
  const across = range(all.map(([a]) => a)), up = range(all.map(([, b]) => b));
  const wide = width - LEFT - RIGHT, high = height - TOP - BOTTOM;
  const at = ([a, b]) => [LEFT + (wide * (a - across.low)) / (across.high - across.low), TOP + high - (high * (b - up.low)) / (up.high - up.low)];
  return svg('svg', { class: 'scatter', viewBox: `0 0 ${width} ${height}`, role: 'img', 'aria-label': label },
    ticks(across.low, across.high, 5).map((one) => {
      const [px] = at([one.at, 0]);
      return [svg('line', { class: 'grid', x1: px, x2: px, y1: TOP, y2: TOP + high }),
        svg('text', { x: px, y: TOP + high + 15, 'text-anchor': 'middle' }, one.text)];
    }),
    ticks(up.low, up.high, 4).map((one) => {
      const [, py] = at([0, one.at]);
      return [svg('line', { class: 'grid', x1: LEFT, x2: LEFT + wide, y1: py, y2: py }),
        svg('text', { x: LEFT - 5, y: py + 4, 'text-anchor': 'end' }, one.text)];
    }),
    svg('text', { class: 'name', x: LEFT + wide / 2, y: height - 6, 'text-anchor': 'middle' }, x),
    svg('text', { class: 'name', transform: `translate(11 ${TOP + high / 2}) rotate(-90)`, 'text-anchor': 'middle' }, y),
    series.map((one) => drawn(one, at)));
}

function range(values) {
  if (values.length === 0) return { low: 0, high: 1 };
  const low = values.reduce((a, b) => Math.min(a, b)), high = values.reduce((a, b) => Math.max(a, b));
  const rim = (high - low) * 0.04 || Math.abs(high) * 0.1 || 1;
  return { low: low - rim, high: high + rim };
}

function drawn(one, at) {
  const places = one.points.map(at);
  if (one.kind === 'line') {
    return svg('polyline', { class: `curve ${one.colour || ''}`, points: places.map(([x, y]) => `${x.toFixed(1)},${y.toFixed(1)}`).join(' ') });
  }
  return places.map(([x, y], i) => svg(one.kind === 'marks' ? 'path' : 'circle',
    one.kind === 'marks'
      ? { class: `mark ${one.colour || ''}`, d: `M${x} ${y - 6}L${x + 6} ${y}L${x} ${y + 6}L${x - 6} ${y}Z` }
      : { class: `dot ${one.colour || ''}`, cx: x, cy: y, r: 3 },
    one.points[i][2] && svg('title', {}, one.points[i][2])));
}
