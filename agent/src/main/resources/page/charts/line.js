// Curves over a rising variable, with bands, by uPlot; colours follow the page.
import { el } from '../lib/dom.js';
import { number } from '../lib/format.js';
import uPlot from '../vendor/uPlot.js';

/**
 * A chart. `series` are `{label, kind: 'line' | 'dots' | 'edge' | 'dashed', colour}`; two edges in a row
 * hold a band between them. Give numbers with `set([x, …each series])`.
 */
export function line({ x, y, series, label, height = 180 }) {
  const node = el('div', { class: 'line', role: 'img', 'aria-label': label });
  node.style.height = `${height}px`;
  const self = { chart: null, data: [[], ...series.map(() => [])] };
  const build = () => {
    if (node.clientWidth === 0) return;
    self.chart?.destroy();
    self.chart = new uPlot(options(node, { x, y, series, height }), self.data, node);
  };
  const observer = new ResizeObserver(() => (self.chart ? self.chart.setSize({ width: node.clientWidth, height }) : build()));
  observer.observe(node);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  scheme.addEventListener('change', build);
  return {
    node,
    set: (data) => { self.data = data; if (self.chart) self.chart.setData(data); else build(); },
    end: () => { observer.disconnect(); scheme.removeEventListener('change', build); self.chart?.destroy(); },
  };
}

function options(node, { x, y, series, height }) {
  const style = getComputedStyle(node);
  const read = (name) => style.getPropertyValue(name).trim();
  const font = `12px ${style.fontFamily}`;
  const axis = (label, size) => ({
    label, font, labelFont: font, labelSize: 18, size, stroke: read('--ink'),
    grid: { stroke: read('--line'), width: 1 }, ticks: { stroke: read('--line'), size: 4 },
    values: (chart, values) => values.map((one) => number(one, 4)),
  });
  return {
    width: node.clientWidth, height, legend: { show: false },
    cursor: { drag: { x: false, y: false }, points: { show: false } },
    scales: { x: { time: false } },
    axes: [axis(x, 34), axis(y, 56)],
    series: [{}, ...series.map((one) => drawn(one, read))],
    bands: bands(series, read),
  };
}

function drawn(one, read) {
  const stroke = read(one.colour || '--accent') || one.colour;
  switch (one.kind) {
    case 'dots': return { label: one.label, stroke, paths: () => null, points: { show: true, size: 5, fill: stroke, stroke } };
    case 'edge': return { label: one.label, stroke: 'transparent', points: { show: false } };
    case 'dashed': return { label: one.label, stroke, width: 1.5, dash: [6, 4], points: { show: false } };
    default: return { label: one.label, stroke, width: 2, points: { show: false } };
  }
}

function bands(series, read) {
  const found = [];
  series.forEach((one, i) => {
    if (one.kind === 'edge' && series[i + 1]?.kind === 'edge' && !found.some((band) => band.series.includes(i + 1))) {
      found.push({ series: [i + 1, i + 2], fill: `color-mix(in srgb, ${read('--accent')} 22%, transparent)` });
    }
  });
  return found;
}
