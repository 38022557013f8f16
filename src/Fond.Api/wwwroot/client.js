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

/** The whole answer, errors included; person null: the public. */
export async function ask(person, query, variables) {
  const send = async anew => {
    const headers = { 'Content-Type': 'application/json', 'Accept-Language': language() };
    if (person) headers.Authorization = `Bearer ${await tokenOf(person, anew)}`;
    return fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  };
  try {
    const response = await send(false);
    return await (response.status === 401 && person ? await send(true) : response).json();
  } catch (fault) {
    if (fault instanceof TypeError || fault instanceof SyntaxError) throw new Error(text('noAnswer'));
    throw fault;
  }
}
