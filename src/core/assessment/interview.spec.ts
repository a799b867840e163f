import { InstrumentCatalog } from '../../assessments/instrument-catalog.js';
import { readRuleTables } from '../../assessments/rule-tables.js';
import { assess } from './assess.js';
import type { Assessment, ClientStatement } from './assessment.js';
import type { Answer, Item } from './instrument.js';

const catalog = InstrumentCatalog.read();
const knowledge = { ...readRuleTables(catalog.byId), instruments: catalog.byId };

const EMPTY: ClientStatement = {
  role: 'self',
  respondent: {},
  responses: [],
  totals: [],
  conditions: [],
  risks: {},
};

interface Interview {
  readonly statement: ClientStatement;
  readonly result: Assessment;
  /** Number of items answered, each counted once. */
  readonly answered: number;
  /** Number of items answered when there was a level for the first time. */
  readonly answeredAtLevel: number | undefined;
}

/**
 * Asks questions until none is left, answering for one person; an item that they do not name is a no. What they would
 * rather not answer is skipped.
 */
function interview(
  person: Readonly<Record<string, Answer>>,
  start: Partial<ClientStatement> = {},
  isSkipped: (turn: number) => boolean = () => false,
): Interview {
  let statement: ClientStatement = { ...EMPTY, ...start };
  let answered = 0;
  let answeredAtLevel: number | undefined;
  for (let turn = 0; turn < 60; turn++) {
    const age = statement.responses.find(({ answers }) => answers['age'] !== undefined)?.answers['age'];
    statement = {
      ...statement,
      respondent: { ...statement.respondent, age: (age as number) ?? statement.respondent.age },
    };
    const result = assess(statement, knowledge);
    if (result.levelOfCare.level && answeredAtLevel === undefined) answeredAtLevel = answered;
    if (!result.next) return { statement, result, answered, answeredAtLevel };
    const { instrument, condition, items } = result.next;
    if (isSkipped(turn)) {
      const ids = items.map(({ id }) => id);
      const one = { instrument, ...(condition ? { condition } : {}), items: ids };
      statement = { ...statement, skipped: [...(statement.skipped ?? []), one] };
      continue;
    }
    answered += items.length;
    const answers = Object.fromEntries(items.map((item) => [item.id, person[item.id] ?? noTo(item)]));
    statement = {
      ...statement,
      responses: [...statement.responses, { instrument, ...(condition ? { condition } : {}), answers }],
    };
  }
  throw new Error('The interview never ends.');
}

function noTo({ kind, options, min }: Item): Answer {
  return kind === 'choices' ? [] : kind === 'integer' ? min! : kind === 'text' ? '' : options![0]!.value;
}

const WEEKLY = {
  age: 41,
  substances: ['alcohol'],
  audit1: 3,
  audit2: 2,
  audit3: 3,
  audit4: 2,
  audit5: 1,
  audit7: 2,
  audit8: 1,
  audit10: 2,
  pregnant: 'no',
  home: ['safe', 'stable', 'sober-adult', 'support'],
};
const DAILY = {
  ...WEEKLY,
  audit1: 4,
  audit2: 3,
  audit3: 4,
  audit4: 3,
  audit6: 2,
  withdrawal: ['shakes'],
};

const HOME = { home: ['safe', 'stable'] };
const OPIOIDS = {
  age: 30,
  substances: ['opioids', 'injecting'],
  daily: ['opioids'],
  overdoses: 2,
  pregnant: 'no',
  ...HOME,
};
const SEDATIVES = {
  age: 50,
  substances: ['sedatives'],
  sedative_weeks: 3,
  benzo_weeks: 3,
  pregnant: 'no',
  ...HOME,
};
const STIMULANTS = { age: 28, substances: ['stimulants'], pregnant: 'maybe', home: ['none'] };

describe('the guided interview', () => {
  it.each([
    ['somebody who drinks weekly', WEEKLY, ['op', 'op']],
    ['somebody who drinks daily, with shakes and a safe home', DAILY, ['op-med', 'iop']],
  ])(
    'reaches a level for %s in at most 28 answered items, three of them the opening, and stops',
    (_who, person, level) => {
      const { result, answered, answeredAtLevel } = interview(person);
      expect(result.levelOfCare.level).toEqual(level);
      expect(answeredAtLevel).toBeLessThanOrEqual(28);
      expect(answered).toBeLessThanOrEqual(28);
      expect(result.levelOfCare).toMatchObject({ confidence: 'medium', missing: [] });
    },
  );

  it('begins with what cannot wait, and goes on after an emergency', () => {
    const danger = { danger_now: ['not-waking'] };
    const first = interview({ ...DAILY, ...danger }).statement.responses.slice(0, 1);
    const { next, raised } = assess({ ...interview(DAILY).statement, responses: first }, knowledge);
    expect(raised.map(({ flag, level }) => [flag.id, level])).toEqual([['SF-OD', 'emergency']]);
    expect(next!.items.map(({ id }) => id)).toEqual(['concern']);
    const asked = (person: Record<string, Answer>) =>
      interview(person).statement.responses.flatMap(({ answers }) => Object.keys(answers));
    expect(asked({ ...DAILY, ...danger })).toEqual(expect.arrayContaining(asked(DAILY)));
  });

  it('asks a person under 18 about danger, drugs and withdrawal, and nothing that is made for adults', () => {
    const { result, statement } = interview({ age: 16, substances: ['alcohol'], daily: ['alcohol'] });
    const asked = statement.responses.flatMap(({ answers }) => Object.keys(answers));
    expect(asked).toEqual(expect.arrayContaining(['danger_now', 'suicide', 'substances', 'withdrawal']));
    expect(statement.responses.filter(({ instrument }) => instrument.adultsOnly)).toEqual([]);
    expect(result.levelOfCare.refusals.map(({ id }) => id)).toContain('X1');
  });

  it('names what each question could decide, and asks nothing that could decide nothing', () => {
    const { statement } = interview(DAILY);
    for (let turn = 0; turn < statement.responses.length; turn++) {
      const { next } = assess({ ...statement, responses: statement.responses.slice(0, turn) }, knowledge);
      if (next!.instrument.id === 'risk-check') expect(next!.decides).not.toEqual([]);
    }
  });

  it.each([
    // Overdoses are asked of a person who names a drug, not of one who names alcohol, cannabis or tobacco alone. Methadone
    // without opioids, or a wound from injecting without injecting, would contradict what was answered.
    ['drinks weekly', WEEKLY, ['overdoses']],
    ['drinks daily', DAILY, ['overdoses']],
    ['uses opioids daily and injects', OPIOIDS, []],
    ['takes sedatives for weeks', SEDATIVES, []],
    ['uses stimulants and has no home', STIMULANTS, []],
  ])(
    'omits no item of the risk check whose answer would change the result for a person who %s',
    (_who, person, left) => {
      const { statement, result } = interview(person);
      const risks = catalog.find('risk-check')!;
      const seen = new Set(statement.responses.flatMap(({ answers }) => Object.keys(answers)));
      const changing = risks.items
        .filter(({ id }) => !seen.has(id))
        .flatMap((item) =>
          answersTo(item).flatMap((answer) => {
            const again = assess(
              {
                ...statement,
                responses: [...statement.responses, { instrument: risks, answers: { [item.id]: answer } }],
              },
              knowledge,
            );
            // An answer that contradicts an earlier one is not an answer that this person could give.
            const contradicts = again.contradictions.length > result.contradictions.length;
            return !contradicts && digest(again) !== digest(result) ? [item.id] : [];
          }),
        );
      expect([...new Set(changing)]).toEqual(left);
    },
  );

  it('asks a family member about danger and violence before anything else, and about themselves last', () => {
    const { statement, result } = interview({ cso3: ['opioids'], cso6: 1, cso10: 1 }, { role: 'family' });
    expect(statement.responses.map(({ answers }) => Object.keys(answers).join(' '))).toEqual([
      'cso1',
      'cso2',
      'cso3',
      'cso4',
      'cso6',
      'cso10',
      'cso8 cso9',
      'phq1 phq2',
      'gad1 gad2',
    ]);
    expect(result.levelOfCare).toMatchObject({ level: null, route: 'craft-family' });
  });

  it('asks no item that the AUDIT skips: nothing but items 9 and 10 after 0 for items 2 and 3', () => {
    const { statement, result } = interview({ ...WEEKLY, audit1: 4, audit2: 0, audit3: 0 });
    expect(statement.responses.filter(({ instrument }) => instrument.id === 'audit')).toMatchObject([
      { answers: { audit9: 0, audit10: 2 } },
    ]);
    expect(result.screens.find(({ instrument }) => instrument.id === 'audit')).toMatchObject({
      status: 'complete',
      scales: [{ value: 6 }, { value: 4 }, { value: 0 }, { value: 2 }],
    });
  });

  it("opens with every emergency, the person's own concern, the substances and the rulers, before any instrument", () => {
    const { statement } = interview(DAILY);
    const order = statement.responses.map(({ answers }) => Object.keys(answers).join(' '));
    expect(order.slice(0, 5)).toEqual([
      'danger_now',
      'concern',
      'substances',
      'importance confidence',
      'suicide',
    ]);
  });

  it.each(['suicide-intent', 'violence', 'child'])(
    'raises an emergency by its first question alone: %s',
    (danger) => {
      const risks = catalog.find('risk-check')!;
      const responses = [{ instrument: risks, answers: { danger_now: [danger] } }];
      expect(assess({ ...EMPTY, responses }, knowledge).raised).toMatchObject([{ level: 'emergency' }]);
    },
  );

  it('asks the rest of the danger questions all the same: what is not ticked first settles none of them', () => {
    const asked = interview(WEEKLY).statement.responses.flatMap(({ answers }) => Object.keys(answers));
    expect(asked).toEqual(expect.arrayContaining(['suicide', 'people']));
  });

  it('changes no level, floor, need or message by the opening', () => {
    const { result } = interview(WEEKLY);
    for (const ruler of [0, 10]) {
      const other = interview({ ...WEEKLY, importance: ruler, confidence: ruler, concern: ['unsure'] });
      const { level, floors, needs, holdCardsUntil } = result.levelOfCare;
      expect(other.result).toMatchObject({ levelOfCare: { level, floors, needs, holdCardsUntil } });
      expect(other.result.raised).toEqual(result.raised);
    }
  });

  it('keeps the third ruler out of the loop, and offers it separately', () => {
    const { result } = interview(WEEKLY);
    expect(result.helpful.find(({ instrument }) => instrument.id === 'ruler')!.items).toMatchObject([
      { id: 'readiness' },
    ]);
  });
});

describe('a question that the client would rather not answer', () => {
  const PEOPLE: [string, Readonly<Record<string, Answer>>, Partial<ClientStatement>][] = [
    ['drinks weekly', WEEKLY, {}],
    ['drinks daily', DAILY, {}],
    ['uses opioids daily and injects', OPIOIDS, {}],
    ['takes sedatives for weeks', SEDATIVES, {}],
    ['uses stimulants and has no home', STIMULANTS, {}],
    ['asks for a family member', { cso3: ['opioids'], cso6: 1 }, { role: 'family' }],
  ];
  const EVERY_SECOND = (['first', 'second'] as const).flatMap((from) =>
    PEOPLE.map((one) => [from, ...one] as const),
  );

  it.each(EVERY_SECOND)(
    'ends the interview all the same, if it is every second one from the %s on, for who %s',
    (from, _who, person, start) => {
      const rest = from === 'first' ? 0 : 1;
      const { statement, result } = interview(person, start, (turn) => turn % 2 === rest);
      const skipped = (statement.skipped ?? []).flatMap(({ condition, items }) =>
        items!.map((item) => `${condition ?? ''} ${item}`),
      );
      const answered = statement.responses.flatMap(({ condition, answers }) =>
        Object.keys(answers).map((item) => `${condition ?? ''} ${item}`),
      );
      expect(skipped).not.toEqual([]);
      const asked = [...skipped, ...answered];
      expect(asked.filter((item, at) => asked.indexOf(item) < at)).toEqual([]);
      expect(result.next).toBeNull();
      const { skipped: _skipped, ...unanswered } = statement;
      const { levelOfCare, raised, open } = assess(unanswered, knowledge);
      expect(result).toMatchObject({ levelOfCare, raised, open });
    },
  );

  it('ends at once, if it is every one, with nothing known and every danger named as not asked', () => {
    const { result, answered } = interview({}, {}, () => true);
    const { open } = assess({ ...EMPTY, skipped: [] }, knowledge);
    expect([answered, result.levelOfCare.level, result.raised]).toEqual([0, null, []]);
    expect(result.open).toEqual(open);
  });

  it('is asked in no other instrument, and no less if it is answered', () => {
    const phq2 = catalog.find('phq-2')!;
    const after = (statement: Partial<ClientStatement>) => assess({ ...EMPTY, ...statement }, knowledge);
    const asked = interview({ ...WEEKLY, phq1: 2 }, { skipped: [{ instrument: phq2, items: ['phq2'] }] });
    expect(asked.statement.responses.flatMap(({ answers }) => Object.keys(answers))).not.toContain('phq2');
    const answers = { phq1: 3, phq2: 3 };
    const { screens } = after({
      responses: [{ instrument: phq2, answers }],
      skipped: [{ instrument: phq2 }],
    });
    expect(screens).toMatchObject([{ status: 'complete', scales: [{ value: 6 }] }]);
  });

  it('about one condition is still asked about another', () => {
    const checklist = catalog.find('dsm5-sud-checklist')!;
    const both = { ...OPIOIDS, substances: ['opioids', 'stimulants'] };
    const about = (skipped: ClientStatement['skipped']) =>
      interview(both, { skipped }).statement.responses.flatMap(({ condition }) => condition ?? []);
    expect(about([])).toEqual(['opioid', 'stimulant']);
    expect(about([{ instrument: checklist, condition: 'opioid' }])).toEqual(['stimulant']);
    expect(about([{ instrument: checklist }])).toEqual([]);
  });
});

/** Every possible answer to an item: for a list every single tick and none; for numbers those up to twelve. */
function answersTo({ kind, options = [], min = 0, max = 0 }: Item): Answer[] {
  if (kind === 'choices') return [[], ...options.map(({ value }) => [String(value)])];
  if (kind === 'choice') return options.map(({ value }) => value);
  return Array.from({ length: Math.min(max - min, 12) + 1 }, (_, i) => min + i);
}

function digest({ levelOfCare, raised }: Assessment): string {
  const { level, refusals, floors, needs, overlays, excludes, clinicianRequired, holdCardsUntil } =
    levelOfCare;
  return JSON.stringify([
    level,
    refusals.map(({ id }) => id),
    floors,
    needs,
    overlays,
    excludes,
    clinicianRequired,
    holdCardsUntil,
    raised.map(({ flag, level: how }) => [flag.id, how]),
  ]);
}
