// The start page: the walkthrough, the demo people and the console.
import { ask, read } from './client.js';
import { listPeople, markChosen, showPeople } from './people.js';
import { language, speak, text } from './texts.js';
import { retell, showWalkthrough } from './walkthrough.js';

const at = id => document.getElementById(id);
let people = new Map();
let signedIn = null;

function signIn(person) {
  signedIn = person;
  at('signed-in').textContent = person ? text('signedIn', people.get(person)?.name ?? person) : text('signedOut');
  at('sign-out').hidden = !person;
  at('chosen').hidden = !person;
  at('chosen').firstElementChild.textContent = at('signed-in').textContent;
  markChosen(person);
}

async function run(event) {
  event?.preventDefault();
  let variables;
  try {
    variables = JSON.parse(at('variables').value.trim() || '{}');
  } catch {
    at('verdict').textContent = text('badJson');
    return;
  }
  at('verdict').textContent = text('running');
  try {
    at('answer').textContent = JSON.stringify(await ask(signedIn, at('query').value, variables), null, 2);
    at('verdict').textContent = text('answered');
  } catch (fault) {
    at('verdict').textContent = fault.message;
  }
}

/** Puts a call into the console, to change and run. */
function open(person, query, variables) {
  signIn(person);
  at('query').value = query;
  at('variables').value = JSON.stringify(variables, null, 2);
  at('console-title').scrollIntoView();
  at('query').focus({ preventScroll: true });
}

function turn(chosen) {
  speak(chosen);
  signIn(signedIn);
  listPeople();
  retell();
}

at('console').addEventListener('submit', run);
at('console').addEventListener('keydown', event => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) at('console').requestSubmit();
});
at('sign-out').addEventListener('click', () => signIn(null));
at('language').addEventListener('click', () => turn(language() === 'sv' ? 'en' : 'sv'));
at('query').value = '{\n  publicRegister(first: 10) {\n    nodes { caseNumber title organisation phase }\n  }\n}';

people = new Map(((await read('/dev/people')) ?? []).map(person => [person.person, person]));
showPeople([...people.values()], signIn);
signIn(null);
await showWalkthrough(people, open);
