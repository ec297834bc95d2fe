// Everything that the page asks of its server.

const TOKEN = 'cantilever-token';

/** What was not done, with every reason. */
export class Trouble extends Error {
  constructor(status, body) {
    super(body.detail || body.title || `the server answered ${status}`);
    this.status = status;
    this.title = body.title || 'Not done';
    this.detail = body.detail || '';
    this.problems = body.problems || [];
  }
}

export function keepToken(token) {
  localStorage.setItem(TOKEN, token);
}

export function dropToken() {
  localStorage.removeItem(TOKEN);
}

function headers(more = {}) {
  const token = localStorage.getItem(TOKEN);
  return token ? { Authorization: `Bearer ${token}`, ...more } : more;
}

async function asked(path, init) {
  let response;
  try {
    response = await fetch(path, { cache: 'no-store', credentials: 'omit', ...init });
  } catch (gone) {
    if (init.signal?.aborted) throw gone;
    throw new Trouble(0, { title: 'No answer', detail: 'the server does not answer; is ./cantilever serve running?' });
  }
  if (!response.ok) throw new Trouble(response.status, await problem(response));
  return response;
}

async function problem(response) {
  try {
    return await response.json();
  } catch {
    return {};
  }
}

export async function get(path, signal) {
  return (await asked(path, { headers: headers(), signal })).json();
}

export async function bytes(path, signal) {
  return (await asked(path, { headers: headers(), signal })).arrayBuffer();
}

export async function post(path, body = {}, signal) {
  return (await posted(path, body, signal)).json();
}

function posted(path, body, signal) {
  return asked(path, {
    method: 'POST',
    headers: headers({ 'Content-Type': 'application/json' }),
    body: JSON.stringify(body),
    signal,
  });
}

/** Sends a body and tells `heard(name, data, id)` every event of the answer. */
export async function conversation(path, body, heard, signal) {
  await events((await posted(path, body, signal)).body, heard);
}

/**
 * Follows a run: `entry(raw, id)` for every entry of its journal, once and in order, `state(snapshot)`
 * where it stands, `ended()` when nothing more comes. Taken up again where the connection broke.
 */
export async function watch(path, { entry = () => {}, state = () => {}, ended = () => {} }, signal, from = -1) {
  let last = from;
  while (!signal.aborted) {
    try {
      const more = last >= 0 ? { 'Last-Event-ID': String(last) } : {};
      const response = await asked(path, { headers: headers(more), signal });
      if (response.status === 204) return void ended();
      await events(response.body, (name, data, id) => {
        if (data.rawEvent) {
          last = Number(id);
          entry(data.rawEvent, last);
        }
        if (name === 'STATE_SNAPSHOT') state(data.snapshot);
      });
    } catch (failure) {
      if (signal.aborted) return;
      if (failure instanceof Trouble && failure.status >= 400 && failure.status !== 429 && failure.status < 500) throw failure;
    }
    await pause(1000, signal);
  }
}

export function pause(millis, signal) {
  return new Promise((done) => {
    const timer = setTimeout(done, millis);
    signal?.addEventListener('abort', () => { clearTimeout(timer); done(); }, { once: true });
  });
}

async function events(body, heard) {
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let waiting = '';
  let event = { name: 'message', data: [], id: '' };
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return;
    const lines = (waiting + value).split('\n');
    waiting = lines.pop();
    for (const line of lines) event = taken(event, line, heard);
  }
}

function taken(event, line, heard) {
  if (line === '') {
    if (event.data.length > 0) heard(event.name, JSON.parse(event.data.join('\n')), event.id);
    return { name: 'message', data: [], id: '' };
  }
  const colon = line.indexOf(':');
  if (colon < 1) return event;
  const text = line.slice(colon + 1).replace(/^ /, '');
  switch (line.slice(0, colon)) {
    case 'event': return { ...event, name: text };
    case 'data': return { ...event, data: [...event.data, text] };
    case 'id': return { ...event, id: text };
    default: return event;
  }
}
