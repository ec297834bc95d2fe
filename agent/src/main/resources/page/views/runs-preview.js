// What another policy would have proposed; asked of the server, measured by nobody.
import { el, fill } from '../lib/dom.js';
import { trouble } from '../lib/notice.js';
import { value } from './runs-text.js';

/** A place for it at the call that started a campaign; nothing at others. */
export function counterfactual() {
  return null;
}
