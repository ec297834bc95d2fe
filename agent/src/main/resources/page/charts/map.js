// A map of a grid of sites on canvas: values as colours, points in order, marks, axes with units.
// Two layers, so that points and cursor are drawn anew without the colours below.
import { el } from '../lib/dom.js';
import { scaleOf } from '../lib/format.js';
import { colour, ramp } from './colours.js';
import { ticks } from './ticks.js';

const LEFT = 46, TOP = 10, BOTTOM = 40, BAR = 14, RIGHT = 88;

/**
 * A map. `heard` is told `hover(site)`, `leave()`, `pick(site)`, `box(x0, y0, x1, y1)` in metres.
 * Draw with `values(array, unit, title)`, `overlay({...})`; `mode('look' | 'box')` says what a drag is.
 */
export function map({ grid, colours = 'viridis', label, heard = {} }) {
  const below = el('canvas', { 'aria-hidden': 'true' });
  const above = el('canvas', { 'aria-hidden': 'true' });
  const node = el('div', { class: 'map', tabindex: '0', role: 'application', 'aria-roledescription': 'map', 'aria-label': label }, below, above);
  const self = {
    node, below, above, grid, colours, heard, mode: 'look', corner: null, shown: null, range: null, unit: '',
    over: { points: [], next: [], other: [], waiting: [], shut: [], cursor: null, box: null },
    width: grid.width.value, height: grid.height.value,
  };
  node.style.setProperty('--tall', Math.min(1.4, Math.max(0.3, self.height / self.width)));
  const observer = new ResizeObserver(() => sized(self));
  observer.observe(node);
  follow(self);
  const scheme = matchMedia('(prefers-color-scheme: dark)');
  const anew = () => { background(self); foreground(self); };
  scheme.addEventListener('change', anew);
  return {
    node,
    values: (values, unit) => { self.shown = values; self.unit = unit; self.range = reach(values); background(self); },
    overlay: (over) => { Object.assign(self.over, over); foreground(self); },
    mode: (mode) => { self.mode = mode; node.dataset.mode = mode; self.over.box = null; self.corner = null; foreground(self); },
    cursor: () => self.over.cursor,
    end: () => { observer.disconnect(); scheme.removeEventListener('change', anew); },
  };
}

function reach(values) {
  let low = Infinity, high = -Infinity;
  for (const value of values) {
    if (Number.isFinite(value)) { low = Math.min(low, value); high = Math.max(high, value); }
  }
  if (low > high) return { low: 0, high: 1 };
  return high > low ? { low, high } : { low: low - 0.5, high: high + 0.5 };
}

function sized(self) {
  const dots = window.devicePixelRatio || 1;
  const { clientWidth, clientHeight } = self.node;
  if (clientWidth === 0) return;
  for (const canvas of [self.below, self.above]) {
    canvas.width = Math.round(clientWidth * dots);
    canvas.height = Math.round(clientHeight * dots);
  }
  self.dots = dots;
  const wide = clientWidth - LEFT - RIGHT, high = clientHeight - TOP - BOTTOM;
  const scale = Math.min(wide / self.width, high / self.height);
  self.plot = { x: LEFT, y: TOP, w: self.width * scale, h: self.height * scale };
  background(self);
  foreground(self);
}

function begun(self, canvas) {
  const draw = canvas.getContext('2d');
  draw.setTransform(self.dots, 0, 0, self.dots, 0, 0);
  draw.clearRect(0, 0, canvas.width, canvas.height);
  const style = getComputedStyle(self.node);
  self.ink = style.getPropertyValue('--ink').trim();
  self.soft = style.getPropertyValue('--soft').trim();
  self.line = style.getPropertyValue('--line').trim();
  draw.font = `12px ${style.fontFamily}`;
  return draw;
}

function background(self) {
  if (!self.plot) return;
  const draw = begun(self, self.below);
  const { x, y, w, h } = self.plot;
  draw.fillStyle = self.line;
  draw.fillRect(x, y, w, h);
  if (self.shown) {
    draw.imageSmoothingEnabled = false;
    draw.drawImage(raster(self), x, y, w, h);
    bar(self, draw);
  }
  draw.strokeStyle = self.soft;
  draw.strokeRect(x + 0.5, y + 0.5, w, h);
  axes(self, draw);
}

/** One dot for each site; row 0 lies at the bottom. What has no value stays clear. */
function raster(self) {
  const { rows, columns } = self.grid;
  const picture = self.picture || (self.picture = new OffscreenCanvas(columns, rows));
  const draw = picture.getContext('2d');
  const image = draw.createImageData(columns, rows);
  const table = ramp(self.colours);
  const { low, high } = self.range;
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      const value = self.shown[row * columns + column];
      if (!Number.isFinite(value)) continue;
      const from = 3 * Math.round((255 * (value - low)) / (high - low));
      const to = 4 * ((rows - 1 - row) * columns + column);
      for (let c = 0; c < 3; c++) image.data[to + c] = table[from + c];
      image.data[to + 3] = 255;
    }
  }
  draw.putImageData(image, 0, 0);
  return picture;
}

function bar(self, draw) {
  const { x, y, w, h } = self.plot;
  const left = x + w + 10;
  for (let i = 0; i < h; i++) {
    draw.fillStyle = colour(self.colours, 1 - i / h);
    draw.fillRect(left, y + i, BAR, 1.5);
  }
  const { low, high } = self.range;
  const scale = scaleOf(Math.max(Math.abs(low), Math.abs(high)), self.unit);
  draw.fillStyle = self.ink;
  draw.textAlign = 'left';
  draw.textBaseline = 'middle';
  for (const tick of ticks(low / scale.factor, high / scale.factor, Math.max(3, Math.floor(h / 45)))) {
    draw.fillText(tick.text, left + BAR + 5, y + h * (1 - (tick.at * scale.factor - low) / (high - low)));
  }
  draw.save();
  draw.translate(left + BAR + 56, y + h / 2);
  draw.rotate(-Math.PI / 2);
  draw.textAlign = 'center';
  draw.fillStyle = self.soft;
  draw.fillText(scale.unit, 0, 0);
  draw.restore();
}

function axes(self, draw) {
  const { x, y, w, h } = self.plot;
  const scale = scaleOf(Math.max(self.width, self.height), 'm');
  draw.fillStyle = self.ink;
  draw.strokeStyle = self.soft;
  draw.textBaseline = 'top';
  draw.textAlign = 'center';
  for (const tick of ticks(0, self.width / scale.factor, Math.max(2, Math.floor(w / 60)))) {
    const at = x + (w * tick.at * scale.factor) / self.width;
    draw.fillRect(at, y + h, 1, 4);
    draw.fillText(tick.text, at, y + h + 6);
  }
  draw.textAlign = 'right';
  draw.textBaseline = 'middle';
  for (const tick of ticks(0, self.height / scale.factor, Math.max(2, Math.floor(h / 45)))) {
    const at = y + h - (h * tick.at * scale.factor) / self.height;
    draw.fillRect(x - 4, at, 4, 1);
    draw.fillText(tick.text, x - 6, at);
  }
  draw.fillStyle = self.soft;
  draw.textAlign = 'center';
  draw.fillText(`x / ${scale.unit}`, x + w / 2, y + h + 30);
  draw.save();
  draw.translate(9, y + h / 2);
  draw.rotate(-Math.PI / 2);
  draw.fillText(`y / ${scale.unit}`, 0, 0);
  draw.restore();
}

/** Where a site is drawn. */
function dot(self, site) {
  const { rows, columns } = self.grid;
  const { x, y, w, h } = self.plot;
  return [x + ((site % columns) / (columns - 1)) * w, y + h - (Math.floor(site / columns) / (rows - 1)) * h];
}

function foreground(self) {
  if (!self.plot) return;
  const draw = begun(self, self.above);
  const { points, next, other, waiting, shut, cursor, box } = self.over;
  const size = Math.max(1.5, Math.min(4, self.plot.w / 90));
  draw.fillStyle = 'rgb(128 128 128 / .75)';
  for (const site of shut) crossed(draw, dot(self, site), size);
  points.forEach((site, i) => spot(draw, dot(self, site), size, (i + 1) / points.length, i === points.length - 1));
  for (const site of waiting) ring(draw, dot(self, site), size + 1.5, []);
  for (const site of next) star(draw, dot(self, site), size + 5);
  for (const site of other) diamond(draw, dot(self, site), size + 5);
  if (cursor !== null) cross(draw, dot(self, cursor), self.plot);
  if (box) framed(self, draw, box);
}

/** Measured: the later, the lighter; the last one has a ring. */
function spot(draw, [x, y], size, age, isLast) {
  const grey = Math.round(255 * age);
  draw.beginPath();
  draw.arc(x, y, size, 0, 2 * Math.PI);
  draw.fillStyle = `rgb(${grey} ${grey} ${grey})`;
  draw.fill();
  draw.lineWidth = 1;
  draw.strokeStyle = age > 0.5 ? '#000' : '#fff';
  draw.stroke();
  if (isLast) ring(draw, [x, y], size + 3, []);
}

function twice(draw, path, width) {
  for (const [colour, wide] of [['#000', width + 2], ['#fff', width]]) {
    draw.strokeStyle = colour;
    draw.lineWidth = wide;
    draw.beginPath();
    path();
    draw.stroke();
  }
}

function ring(draw, [x, y], size) {
  twice(draw, () => draw.arc(x, y, size, 0, 2 * Math.PI), 1.2);
}

function star(draw, [x, y], size) {
  draw.beginPath();
  for (let i = 0; i < 10; i++) {
    const reach = i % 2 === 0 ? size : size * 0.45;
    const angle = (i * Math.PI) / 5 - Math.PI / 2;
    draw.lineTo(x + reach * Math.cos(angle), y + reach * Math.sin(angle));
  }
  draw.closePath();
  draw.fillStyle = '#ff3b30';
  draw.fill();
  draw.strokeStyle = '#fff';
  draw.lineWidth = 1.5;
  draw.stroke();
}

function diamond(draw, [x, y], size) {
  twice(draw, () => {
    draw.moveTo(x, y - size);
    draw.lineTo(x + size, y);
    draw.lineTo(x, y + size);
    draw.lineTo(x - size, y);
    draw.closePath();
  }, 2);
}

function crossed(draw, [x, y], size) {
  draw.fillRect(x - size, y - size, 2 * size, 2 * size);
}

function cross(draw, [x, y], plot) {
  draw.fillStyle = 'rgb(255 255 255 / .55)';
  draw.fillRect(x - 1, plot.y, 2, plot.h);
  draw.fillRect(plot.x, y - 1, plot.w, 2);
  draw.fillStyle = '#000';
  draw.fillRect(x - 0.5, plot.y, 1, plot.h);
  draw.fillRect(plot.x, y - 0.5, plot.w, 1);
  ring(draw, [x, y], 7);
}

function framed(self, draw, [x0, y0, x1, y1]) {
  const { x, y, w, h } = self.plot;
  const left = x + (Math.min(x0, x1) / self.width) * w;
  const top = y + h - (Math.max(y0, y1) / self.height) * h;
  const wide = (Math.abs(x1 - x0) / self.width) * w, high = (Math.abs(y1 - y0) / self.height) * h;
  draw.fillStyle = 'rgb(255 59 48 / .25)';
  draw.fillRect(left, top, wide, high);
  draw.setLineDash([5, 4]);
  twice(draw, () => draw.rect(left, top, wide, high), 1);
  draw.setLineDash([]);
}

/** The place under the pointer in metres, inside the map. */
function metres(self, event) {
  const frame = self.node.getBoundingClientRect();
  const { x, y, w, h } = self.plot;
  const clamp = (share) => Math.min(1, Math.max(0, share));
  return [clamp((event.clientX - frame.left - x) / w) * self.width, clamp((y + h - (event.clientY - frame.top)) / h) * self.height];
}

function nearest(self, [x, y]) {
  const { rows, columns } = self.grid;
  return Math.round((y / self.height) * (rows - 1)) * columns + Math.round((x / self.width) * (columns - 1));
}

function follow(self) {
  const { node, over, heard } = self;
  let from = null;
  const at = (site) => { over.cursor = site; foreground(self); heard.hover?.(site); };
  node.addEventListener('pointermove', (event) => {
    if (!self.plot) return;
    if (from) over.box = [...from, ...metres(self, event)];
    at(nearest(self, metres(self, event)));
  });
  node.addEventListener('pointerleave', () => { if (document.activeElement !== node) { over.cursor = null; foreground(self); heard.leave?.(); } });
  node.addEventListener('pointerdown', (event) => {
    if (self.mode !== 'box' || !self.plot) return;
    from = metres(self, event);
    node.setPointerCapture(event.pointerId);
  });
  node.addEventListener('pointerup', (event) => {
    if (!from) return;
    over.box = [...from, ...metres(self, event)];
    from = null;
    boxed(self);
  });
  node.addEventListener('click', (event) => { if (self.mode !== 'box' && self.plot) heard.pick?.(nearest(self, metres(self, event))); });
  node.addEventListener('keydown', (event) => keyed(self, event, at));
}

function boxed(self) {
  const [x0, y0, x1, y1] = self.over.box;
  const rim = 1e-9 * self.width; // a site on an edge is inside, whatever the last digit says
  foreground(self);
  self.heard.box?.(Math.min(x0, x1) - rim, Math.min(y0, y1) - rim, Math.max(x0, x1) + rim, Math.max(y0, y1) + rim);
}

/** Arrow keys move the cursor, with Shift by five; Enter picks, and sets the corners of a box. */
function keyed(self, event, at) {
  const { rows, columns } = self.grid;
  const step = event.shiftKey ? 5 : 1;
  const site = self.over.cursor ?? Math.floor(rows / 2) * columns + Math.floor(columns / 2);
  const column = site % columns, row = Math.floor(site / columns);
  const to = (c, r) => at(Math.min(rows - 1, Math.max(0, r)) * columns + Math.min(columns - 1, Math.max(0, c)));
  const moves = { ArrowLeft: [-step, 0], ArrowRight: [step, 0], ArrowUp: [0, step], ArrowDown: [0, -step] };
  if (moves[event.key]) {
    to(column + moves[event.key][0], row + moves[event.key][1]);
    if (self.corner !== null) { self.over.box = around(self, self.corner, self.over.cursor); foreground(self); }
  } else if (event.key === 'Enter' || event.key === ' ') {
    if (self.mode !== 'box') self.heard.pick?.(site);
    else if (self.corner === null) { self.corner = site; at(site); }
    else { self.over.box = around(self, self.corner, site); self.corner = null; boxed(self); }
  } else if (event.key === 'Escape') {
    self.corner = null;
    self.over.box = null;
    foreground(self);
  } else return;
  event.preventDefault();
}

/** From one site to another, both inside by a quarter of their distance. */
function around(self, one, other) {
  const { rows, columns } = self.grid;
  const wide = self.width / (columns - 1), high = self.height / (rows - 1);
  const columnsOf = [one % columns, other % columns], rowsOf = [Math.floor(one / columns), Math.floor(other / columns)];
  return [(Math.min(...columnsOf) - 0.25) * wide, (Math.min(...rowsOf) - 0.25) * high,
    (Math.max(...columnsOf) + 0.25) * wide, (Math.max(...rowsOf) + 0.25) * high];
}
