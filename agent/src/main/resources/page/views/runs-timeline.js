// The course of a run in five lanes from its first to its last entry; gaps stay empty.
import { el, svg } from '../lib/dom.js';
import { clock } from './runs-text.js';

const WIDTH = 1000;
const LEFT = 90;
const LANE = 26;
const MARKS = new Map([
  ['run.approved', 'approved'],
  ['run.stop-requested', 'stop'],
  ['run.abort-requested', 'abort'],
  ['run.pause-requested', 'pause'],
  ['run.continued', 'continued'],
  ['run.suspended', 'suspended'],
  ['run.recovered', 'recovered'],
  ['run.resumed', 'resumed'],
  ['run.course-requested', 'steered'],
  ['step.asked', 'asked'],
  ['step.answered', 'answered'],
  ['run.ended', 'ended'],
]);

export function timeline(room, sheet) {
  const height = sheet.strips.length * LANE + 56;
  const from = Date.parse(sheet.opened);
  const span = Math.max(1, Date.parse(sheet.last) - from);
  const x = (time) => LEFT + (WIDTH - LEFT - 10) * Math.min(1, Math.max(0, (time - from) / span));
  const marks = sheet.happened.filter((one) => MARKS.has(one.type));
  const picture = svg('svg', {
    class: 'runs-timeline', viewBox: `0 0 ${WIDTH} ${height}`, role: 'img',
    'aria-label': `Course of the run in lanes; ${marks.map((one) => `${MARKS.get(one.type)} at ${clock(one.at)}`).join(', ')}`,
  },
  ...sheet.strips.flatMap((strip, lane) => row(strip, lane)),
  ...marks.flatMap((one, i) => mark(one, x(Date.parse(one.at)), height, i)),
  svg('text', { x: LEFT, y: height - 4 }, clock(sheet.opened)),
  svg('text', { x: WIDTH - 10, y: height - 4, 'text-anchor': 'end' }, `${clock(sheet.last)} UTC`));
  return el('div', { class: 'runs-course' },
    el('div', { class: 'runs-scroll', tabindex: '0', role: 'region', 'aria-label': 'Timeline' }, picture),
    jump(room, sheet, from, span));
}

function row(strip, lane) {
  const y = 30 + lane * LANE;
  const most = Math.max(1, ...strip.counts);
  const step = (WIDTH - LEFT - 10) / strip.counts.length;
  const bars = strip.counts.map((count, i) => count === 0 ? null
    : svg('rect', {
      class: `runs-lane runs-lane-${strip.lane}`,
      x: (LEFT + i * step).toFixed(1), width: (step * 0.9).toFixed(1),
      y: (y + LANE - 4 - barHeight(count, most)).toFixed(1), height: barHeight(count, most).toFixed(1),
    }, svg('title', {}, `${strip.lane}: ${count}`)));
  return [
    svg('text', { x: LEFT - 8, y: y + LANE - 8, 'text-anchor': 'end' }, strip.lane),
    svg('line', { class: 'runs-axis', x1: LEFT, x2: WIDTH - 10, y1: y + LANE - 3, y2: y + LANE - 3 }),
    ...bars.filter((bar) => bar !== null),
  ];
}

/** One is seen beside a thousand. */
function barHeight(count, most) {
  return 4 + (LANE - 10) * Math.log1p(count) / Math.log1p(most);
}

function mark(one, x, height, i) {
  return [
    svg('line', { class: `runs-mark runs-mark-${MARKS.get(one.type)}`, x1: x, x2: x, y1: 24, y2: height - 20 }),
    svg('text', { class: 'runs-mark-words', x: Math.min(x, WIDTH - 60), y: i % 2 === 0 ? 10 : 21, 'text-anchor': x > WIDTH - 100 ? 'end' : 'start' },
      MARKS.get(one.type), svg('title', {}, `${clock(one.at)} ${one.words}`)),
  ];
}

function jump(room, sheet, from, span) {
  const at = (share) => new Date(from + span * share / 1000).toISOString();
  const words = el('output', {}, clock(sheet.opened));
  const slider = el('input', { type: 'range', min: '0', max: '1000', value: '0', 'aria-label': 'Time in the run' });
  slider.addEventListener('input', () => {
    words.textContent = clock(at(Number(slider.value)));
  });
  return el('form', {
    class: 'runs-jump',
    on: {
      submit: (event) => {
        event.preventDefault();
        room.go(`#/runs/${sheet.run}/calls?filter=${encodeURIComponent(`after:${at(Number(slider.value))}`)}`);
      },
    },
  }, slider, words, el('button', {}, 'Calls from then on'));
}
