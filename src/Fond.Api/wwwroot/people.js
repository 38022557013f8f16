// The demo people by municipality, to sign in as.
import { roleName, text } from './texts.js';

const at = id => document.getElementById(id);
let people = [];
let signIn = null;
let chosen = null;

const municipalities = () => [...Map.groupBy(people, person => person.municipality ?? '')]
  .sort(([a], [b]) => Number(a === '') - Number(b === '') || a.localeCompare(b, 'sv'));

const rolesOf = person => (person.roles.length > 0 ? person.roles.map(roleName).join(', ') : '');

const matches = (person, wanted) => [person.name, person.organisation, rolesOf(person)].join(' ').toLocaleLowerCase('sv').includes(wanted);

function card(person) {
  const button = document.createElement('button');
  button.type = 'button';
  button.setAttribute('aria-pressed', String(person.person === chosen));
  const name = document.createElement('span');
  name.lang = 'sv';
  name.textContent = person.name;
  const about = document.createElement('small');
  const organisation = document.createElement('span');
  organisation.lang = 'sv';
  organisation.textContent = person.organisation;
  about.append(...[rolesOf(person), organisation].filter(Boolean).flatMap((part, i) => (i === 0 ? [part] : [' · ', part])));
  button.append(name, about);
  button.addEventListener('click', () => signIn(person.person));
  const item = document.createElement('li');
  item.append(button);
  return item;
}

export function listPeople() {
  const wanted = at('filter').value.trim().toLocaleLowerCase('sv');
  const open = new Set([...document.querySelectorAll('#people details[open]')].map(group => group.dataset.of));
  const groups = municipalities().map(([municipality, all]) => [municipality, all.filter(person => matches(person, wanted))]).filter(([, some]) => some.length > 0);
  at('people').replaceChildren(...groups.map(([municipality, some]) => {
    const group = document.createElement('details');
    group.dataset.of = municipality;
    group.open = wanted !== '' || open.has(municipality);
    const title = document.createElement('summary');
    title.textContent = `${municipality || text('everywhere')} (${some.length})`;
    const list = document.createElement('ul');
    list.append(...some.map(card));
    group.append(title, list);
    return group;
  }));
  at('found').textContent = text('found', groups.reduce((sum, [, some]) => sum + some.length, 0));
}

/** Marks who is signed in; null: nobody. */
export function markChosen(person) {
  chosen = person;
  const pressed = new Set(people.filter(p => p.person === person).map(p => p.name));
  for (const button of document.querySelectorAll('#people button')) button.setAttribute('aria-pressed', String(pressed.has(button.firstChild.textContent)));
}

export function showPeople(all, act) {
  [people, signIn] = [all, act];
  at('people-section').hidden = at('people-link').hidden = people.length === 0;
  at('filter').addEventListener('input', listPeople);
  listPeople();
}
