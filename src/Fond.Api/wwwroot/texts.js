// What the page says, in both languages. Elements with data-text (and data-label, for assistive technology) are filled from here.

const texts = {
  sv: {
    other: 'English',
    intro: 'Ärendehantering för sociala investeringsfonder: från utlysning och ansökan till beslut, uppföljning och mätt effekt.',
    links: 'Länkar', walkthrough: 'Genomgång', people: 'Demopersoner', console: 'Frågekonsol', schema: 'Schema (SDL)', health: 'Hälsa',
    noDemo: 'Här saknas demopersoner, så genomgången kan inte spelas. De finns i utvecklingsläge med demodata: starta med Seed__Demo=true på en tom databas.',
    how: 'Ett helt ärende, steg för steg. Varje steg loggar in rätt person, fyller i värden från tidigare steg och ställer frågan på riktigt. Svaret visas under steget.',
    story: 'Berättelse', next: 'Kör nästa steg', restart: 'Börja om',
    progress: (done, all) => (done === all ? `Alla ${all} steg klara` : `${done} av ${all} steg klara`),
    peopleHow: 'Finns bara i utvecklingsläge. Välj en person: frågorna i konsolen ställs sedan som den.',
    filter: 'Sök på namn, roll eller organisation', found: n => (n === 1 ? '1 person' : `${n} personer`), everywhere: 'Hela Fond', toTheConsole: 'Till konsolen',
    signedIn: name => `Frågorna ställs som: ${name}.`, signedOut: 'Ingen är inloggad: frågorna ställs som allmänheten.', signOut: 'Logga ut', public: 'Allmänheten',
    variables: 'Variabler (JSON)', run: 'Kör', runKeys: 'Ctrl+Enter kör också.', answer: 'Svar',
    asked: 'Fråga och variabler', toConsole: 'Öppna i konsolen',
    done: 'Klart', refused: 'Vägrat, som det ska', failed: 'Fel', running: 'Kör …',
    before: 'Kör stegen före först: här behövs värden som de ger.',
    codes: codes => `Vägrades med ${codes}.`, notRefused: codes => `Skulle ha vägrats med ${codes}.`, notAsTold: path => `${path} är inte vad berättelsen säger.`,
    file: 'Öppna filen', waits: 'Här går dagar', passes: days => `${days} dagar går, och klockan kan inte ställas fram här. Kommandot walkthrough spelar vidare, med en egen klocka.`,
    badJson: 'Variablerna är inte giltig JSON.', noAnswer: 'Fond svarar inte.', noPerson: person => `Demopersonen ${person} finns inte.`, none: 'inget', answered: 'Besvarad.',
  },
  en: {
    other: 'Svenska',
    intro: 'Case management for municipal social investment funds: from call and application to decision, follow-up and measured impact.',
    links: 'Links', walkthrough: 'Walkthrough', people: 'Demo people', console: 'Query console', schema: 'Schema (SDL)', health: 'Health',
    noDemo: 'There are no demo people here, so the walkthrough cannot be played. They exist in Development with demo data: start with Seed__Demo=true on an empty database.',
    how: 'A whole case, step by step. Each step signs the right person in, fills in values from earlier steps and asks for real. The answer shows below the step.',
    story: 'Story', next: 'Run the next step', restart: 'Start over',
    progress: (done, all) => (done === all ? `All ${all} steps done` : `${done} of ${all} steps done`),
    peopleHow: 'In Development only. Choose a person: the console then asks as that person.',
    filter: 'Search by name, role or organisation', found: n => (n === 1 ? '1 person' : `${n} people`), everywhere: 'All of Fond', toTheConsole: 'To the console',
    signedIn: name => `Asking as: ${name}.`, signedOut: 'Nobody is signed in: the console asks as the public.', signOut: 'Sign out', public: 'The public',
    variables: 'Variables (JSON)', run: 'Run', runKeys: 'Ctrl+Enter runs too.', answer: 'Answer',
    asked: 'Query and variables', toConsole: 'Open in the console',
    done: 'Done', refused: 'Refused, as it should be', failed: 'Failed', running: 'Running …',
    before: 'Run the steps before this one first: it needs values that they give.',
    codes: codes => `Was refused with ${codes}.`, notRefused: codes => `Was to be refused with ${codes}.`, notAsTold: path => `${path} is not what the story tells.`,
    file: 'Open the file', waits: 'Days go by', passes: days => `${days} days go by, and the clock cannot be put forward here. The walkthrough command plays on, on a clock of its own.`,
    badJson: 'The variables are not valid JSON.', noAnswer: 'Fond does not answer.', noPerson: person => `There is no demo person ${person}.`, none: 'nothing', answered: 'Answered.',
  },
};

const roles = {
  APPLICANT: ['Projektledare', 'Project lead'],
  CASE_OFFICER: ['Handläggare', 'Case officer'],
  ASSESSOR: ['Bedömare', 'Assessor'],
  STEERING_MEMBER: ['Ledamot i styrgruppen', 'Steering group member'],
  STEERING_CHAIR: ['Ordförande i styrgruppen', 'Steering group chair'],
  STEERING_SECRETARY: ['Sekreterare i styrgruppen', 'Steering group secretary'],
  BOARD_REGISTRAR: ['Registrator hos kommunstyrelsen', 'Registrar of the executive board'],
  EVALUATOR: ['Utvärderare', 'Evaluator'],
  REFERRAL_BODY: ['Remissinstans', 'Referral body'],
  COUNCIL_MEMBER: ['Ledamot i hållbarhetsråd', 'Council member'],
  AUDITOR: ['Revisor', 'Auditor'],
  ADMINISTRATOR: ['Administratör', 'Administrator'],
};

export const language = () => document.documentElement.lang;

/** The text by that name; those that take values are given them. */
export function text(name, ...values) {
  const found = texts[language()][name];
  return typeof found === 'function' ? found(...values) : found;
}

export const roleName = code => roles[code]?.[language() === 'sv' ? 0 : 1] ?? code;

export function speak(chosen) {
  document.documentElement.lang = chosen;
  for (const element of document.querySelectorAll('[data-text]')) element.textContent = text(element.dataset.text);
  for (const element of document.querySelectorAll('[data-label]')) element.setAttribute('aria-label', text(element.dataset.label));
  const button = document.getElementById('language');
  button.textContent = text('other');
  button.lang = chosen === 'sv' ? 'en' : 'sv';
}
