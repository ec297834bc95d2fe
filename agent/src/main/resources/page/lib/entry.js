// Where a token is needed and none, or none that is good, is known.
import { dropToken, keepToken } from './api.js';
import { el, fill } from './dom.js';

export function entry(place, failure, again) {
  if (failure.status !== 401) {
    return fill(place, el('div', { class: 'panel entry' },
      el('h1', {}, 'No connection'), el('p', {}, failure.message),
      el('button', { class: 'main', on: { click: again } }, 'Try again')));
  }
  const field = el('input', { type: 'password', autocomplete: 'off', required: true, 'aria-label': 'Token', size: 44 });
  return fill(place, el('form', { class: 'panel entry stack', on: { submit: (event) => entered(event, field, again) } },
    el('h1', {}, 'Who are you?'),
    el('p', {}, 'This server asks for a token. Whoever runs it makes one with ', el('code', {}, './cantilever token create NAME'), '.'),
    el('label', {}, 'Token', field),
    el('p', { class: 'soft small' }, failure.detail),
    el('div', { class: 'row' },
      el('button', { class: 'main' }, 'Enter'),
      el('button', { type: 'button', on: { click: () => { dropToken(); again(); } } }, 'Forget mine'))));
}

function entered(event, field, again) {
  event.preventDefault();
  keepToken(field.value.trim());
  again();
}
