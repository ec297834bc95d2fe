// Round numbers along an axis.
import { number } from '../lib/format.js';

/** About `count` round values from `low` to `high`, with the text of each. */
export function ticks(low, high, count = 5) {
  if (!(high > low)) return [{ at: low, text: number(low, 3) }];
  const rough = (high - low) / count;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((one) => one * power).find((one) => one >= rough * 0.999);
  const digits = Math.max(0, -Math.floor(Math.log10(step) + 1e-9));
  const found = [];
  for (let at = Math.ceil(low / step - 1e-9) * step; at <= high + step * 1e-9; at += step) {
    const round = Math.abs(at) < step * 1e-9 ? 0 : at;
    const plain = Math.abs(round) < 1e5 && digits < 5;
    found.push({ at: round, text: plain ? round.toFixed(digits).replace('-', '−') : number(round, 3) });
  }
  return found;
}
