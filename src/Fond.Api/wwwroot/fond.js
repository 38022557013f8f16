'use strict';

const at = id => document.getElementById(id);
const tokens = new Map();
const kept = new Map();
let signedIn = null;
let currentStep = null;

const json = async response => (response.ok ? response.json() : null);

async function signIn(person) {
  if (person && !tokens.has(person)) {
    const answer = await json(await fetch('/dev/token', {
      method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify({ person }),
    }));
    if (!answer) throw new Error(`${person} finns inte.`);
    tokens.set(person, answer.token);
  }
  signedIn = person;
  at('signed-in').textContent = person ? `Inloggad som ${person}.` : 'Ingen är inloggad: frågor ställs som allmänheten.';
  at('sign-out').hidden = !person;
}

async function ask(query, variables) {
  const headers = { 'Content-Type': 'application/json', 'Accept-Language': document.documentElement.lang };
  if (signedIn) headers.Authorization = `Bearer ${tokens.get(signedIn)}`;
  const response = await fetch('/graphql', { method: 'POST', headers, body: JSON.stringify({ query, variables }) });
  return response.json();
}

function day(offset) {
  const date = new Date();
  date.setDate(date.getDate() + offset);
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(date);
}

function filled(value) {
  if (Array.isArray(value)) return value.map(filled);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, filled(v)]));
  const match = typeof value === 'string' && /^\$\{(?:today([+-]\d+)?|(\w+))\}$/.exec(value);
  if (!match) return value;
  if (match[2]) return kept.has(match[2]) ? kept.get(match[2]) : value;
  return day(Number(match[1] ?? 0));
}

const valueAt = (node, path) => path.split('.').reduce((value, part) => (value == null ? value : value[part]), node);

function button(text, act) {
  const element = document.createElement('button');
  element.type = 'button';
  element.textContent = text;
  element.addEventListener('click', act);
  return element;
}

async function showPeople() {
  const people = await json(await fetch('/dev/people'));
  if (!people) return;
  at('people-section').hidden = false;
  at('people').replaceChildren(...people.map(p => {
    const item = document.createElement('li');
    const choose = button(p.name, () => signIn(p.person));
    const roles = document.createElement('small');
    roles.textContent = `${p.organisation} · ${p.roles.join(', ')}`;
    choose.append(roles);
    item.append(choose);
    return item;
  }));
}

async function showScenarios() {
  const names = await json(await fetch('/walkthrough'));
  if (!names) return;
  at('walkthrough-section').hidden = false;
  at('scenario').replaceChildren(...names.map(name => new Option(name, name)));
  at('scenario').value = names.includes('helsingborg') ? 'helsingborg' : names[0];
  await showSteps();
}

async function showSteps() {
  const scenario = await json(await fetch(`/walkthrough/${at('scenario').value}`));
  kept.clear();
  at('steps').replaceChildren(...scenario.steps.map(step => {
    const item = document.createElement('li');
    item.append(button(step.title.sv, () => prepare(step, item)), ` ${step.as ?? 'allmänheten'}`);
    return item;
  }));
}

async function prepare(step, item) {
  await signIn(step.as);
  at('query').value = step.query;
  at('variables').value = step.variables ? JSON.stringify(filled(step.variables), null, 2) : '';
  currentStep = { step, item };
  at('console').requestSubmit();
}

async function run(event) {
  event.preventDefault();
  const variables = at('variables').value.trim();
  let parsed;
  try {
    parsed = variables ? JSON.parse(variables) : {};
  } catch {
    at('answer').textContent = 'Variablerna är inte giltig JSON.';
    return;
  }
  const answer = await ask(at('query').value, parsed);
  at('answer').textContent = JSON.stringify(answer, null, 2);
  if (!currentStep) return;
  for (const [name, path] of Object.entries(currentStep.step.keep ?? {})) {
    const value = valueAt(answer.data, path);
    if (value != null) kept.set(name, value);
  }
  currentStep.item.dataset.done = 'true';
  currentStep = null;
}

at('console').addEventListener('submit', run);
at('sign-out').addEventListener('click', () => signIn(null));
at('scenario').addEventListener('change', showSteps);
at('query').value = '{\n  publicRegister(first: 10) {\n    nodes { caseNumber title organisation phase }\n  }\n}';
showPeople();
showScenarios();
