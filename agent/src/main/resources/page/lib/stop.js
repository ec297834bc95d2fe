// STOP: one click or one key, asked of the server at once, whatever else the page is doing.
import { post } from './api.js';

export function stopButton(button, say) {
  button.addEventListener('click', () => stop(say));
  window.addEventListener('keydown', (event) => {
    if (event.key === 'F9' && !event.repeat) {
      event.preventDefault();
      stop(say);
    }
  }, { capture: true });
}

async function stop(say) {
  const begun = performance.now();
  try {
    const stopped = await post('/api/stop', { reason: 'STOP on the page' });
    say(told(stopped, Math.round(performance.now() - begun)));
  } catch (failure) {
    say(`STOP WAS NOT TAKEN: ${failure.message}. Use ./cantilever stop or the instrument's own switch.`);
  }
  window.dispatchEvent(new Event('cantilever-stopped'));
}

function told(stopped, millis) {
  const rest = stopped.at_rest.length === 0 ? 'nothing at rest yet' : `${stopped.at_rest.length} at rest`;
  const held = stopped.held.length === 0 ? '' : `; ${stopped.held.join(', ')} held, at rest after the present command`;
  return `Stopped in ${millis} ms: ${rest}${held}.`;
}
