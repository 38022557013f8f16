// Talks to Fond: signs demo people in and asks as them.
import { language, text } from './texts.js';

const tokens = new Map();

export async function read(path) {
  const response = await fetch(path);
  return response.ok ? response.json() : null;
}

/** A token of a demo person; a stale one (Fond has been restarted) is asked for anew. */
async function tokenOf(person, anew) {
  if (anew || !tokens.has(person)) {
    const response = await fetch('/dev/token', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ person }),
    });
    if (!response.ok) throw new Error(text('noPerson', person));
    tokens.set(person, (await response.json()).token);
  }
  return tokens.get(person);
}

/** As a person, with a fresh token when the one at hand is stale; person null: the public. */
async function request(person, path, options, headers) {
  const send = async anew => {
    const all = { 'Accept-Language': language(), ...headers };
    if (person) all.Authorization = `Bearer ${await tokenOf(person, anew)}`;
    return fetch(path, { ...options, headers: all });
  };
  const response = await send(false);
  return response.status === 401 && person ? send(true) : response;
}

/** What is said when nothing comes back, or no JSON. */
async function telling(work) {
  try {
    return await work();
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof SyntaxError) throw new Error(text('noAnswer'));
    throw fault;
  }
}

/** The whole answer, errors included. */
export const ask = (person, query, variables) => telling(async () =>
  (await request(person, '/graphql', { method: 'POST', body: JSON.stringify({ query, variables }) }, { 'Content-Type': 'application/json' })).json());

/** What a path leads to, or what comes of sending lines of CSV there. */
export const transfer = (person, path, lines) => telling(async () => {
  const response = await (lines
    ? request(person, path, { method: 'POST', body: lines.map(line => `${line}\n`).join('') }, { 'Content-Type': 'text/csv' })
    : request(person, path, {}, {}));
  return { status: response.status, type: response.headers.get('Content-Type')?.split(';')[0] ?? null, blob: await response.blob() };
});
