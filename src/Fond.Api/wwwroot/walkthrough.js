// Plays a story step by step, by the same rules as the walkthrough command: a step is done only when its answer is what the story tells.
import { ask, read, transfer } from './client.js';
import { language, roleName, text } from './texts.js';

const at = id => document.getElementById(id);
const kept = new Map();
let scenario = null;
let results = [];
let busy = false;
let panel = null;
let people = new Map();
let openInConsole = null;

const valueAt = (node, path) => path.split('.').reduce((value, part) => value?.[part], node) ?? null;

const same = (a, b) => {
  if (a === b) return true;
  if (!a || !b || typeof a !== 'object' || typeof b !== 'object' || Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every(key => same(a[key], b[key]));
};

/** The day in Sweden, so many days from now. */
function day(offset) {
  const today = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Stockholm' }).format(new Date());
  const date = new Date(`${today}T12:00:00Z`);
  date.setUTCDate(date.getUTCDate() + offset);
  return date.toISOString().slice(0, 10);
}

/** The last second of the day in Sweden; by the offset at noon, which is the evening's too. */
function tonight() {
  const noon = new Date(`${day(0)}T12:00:00Z`);
  const zone = new Intl.DateTimeFormat('en', { timeZone: 'Europe/Stockholm', timeZoneName: 'longOffset' }).formatToParts(noon).find(part => part.type === 'timeZoneName');
  return `${day(0)}T23:59:59${zone.value.replace('GMT', '')}`;
}

const placeholder = /\$\{(\w+?)([+-]\d+)?\}/g;
const wholePlaceholder = /^\$\{(\w+?)([+-]\d+)?\}$/;

function valueOf(name, offset) {
  switch (name) {
    case 'today': return day(Number(offset ?? 0));
    case 'year': return Number(day(0).slice(0, 4)) + Number(offset ?? 0);
    case 'tonight': return tonight();
    default: return kept.get(name);
  }
}

/** Puts kept values and times in the place of ${name}, ${today+14}, ${year-2} and ${tonight}. */
function filled(value) {
  if (Array.isArray(value)) return value.map(filled);
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, filled(child)]));
  if (typeof value !== 'string') return value;
  const whole = wholePlaceholder.exec(value);
  return whole ? valueOf(whole[1], whole[2]) : value.replace(placeholder, (_, name, offset) => valueOf(name, offset));
}

/** Whether it needs a value that no step has kept yet. */
function lacks(value) {
  if (value && typeof value === 'object') return Object.values(value).some(lacks);
  return typeof value === 'string' && [...value.matchAll(placeholder)].some(([, name]) => valueOf(name) === undefined);
}

/** Codes of the whole document and of each mutation. */
function refusals(answer) {
  const fields = Object.values(answer.data ?? {}).flatMap(field => (Array.isArray(field?.errors) ? field.errors : []));
  return [...(answer.errors ?? []).map(error => error.extensions?.code ?? error.code ?? 'UNKNOWN'), ...fields.map(error => error.code)];
}

/** What goes against the story, as a text to be told in the language of the page; null: nothing. */
function faultOf(step, answer) {
  const codes = [...new Set(refusals(answer))];
  const expected = step.refused ?? [];
  const missing = expected.filter(code => !codes.includes(code));
  if (missing.length > 0) return () => text('notRefused', missing.join(', '));
  if (expected.length === 0 && codes.length > 0) return () => text('codes', codes.join(', '));
  const told = Object.entries(step.expect ?? {}).find(([path, value]) => !same(valueAt(answer.data, path), filled(value)));
  if (told) return () => text('notAsTold', told[0]);
  const gone = Object.entries(step.keep ?? {}).find(([, path]) => valueAt(answer.data, path) == null);
  return gone ? () => text('notAsTold', gone[1]) : null;
}

const shown = value => (value == null ? text('none') : Array.isArray(value) ? String(value.length) : String(value));

function outcome(step, answer) {
  if (step.refused?.length > 0) return step.refused.join(', ');
  return (step.shows ?? []).map(path => `${path.split('.').pop()}: ${shown(valueAt(answer.data, path))}`).join(' · ');
}

/** A file as an answer, so that what stands in it is told and kept alike; and what is otherwise than told of it, or null. */
async function fetched(step) {
  const { path, sends, type, status, contains } = step.fetch;
  const file = await transfer(step.as ?? null, filled(path), sends);
  const content = await file.blob.text();
  const json = file.type === 'application/json' ? JSON.parse(content) : null;
  const isAsTold = file.status === status && file.type === type && (contains ?? []).every(told => content.includes(filled(told)));
  return { answer: json?.errors ? json : { data: json }, file: file.blob, fault: isAsTold ? null : () => text('notAsTold', filled(path)) };
}

async function play(step) {
  if (step.passes) return { state: 'waits', told: () => text('passes', step.passes), answer: null, variables: {} };
  if (lacks([step.variables, step.fetch?.path])) return { state: 'failed', told: () => text('before'), answer: null, variables: step.variables ?? {} };
  try {
    const variables = filled(step.variables ?? {});
    const { answer, file, fault: amiss } = step.fetch ? await fetched(step) : { answer: await ask(step.as ?? null, step.query, variables) };
    const fault = amiss ?? faultOf(step, answer);
    if (!fault) for (const [name, path] of Object.entries(step.keep ?? {})) kept.set(name, valueAt(answer.data, path));
    return { state: fault ? 'failed' : step.refused?.length > 0 ? 'refused' : 'done', told: fault ?? (() => outcome(step, answer)), answer, file, variables };
  } catch (fault) {
    return { state: 'failed', told: () => fault.message, answer: null, variables: step.variables ?? {} };
  }
}

function element(name, content, properties) {
  const made = Object.assign(document.createElement(name), properties);
  if (content != null) made.append(...[content].flat());
  return made;
}

const asJson = value => JSON.stringify(value, null, 2);

const code = (value, label) => {
  const made = element('pre', value, { tabIndex: 0 });
  made.setAttribute('aria-label', label);
  return made;
};

/** Fetched already, by whoever may: the address of a page of its own could not carry the token. */
function fileLink(file) {
  const open = element('button', text('file'), { type: 'button' });
  open.addEventListener('click', () => window.open(URL.createObjectURL(file)));
  return open;
}

function closePanel() {
  panel?.parentElement?.querySelector('.step').setAttribute('aria-expanded', 'false');
  panel?.remove();
  panel = null;
}

/** One answer is open at a time, below its step. */
function showPanel(index) {
  closePanel();
  const [step, result] = [scenario.steps[index], results[index]];
  panel = element('div', [], { className: 'panel' });
  if (result.answer && (!step.fetch || result.answer.data)) panel.append(element('h3', text('answer')), code(asJson(result.answer), text('answer')));
  if (step.query) {
    panel.append(element('details', [element('summary', text('asked')), code(step.query, 'GraphQL'), code(asJson(result.variables), text('variables'))]));
    const open = element('button', text('toConsole'), { type: 'button' });
    open.addEventListener('click', () => openInConsole(step.as ?? null, step.query, result.variables));
    panel.append(open);
  }
  if (step.fetch) panel.append(code(`${step.fetch.sends ? 'POST' : 'GET'} ${filled(step.fetch.path)}`, 'HTTP'));
  if (result.file) panel.append(fileLink(result.file));
  const item = at('steps').children[index];
  item.append(panel);
  item.querySelector('.step').setAttribute('aria-expanded', 'true');
  item.scrollIntoView({ block: 'nearest' });
}

function mark(index, { state, told }) {
  const item = at('steps').children[index];
  item.dataset.state = state;
  item.querySelector('.state').textContent = [text(state), told?.()].filter(Boolean).join(': ');
}

const isDone = result => result?.state === 'done' || result?.state === 'refused';

/** None from where the story goes on another day. */
const nextStep = () => (results.some(result => result?.state === 'waits') ? -1 : scenario.steps.findIndex((_, index) => !isDone(results[index])));

function showProgress() {
  at('progress').textContent = text('progress', results.filter(isDone).length, scenario.steps.length);
  at('next').disabled = nextStep() < 0;
}

async function run(index) {
  if (busy) return;
  busy = true;
  mark(index, { state: 'running' });
  results[index] = await play(scenario.steps[index]);
  busy = false;
  mark(index, results[index]);
  showPanel(index);
  showProgress();
}

/** Runs a step that is not done; of one that is, shows or hides the answer. */
function press(index) {
  if (!isDone(results[index])) run(index);
  else if (panel?.parentElement === at('steps').children[index]) closePanel();
  else showPanel(index);
}

/** Names are Swedish; in English the role says who it is. */
function showWho(line, { as: handle, passes }) {
  line.hidden = Boolean(passes);
  const person = people.get(handle);
  const inSwedish = person && (language() === 'sv' || person.roles.length === 0);
  line.lang = inSwedish ? 'sv' : language();
  line.textContent = !person ? text('public') : inSwedish ? person.name : [roleName(person.roles[0]), person.municipality].filter(Boolean).join(', ');
}

function showSteps() {
  const known = scenario.steps.every(step => !step.as || people.has(step.as));
  at('no-demo').hidden = known;
  at('next').disabled = !known;
  kept.clear();
  closePanel();
  results = [];
  at('steps').replaceChildren(...(known ? scenario.steps : []).map((step, index) => {
    const choose = element('button', step.title[language()], { type: 'button', className: 'step' });
    choose.setAttribute('aria-expanded', 'false');
    choose.addEventListener('click', () => press(index));
    const who = element('span', '', { className: 'as' });
    showWho(who, step);
    return element('li', [choose, who, element('p', '', { className: 'state' })]);
  }));
  at('steps').querySelectorAll('.state').forEach(line => line.setAttribute('role', 'status'));
  showProgress();
}

async function choose() {
  scenario = await read(`/walkthrough/${at('scenario').value}`);
  at('scenario').selectedOptions[0].title = scenario.title[language()];
  showSteps();
}

/** Tells the steps again in the language of the page. */
export function retell() {
  if (!scenario) return;
  [...at('steps').children].forEach((item, index) => {
    item.querySelector('.step').textContent = scenario.steps[index].title[language()];
    showWho(item.querySelector('.as'), scenario.steps[index]);
    if (results[index]) mark(index, results[index]);
  });
  if (panel) showPanel([...at('steps').children].indexOf(panel.parentElement));
  showProgress();
}

export async function showWalkthrough(demoPeople, open) {
  [people, openInConsole] = [demoPeople, open];
  const names = people.size > 0 ? await read('/walkthrough') : null;
  at('no-demo').hidden = Boolean(names);
  at('story').hidden = !names;
  if (!names) return;
  at('scenario').replaceChildren(...names.map(name => new Option(name[0].toUpperCase() + name.slice(1), name)));
  at('scenario').value = names.includes('helsingborg') ? 'helsingborg' : names[0];
  at('scenario').addEventListener('change', choose);
  at('next').addEventListener('click', () => run(nextStep()));
  at('restart').addEventListener('click', () => busy || showSteps());
  await choose();
}
