import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { renderToString } from 'preact-render-to-string';
import { projectFolder } from '../../config/project-folder.js';
import type { Answer, Assessed, Comparison, Match, SafetyMessage } from '../service/api.js';
import { Refusal } from '../service/problem.js';
import { codeWords } from '../words/code-words.js';
import { en } from '../words/en.js';
import { es } from '../words/es.js';
import { compareRows } from './compare/compare-rows.js';
import { CompareTable } from './compare/compare-table.js';
import { handoutPage, handoutText } from './handout/handout-text.js';
import { nextOf } from './interview/answering.js';
import { QuestionView } from './interview/question-view.js';
import { ListHead } from './list/list-head.js';
import { mergePatch } from './list/merge-patch.js';
import { PlaceFit } from './list/place-facts.js';
import { sharedReasons } from './list/said-once.js';
import { SafetyWords } from './safety/safety-words.js';
import { TroubleWords } from './trouble.js';

/** What the service answered when the examples of the contract were recorded. */
function recorded(name: string): unknown {
  const file = join(projectFolder, `openapi/examples/${name}.json`);
  return (JSON.parse(readFileSync(file, 'utf8')) as { response: unknown }).response;
}
const answer = recorded('matchesRank') as Answer;
const assessed = recorded('assessmentsAssess') as Assessed;
const { comparison } = recorded('matchesCompare') as { comparison: Comparison };
const [match] = answer.tracks.flatMap(({ matches }) => matches) as [Match, ...Match[]];
const [met] = match.constraints as [Match['constraints'][number], ...Match['constraints']];
const codes = codeWords(undefined);
const nothing = () => undefined;

describe('A question', () => {
  const asked = nextOf(assessed, {}, {})!;
  const shown = (progress: Assessed['progress']) =>
    renderToString(
      <QuestionView
        asked={asked}
        progress={progress}
        words={en}
        language="en"
        isBusy={false}
        heading={({ children }) => <h1>{children}</h1>}
        onAnswer={nothing}
        onShow={nothing}
        onBack={nothing}
      />,
    );

  it('says why it is asked, and can be skipped', () => {
    const html = shown({ answered: 3, atMost: 40 });
    expect(html).toContain(en.whyWeAsk);
    expect(html).toContain(en.skip);
    expect(html).toContain(en.questionOf(4, 40));
    expect(html).not.toMatch(/checked(?!=)/);
  });

  it('does not frighten by how many there could be at the start', () => {
    expect(shown({ answered: 0, atMost: 106 })).not.toContain('106');
  });
});

describe('A safety message', () => {
  const message = {
    id: 'SF-X',
    level: 'emergency',
    language: 'en',
    forPerson: 'For the person.',
    forCoach: 'For the coach.',
    lines: [
      {
        id: 'a',
        name: 'Line',
        hours: '24/7',
        contact: { call: '988, then press 1', text: '838255' },
        tel: '988',
        sms: { to: '838255' },
      },
      { id: 'b', name: 'Other', hours: '9 to 5', contact: { chat: 'https://chat.example/x' } },
    ],
  } as unknown as SafetyMessage;
  const shown = (asker: 'coach' | 'self', language: 'en' | 'es' = 'en') =>
    renderToString(
      <SafetyWords message={message} words={language === 'en' ? en : es} language={language} asker={asker} />,
    );

  it('dials numbers, keeps what to press then, and opens a chat without saying where from', () => {
    const html = shown('coach');
    expect(html).toContain('href="tel:988"');
    expect(html).toContain(en.call('988, then press 1'));
    expect(html).toContain('href="sms:838255"');
    expect(html).toMatch(/href="https:\/\/chat.example\/x"[^>]*rel="noreferrer noopener"/);
  });

  it('tells a coach what the coach does, and a person only what is for them', () => {
    expect(shown('coach')).toContain('For the coach.');
    expect(shown('self')).not.toContain('For the coach.');
  });

  it('says in which language it is, where that is another one', () => {
    expect(shown('self', 'es')).toContain('lang="en"');
    expect(shown('self')).not.toContain('lang=');
  });
});

describe('What went wrong', () => {
  const shown = (refusal: Refusal, secondsLeft?: number) =>
    renderToString(
      <TroubleWords
        trouble={{ refusal, ...(secondsLeft !== undefined && { secondsLeft }) }}
        words={en}
        onAgain={nothing}
        onField={nothing}
      />,
    );

  it.each([
    ['offline', new Refusal('offline'), undefined, en.offline, true],
    ['too much, counting down', new Refusal('busy', '', [], 12), 12, en.tryingAgainIn(12), false],
    ['too much, again', new Refusal('busy', '', [], 12), undefined, en.tooMuch, true],
    ['another failure', new Refusal('other', 'So and so.', [], undefined, 'r-1'), undefined, 'r-1', true],
  ])('is said in words: %s', (_, refusal, secondsLeft, words, hasButton) => {
    const html = shown(refusal, secondsLeft);
    expect(html).toContain(words);
    expect(html.includes(en.tryAgain)).toBe(hasButton);
    expect(html).toContain('role="alert"');
  });

  it('leads to the field that it is about', () => {
    const refusal = new Refusal('invalid', '', [
      { pointer: '/constraints/near/postalCode', message: 'is no ZIP code' },
    ]);
    expect(shown(refusal)).toMatch(/<button[^>]*>is no ZIP code<\/button>/);
  });
});

describe('A list', () => {
  it('says that grades are drafts, and that the directory is old', () => {
    const stale = { ...answer, ranking: { ...answer.ranking, stale: true } };
    expect(renderToString(<ListHead answer={answer} words={en} language="en" />)).toContain(en.drafts);
    expect(renderToString(<ListHead answer={stale} words={en} language="en" />)).toContain(en.stale);
    expect(renderToString(<ListHead answer={answer} words={en} language="en" />)).not.toContain(en.stale);
  });

  it('says in words with a sign what is still to ask, never by colour alone', () => {
    expect(renderToString(<PlaceFit match={match} words={en} toAsk={0} />)).toContain(en.fitsAll);
    expect(renderToString(<PlaceFit match={match} words={en} toAsk={2} />)).toContain(en.toAsk(2));
    expect(renderToString(<PlaceFit match={match} words={en} toAsk={2} />)).not.toContain('%');
  });

  it('says once what is true of all, and nothing of two places', () => {
    const other = { ...match, constraints: match.constraints.slice(0, 1) };
    expect(sharedReasons([match, other, match])).toEqual([met.reason]);
    expect(sharedReasons([match, match])).toEqual([]);
  });

  it('changes the body by a merge patch as RFC 7396 says', () => {
    expect(
      mergePatch({ a: { b: 1, c: 2 }, d: [1] }, { a: { b: null, e: 3 }, d: [2], f: { g: null } }),
    ).toEqual({
      a: { c: 2, e: 3 },
      d: [2],
      f: {},
    });
  });
});

describe('Places side by side', () => {
  it('have what differs first, and every fact and criterion once', () => {
    const { differ, same } = compareRows(comparison.programs);
    const all = [...differ, ...same].map(({ kind, code }) => `${kind} ${code}`);
    expect(differ.length).toBeGreaterThan(0);
    expect(new Set(all).size).toBe(all.length);
    for (const { cells } of same) expect(new Set(cells.map((cell) => cell?.text)).size).toBe(1);
    const html = renderToString(<CompareTable programs={comparison.programs} words={es} codes={codes} />);
    expect(html).toContain('scope="row"');
    expect(html).toContain(es.whatDiffers);
  });
});

describe('A handout', () => {
  const READER = { words: en, language: 'en', asker: 'coach' } as const;
  const open = {
    code: 'offers_medication',
    verdict: 'unknown',
    ask: 'Do you start methadone?',
    reason: 'Not known.',
  } as (typeof match.constraints)[number];
  const pay = { ...open, code: 'payment', ask: 'Do you take this insurance?' } as typeof open;
  const source = { program: match.program, constraints: [...match.constraints, open, pay] };
  const resources = [
    { id: 'a', kind: 'mutual-help', name: 'Heroin Anonymous', url: null, contact: null },
    { id: 'b', kind: 'helpline', name: 'Help line', url: null, contact: { call: '1-800-0' } },
  ] as unknown as NonNullable<Answer['tracks'][number]['resources']>;

  it('names no condition, treatment or reason unless it is asked to', () => {
    const text = handoutText(handoutPage([source], resources, false, READER), en);
    expect(text).toContain(match.program.phone);
    expect(text).toContain('Do you take this insurance?');
    expect(text).not.toMatch(/start methadone|Heroin|opioid/);
    const full = handoutText(handoutPage([source], resources, true, READER), en);
    expect(full).toContain('Do you start methadone?');
    expect(full).toContain('Heroin Anonymous');
    expect(full).toContain(met.reason);
  });

  it('asks for a family what a family asks', () => {
    const [place] = handoutPage([source], [], false, { ...READER, asker: 'family' }).places;
    expect(place?.questions).toEqual(['Do you take this insurance?', ...en.familyAsks]);
  });

  it('has room for three places', () => {
    expect(handoutPage([source, source, source, source], [], false, READER).places).toHaveLength(3);
  });
});
