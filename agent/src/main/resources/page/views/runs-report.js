// The report, in a frame that runs nothing. A click on a call in it opens that; a click on a number
// asks for the calls behind it.
import { el, fill } from '../lib/dom.js';
import { busy, trouble } from '../lib/notice.js';
import { sources } from './runs-number.js';

const NUMBER = /[-+−]?\d[\d.,]*(?:[eE][-+]?\d+)?(?:\s?(?:[µnmkM]?(?:m|s|V|W|A|eV|Hz)|%)(?![\p{L}\d]))?/gu;

export async function report(place, room, sheet) {
  const traced = el('div', { class: 'runs-traced', role: 'status' }, 'Click a number in the report: its call is shown here.');
  const frame = el('iframe', { class: 'runs-report', title: `Report of ${sheet.run}`, sandbox: 'allow-same-origin' });
  const print = el('button', { type: 'button' }, 'Save the report');
  fill(place, el('p', {}, print), traced, busy('making the report'));
  try {
    const bytes = await room.api.bytes(`/api/runs/${sheet.run}/report`);
    const url = URL.createObjectURL(new Blob([bytes], { type: 'text/html; charset=utf-8' }));
    room.onLeave(() => URL.revokeObjectURL(url));
    print.addEventListener('click', () =>
      el('a', { href: url, download: `${sheet.run}.html` }).click());
    frame.addEventListener('load', () => opened(frame, traced, room, sheet.run));
    frame.src = url;
    fill(place, el('p', {}, print), traced, frame);
  } catch (error) {
    fill(place, trouble(error));
  }
}

function opened(frame, traced, room, run) {
  const page = frame.contentDocument;
  frame.style.height = `${page.documentElement.scrollHeight + 40}px`;
  page.addEventListener('click', (event) => {
    const call = event.target.closest('a[data-call]')?.dataset.call;
    if (call !== undefined) {
      event.preventDefault();
      room.go(`#/runs/${run}/calls/${call}`);
      return;
    }
    const text = under(page, event);
    if (text !== null) {
      sources(traced, room, run, text);
    }
  });
}

/** The number at which somebody points, with its unit. */
function under(page, event) {
  const at = page.caretPositionFromPoint?.(event.clientX, event.clientY);
  const node = at?.offsetNode ?? page.caretRangeFromPoint?.(event.clientX, event.clientY)?.startContainer;
  if (node?.nodeType !== Node.TEXT_NODE) {
    return null;
  }
  const offset = at?.offset ?? 0;
  for (const match of node.data.matchAll(NUMBER)) {
    if (match.index <= offset && offset <= match.index + match[0].length) {
      return match[0];
    }
  }
  return null;
}
