// What is said of an instrument in a few words, on its card and on its page.
import { el } from '../lib/dom.js';

const PERIOD = 2000;

/** Looks again every two seconds, and at once where something was stopped or reset. */
export function repeated(look, room) {
  const timer = setInterval(() => look().catch(() => {}), PERIOD);
  const now = () => look().catch(() => {});
  window.addEventListener('cantilever-stopped', now);
  room.onLeave(() => {
    clearInterval(timer);
    window.removeEventListener('cantilever-stopped', now);
  });
}

/** Never by colour alone: the words say it. */
export function standing(it) {
  const held = it.interlocks.filter((line) => line.state === 'holds' || line.state === 'latched');
  const [mark, words] = it.stopped ? ['bad', 'stopped'] : held.length > 0 ? ['warn', 'held by an interlock']
    : !it.envelope ? ['bad', 'no envelope: nothing runs'] : it.run ? ['', `runs ${it.run}`] : ['good', 'free'];
  return el('span', { class: 'row' }, it.simulated && el('span', { class: 'badge' }, 'simulated'), el('span', { class: `badge ${mark}` }, words));
}

export function holder(it) {
  const others = it.unended.map((run) => el('a', { href: `#/runs/${run}` }, run));
  return [
    it.run ? el('a', { href: `#/runs/${it.run}` }, it.run) : 'none here',
    others.length > 0 && [' (not ended: ', others.flatMap((link, i) => (i === 0 ? [link] : [', ', link])), ')'],
  ];
}

export function reads(reading) {
  const parts = [reading.device.toLowerCase(), reading.probe !== 'NONE' && `probe ${reading.probe.toLowerCase()}`,
    reading.beam !== 'NONE' && `beam ${reading.beam.toLowerCase().replaceAll('_', ' ')}`, `readback ${reading.quality.toLowerCase()}`];
  return `${parts.filter(Boolean).join(', ')}${reading.live ? '' : ' (as a copy of it says)'}`;
}
