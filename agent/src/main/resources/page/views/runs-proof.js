// Whether the log is as it was written, whether its numbers come out again, and the run to take away.
import { el, fill } from '../lib/dom.js';
import { seconds } from '../lib/format.js';
import { trouble } from '../lib/notice.js';
import { facts, moment } from './runs-text.js';

export async function proof(place, room, sheet) {
  fill(place,
    part('Proof', 'Every hash, the tree of them, and the signed checkpoints are checked.', 'Verify the log',
      () => room.api.get(`/api/runs/${sheet.run}/log/verify`), verdict, room),
    part('Replay', 'Everything that was computed is computed once more from the log alone, and compared bit for bit. No instrument is touched.',
      'Recompute the run', () => room.api.post(`/api/runs/${sheet.run}/replay`, {}), replayed, room),
    part('Export', 'One ZIP file: log, data, signatures, proofs, and a program that checks them with nothing but a JDK.',
      'Export the run', async () => save(room, sheet.run), (words) => el('p', {}, words), room));
}

function part(title, words, button, work, shown, room) {
  const result = el('div', { class: 'runs-result', 'aria-live': 'polite' });
  const go = el('button', { type: 'button' }, button);
  go.addEventListener('click', async () => {
    const began = performance.now();
    const waiting = setInterval(() => fill(result, `${seconds((performance.now() - began) / 1000)} so far`), 500);
    go.disabled = true;
    try {
      const answer = await work();
      fill(result, shown(answer));
      room.say(`${title}: done`);
    } catch (error) {
      fill(result, trouble(error));
    } finally {
      clearInterval(waiting);
      go.disabled = false;
    }
  });
  return el('section', { class: 'runs-part' }, el('h2', {}, title), el('p', {}, words), go, result);
}

function verdict(one) {
  return el('div', { class: one.intact ? 'runs-good' : 'runs-bad' },
    el('p', {}, one.intact ? '✓ intact: as it was written' : '✗ NOT as it was written'),
    facts([
      ['entries', one.intact ? String(one.entries) : null],
      ['sealed', one.sealed ? 'yes' : 'not yet'],
      ['Merkle root', one.root],
      ['signed', one.signed
        ? `by key ${one.signed.key}: ${one.signed.checkpoints} checkpoints, the last over ${one.signed.size} entries at ${moment(one.signed.time)}`
        : 'held against no signature'],
    ]),
    el('ul', {}, ...one.findings.map((finding) => el('li', {}, `${finding.where}: ${finding.what}`))));
}

function replayed(one) {
  const equal = one.equal === one.compared;
  return el('div', { class: equal ? 'runs-good' : 'runs-bad' },
    el('p', {}, `${equal ? '✓' : '✗'} ${one.words}`),
    ...one.differences.map((difference) => el('div', {},
      el('h3', {}, `${difference.what} differs`),
      facts([['journalled', difference.journalled], ['recomputed', difference.recomputed]]))));
}

async function save(room, run) {
  const bytes = await room.api.bytes(`/api/runs/${run}/export`);
  const url = URL.createObjectURL(new Blob([bytes], { type: 'application/zip' }));
  el('a', { href: url, download: `${run}.zip` }).click();
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
  return `${run}.zip, ${(bytes.byteLength / 1024).toFixed(0)} KiB; check it with: java Verifier.java ${run}.zip`;
}
