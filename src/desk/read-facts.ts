import type { ListStatement } from '../core/directory/fact-definition.js';
import { FACT_KEYS } from '../core/directory/fact-keys.js';
import { addDays, SHELF_LIFE_DAYS, staleOn } from '../core/directory/shelf-life.js';
import type { FactKey, StatedFacts } from '../core/directory/source-record.js';
import { flawsOfFacts } from '../directory/stated-facts.check.js';
import type { EvidenceView } from '../directory/program-intake.js';
import { flawsOfLanguages, withCanonicalLanguages } from './stated-languages.js';
import { closestWord } from '../http/validation/closest-word.js';
import { type FieldError, Problem } from '../http/problem.js';

/** Converts the place of a fact into its place in a body: `/waitDays` under `/value`, or under `/facts`. */
type PointerOf = (place: string) => string;

/** The facts of a body, validated by the schema of all sources; otherwise a 400 problem that lists every flaw. */
export function readFacts(
  body: unknown,
  evidence: Pick<EvidenceView, 'approachName'>,
  pointerOf: PointerOf = (place) => `/facts${place}`,
): StatedFacts {
  const facts = withCanonicalLanguages(body);
  const languages = flawsOfLanguages(facts);
  const flaws = flawsOfFacts(facts).filter(
    ({ pointer }) => !languages.some((one) => one.pointer === pointer),
  );
  if (flaws.length + languages.length > 0)
    throw Problem.badRequest(
      [...languages, ...flaws.map((one) => ({ ...one, ...nearest(one.pointer) }))].map((one) => ({
        ...one,
        pointer: pointerOf(one.pointer),
      })),
    );
  const stated = facts as StatedFacts;
  if (Object.keys(stated).length === 0)
    throw Problem.badRequest([{ pointer: pointerOf(''), message: 'must state at least one fact' }]);
  const errors = [...contradictions(stated, pointerOf), ...unknownApproaches(stated, evidence, pointerOf)];
  if (errors.length > 0) throw Problem.unprocessable(errors);
  return stated;
}

/** One fact with its value, as an observation states it. */
export function readFact(
  fact: FactKey,
  value: unknown,
  evidence: Pick<EvidenceView, 'approachName'>,
): StatedFacts {
  return readFacts({ [fact]: value }, evidence, (place) => `/value${place.slice(`/${fact}`.length)}`);
}

/** Refuses a day in the future, and one so long ago that a fact of it no longer counts. */
export function refuseImpossibleDay(learnedOn: string, facts: StatedFacts, today: string): void {
  if (learnedOn > today)
    throw Problem.unprocessable([
      { pointer: '/learnedOn', message: `is in the future: today is ${today} (UTC)` },
    ]);
  for (const fact of Object.keys(facts) as FactKey[]) {
    const stale = staleOn(fact, learnedOn);
    if (stale !== undefined && stale <= today)
      throw Problem.unprocessable([
        {
          pointer: '/learnedOn',
          message: `is too long ago for ${fact}, which is valid for ${SHELF_LIFE_DAYS.get(fact)} days; ask again and give the new day`,
        },
      ]);
  }
}

/** Refuses an end in the past, or later than any statement is trusted. */
export function refuseImpossibleEnd(
  expiresOn: string,
  { learnedOn, today, longestDays }: { learnedOn: string; today: string; longestDays: number },
): void {
  const latest = addDays(learnedOn, longestDays);
  if (expiresOn <= today || expiresOn > latest)
    throw Problem.unprocessable([
      {
        pointer: '/expiresOn',
        message: `must be after today, ${today}, and at most ${longestDays} days after learnedOn, which is ${latest}`,
      },
    ]);
}

function contradictions(facts: StatedFacts, pointerOf: PointerOf): FieldError[] {
  return Object.entries(facts).flatMap(([fact, stated]): FieldError[] => {
    const { yes = [], no = [], maybe = [] } = stated as ListStatement<string>;
    const all = [...yes, ...no, ...maybe];
    return all
      .filter((code, at) => all.indexOf(code) < at)
      .map((code) => ({
        pointer: pointerOf(`/${fact}`),
        message: `gives two answers for ${code}; keep one of yes, no and maybe`,
      }));
  });
}

function unknownApproaches(
  { approaches }: StatedFacts,
  { approachName }: Pick<EvidenceView, 'approachName'>,
  pointerOf: PointerOf,
): FieldError[] {
  return (['yes', 'no', 'maybe'] as const).flatMap((word) =>
    (approaches?.[word] ?? []).flatMap((code, at) =>
      approachName(code) === undefined
        ? [
            {
              pointer: pointerOf(`/approaches/${word}/${at}`),
              message: `the registry has no approach "${code}"; see GET /v1/approaches`,
            },
          ]
        : [],
    ),
  );
}

function nearest(pointer: string): { suggestion?: string } {
  const [, name = '', ...rest] = pointer.split('/');
  if (rest.length > 0 || (FACT_KEYS as readonly string[]).includes(name)) return {};
  const suggestion = closestWord(name, FACT_KEYS);
  return suggestion === undefined ? {} : { suggestion };
}
