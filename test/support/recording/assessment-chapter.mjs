import { numbered } from './directory-chapter.mjs';
import { conditionFor, fillIn, fillInFhir } from './filled-in.mjs';
import { drawNeed } from './needs.mjs';
import { RISKS } from './risks.mjs';
import { SeededDraw } from './seeded-draw.mjs';

const INTERVIEWS = 20;
/** Items of the interview about danger: with random ticks most interviews would end at the first of them. */
const ALARMS = ['danger_now', 'suicide', 'people', 'health', 'home'];
/** Longer than any interview: one that does not end is an error. */
const MOST_QUESTIONS = 60;
const ASSESSMENTS = 60;

/** Records every instrument, in our format and in FHIR, and answers to it. */
export async function recordInstruments(recorder) {
  const { instruments } = await recorder.get('instruments/list', '/v1/instruments');
  await recorder.get('fhir/list', '/fhir/Questionnaire', { headers: { accept: 'application/fhir+json' } });
  for (const { id } of instruments) {
    const instrument = await recorder.get(`instruments/${id}`, `/v1/instruments/${id}`);
    const questionnaire = await recorder.get(`fhir/${id}`, `/fhir/Questionnaire/${id}`);
    const score = (name, body, language) =>
      recorder.post(`instruments/${id}-${name}`, `/v1/instruments/${id}/score`, body, { language });
    const isShipped = instrument.entry === 'answers';
    for (const [at, open] of isShipped ? [0, 0, 0.3].entries() : []) {
      const draw = new SeededDraw(`answers to ${id} ${at}`);
      const condition = conditionFor(instrument, draw);
      const body = { condition, answers: fillIn(instrument.items, draw, { open }) };
      await score(`answers-${at + 1}`, body, 'en');
      await score(`answers-${at + 1}-es`, body, 'es');
      await recorder.post(`fhir/${id}-response-${at + 1}`, '/v1/assessments', {
        client: {
          age: draw.whole(18, 70),
          role: instrument.respondents.includes('person') ? 'self' : 'family',
        },
        assessment: { responses: [fillInFhir(questionnaire, condition, draw)] },
      });
    }
    for (const { code, min, max } of instrument.scales)
      for (const total of new Set([min, Math.round((min + max) / 2), max])) {
        const condition = conditionFor(instrument, new SeededDraw(`total of ${id}`));
        await score(`total-${code}-${total}`, { condition, scale: code, total }, 'en');
      }
  }
  return instruments.map(({ id }) => id);
}

/** Records assessments: every risk by itself, for oneself and for someone else, and random mixtures. */
export async function recordAssessments(recorder) {
  for (const [at, [name, risks]] of Object.entries(RISKS).entries())
    for (const role of ['self', 'family'])
      for (const language of ['en', 'es'])
        await recorder.post(
          `assessments/${name.replaceAll(/[ ,]+/g, '-')}-${role}-${language}`,
          '/v1/assessments',
          { client: { role, age: risks.age ?? 30 + at }, assessment: { risks } },
          { language },
        );
  for (const number of numbered(ASSESSMENTS)) {
    const draw = new SeededDraw(`assessment ${number}`);
    const { client, assessment } = drawNeed(draw, () => []).need;
    const more = Object.assign({}, ...draw.some(Object.keys(RISKS), 0, 3).map((name) => RISKS[name]));
    const { age: _said, ...risks } = { ...assessment.risks, ...more };
    await recorder.post(
      `assessments/${number}`,
      '/v1/assessments',
      { client, assessment: { ...assessment, risks } },
      { language: draw.one(['en', 'en', 'es']) },
    );
  }
}

/** Records guided interviews, question by question, and the resulting match. */
export async function recordInterviews(recorder) {
  for (const number of numbered(INTERVIEWS)) {
    const draw = new SeededDraw(`interview ${number}`);
    const { client, constraints } = drawNeed(draw, () => []).need;
    const language = draw.one(['en', 'es']);
    const assessment = { responses: [], conditions: undefined };
    const name = `interviews/${number}`;
    for (let question = 1; ; question++) {
      const step = String(question).padStart(2, '0');
      const answer = await recorder.post(
        `${name}-${step}`,
        '/v1/assessments',
        { client, assessment },
        { language },
      );
      if (!answer?.next) break;
      if (question === MOST_QUESTIONS) throw new Error(`${name} does not end.`);
      const { instrument, condition, items } = answer.next;
      assessment.responses.push({ instrument, condition, answers: fillIn(items, draw, { calm: ALARMS }) });
    }
    const request = { client, assessment, constraints, limit: 5 };
    const answer = await recorder.post(`${name}-match`, '/v1/matches', request, { language });
    if (!answer?.held) continue;
    assessment.acknowledged = answer.safety.flatMap(({ token }) => token ?? []);
    await recorder.post(`${name}-match-acknowledged`, '/v1/matches', request, { language });
  }
}
