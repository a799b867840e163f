import { loadEvidenceView } from '../../../src/evidence/evidence-view.js';
import { ResourceCatalog } from '../../../src/evidence/resource-catalog.js';
import { WITHDRAWAL_LEVELS } from '../../../src/core/matching/rules/detox-alone.js';
import { LEVELS_OF_CARE } from '../../../src/core/vocabulary/levels-of-care.js';
import { OPIOID_AGONISTS } from '../../../src/core/vocabulary/medications.js';
import { METROPOLITAN_AREAS } from '../../../src/interchange/demo/metropolitan-areas.js';
import { seedDemo } from '../../../src/interchange/demo/seed-demo.js';
import { daysAgo, today } from '../../support/days.js';
import { wordsOfLog } from '../../support/log-words.js';
import { answerTo, type Asked, promisesOf, trackOf, wholeTrack } from '../../support/match-answers.js';
import { HARTFORD, MISSOULA, program as intake } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

const OPIOID: Asked = { assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] } };

describe('POST /v1/matches on a directory of a few programs', () => {
  const METHADONE = intake('Methadone Clinic', {
    conditions: { yes: ['opioid'], complete: true },
    levelsOfCare: { yes: ['op-med'] },
    medications: { methadone: 'starts' },
    payers: { yes: ['medicaid'], no: ['private'] },
    services: { yes: ['recovery-coach'] },
  });
  const EVENINGS = intake(
    'Evening Groups',
    {
      conditions: { yes: ['any'] },
      levelsOfCare: { yes: ['iop'] },
      medications: { buprenorphine: 'continues' },
      approaches: { yes: ['craft'] },
      payers: { yes: ['private'], no: ['medicaid'] },
      prices: [{ amount: 12_000, currency: 'USD', per: 'week' }],
      sessions: [{ day: 'tu', from: '18:00', to: '20:00' }],
    },
    HARTFORD,
  );
  const RANCH = intake(
    'Alcohol Ranch',
    {
      conditions: { yes: ['alcohol'], complete: true },
      levelsOfCare: { yes: ['res-high'], complete: true },
      payers: { yes: ['medicaid'] },
      services: { yes: ['self-help-groups'] },
    },
    MISSOULA,
  );
  const QUIET = intake('Quiet House', {});

  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', [METHADONE, EVENINGS, RANCH, QUIET]);
  });
  afterAll(() => service.close());

  const surveyed = (...facts: string[]) =>
    facts.map((fact) => ({ fact, source: 'survey', standing: 'self-reported', asOf: daysAgo(30) }));
  const names = (matches: readonly { program: { name: string } }[]) =>
    matches.map((match) => match.program.name);

  it('puts safety first, then what was understood, the tracks, and what the answer is based on', async () => {
    const response = await service.match(OPIOID);
    expect(response.status).toBe(200);
    expect(response.headers['content-type']).toBe('application/json; charset=utf-8');
    expect(response.headers['cache-control']).toBe('no-store');
    expect(response.headers['etag']).toBeUndefined();
    expect(response.text.startsWith('{"safety":[]')).toBe(true);
    const { tracks, ...rest } = response.body as { tracks: { purpose: string }[] };
    expect(Object.keys(response.body as object)).toEqual([
      'safety',
      'held',
      'detail',
      'assessment',
      'askClient',
      'tracks',
      'legend',
      'ranking',
      'language',
      'englishOnly',
    ]);
    expect(tracks.map(({ purpose }) => purpose)).toEqual(['treatment', 'recovery_support']);
    expect(rest).toEqual({
      askClient: [],
      language: 'en',
      englishOnly: [],
      safety: [],
      held: null,
      legend: expect.objectContaining({ travel: [] }) as object,
      detail: 'full',
      assessment: {
        conditions: [
          {
            condition: 'opioid',
            severity: 'severe',
            basis: 'professional',
            instruments: [],
            matched: true,
          },
        ],
        // A professional's judgement bars brief advice alone; nothing more is known.
        levelOfCare: expect.objectContaining({
          level: ['op', 'hosp'],
          refusals: [],
          floors: [],
          confidence: 'low',
        }),
        readiness: {},
        screens: [],
        words: expect.objectContaining({
          'client.age': 'the age',
          'constraints.near': 'where to look: a ZIP code',
          'constraints.payers': 'how care can be paid for',
        }) as object,
        family: null,
        contradictions: [],
        levelsOfCare: LEVELS_OF_CARE.filter((level) => level !== 'early' && level !== 'monitoring'),
        levelFloor: null,
        overlays: [],
        opioidMedicationNeeded: true,
        missing: ['client.age', 'constraints.near', 'constraints.payers'],
        note: expect.stringContaining('Nothing here is a diagnosis'),
      },
      ranking: {
        policy: expect.stringMatching(/^\d{4}-\d{2}\.\d+$/),
        directoryVersion: expect.any(Number),
        evidenceVersion: expect.any(Number),
        stale: false,
        paidPlacement: false,
      },
    });
  });

  it('treats an empty request as a request for everything', async () => {
    const answer = await answerTo(service, {});
    const treatment = trackOf(answer, 'treatment');
    expect(treatment).toMatchObject({ total: 4, universe: 4, tiers: { meets_all: 4, confirm_first: 0 } });
    expect(treatment).toMatchObject({ excluded: [], nearMisses: [], relaxations: [] });
    expect(names(treatment.matches).toSorted()).toEqual([
      'Alcohol Ranch',
      'Evening Groups',
      'Methadone Clinic',
      'Quiet House',
    ]);
    expect(treatment).not.toHaveProperty('nextCursor');
    expect(treatment).not.toHaveProperty('resources');
    // Those with a recovery coach or self-help groups are in the list of treatment.
    expect(trackOf(answer, 'recovery_support')).toMatchObject({ total: 0, universe: 0 });
  });

  it('explains a match line by line, with the values that placed it', async () => {
    const answer = await answerTo(service, {
      ...OPIOID,
      constraints: { near: { postalCode: '06511' }, maxDistanceKm: 20, payers: ['medicaid'] },
    });
    const [first] = trackOf(answer, 'treatment').matches;
    expect(first).toEqual({
      program: (({
        facts: _f,
        claims: _c,
        records: _r,
        status: _s,
        version: _v,
        createdAt: _a,
        updatedAt: _u,
        verifiedOn: _o,
        ...summary
      }) => summary)(
        (await service.get(`/v1/programs/${first?.program.id}`)).body as Record<string, unknown>,
      ),
      tier: 'meets_all',
      score: expect.any(Number),
      scoreRange: [expect.any(Number), expect.any(Number)],
      knownWeight: expect.any(Number),
      place: 1,
      sharedBy: 1,
      levelWithPrevious: false,
      distanceMeters: 0,
      travel: {
        mode: 'drive',
        minutes: 5,
        basis: 'estimate',
      },
      constraints: [
        {
          code: 'offers_medication',
          verdict: 'meets',
          safety: true,
          reason: 'It can start people on methadone.',
          detail: 'Starts people on methadone.',
          origins: surveyed('medications', 'conditions'),
        },
        {
          code: 'treats_condition',
          verdict: 'meets',
          safety: true,
          reason: 'It treats problems with opioids.',
          detail: 'Treats problems with opioids.',
          origins: surveyed('conditions'),
        },
        {
          code: 'level_of_care',
          verdict: 'meets',
          safety: false,
          reason: 'It offers visits with medical staff.',
          detail: 'Offers medically managed outpatient care.',
          origins: surveyed('levelsOfCare'),
        },
        {
          code: 'within_distance',
          verdict: 'meets',
          safety: false,
          reason: 'It is in the same ZIP code area, 0 to 3 miles away.',
          detail: 'In the same postal code area, 0 to 3 miles away.',
          origins: [],
        },
        {
          code: 'payment',
          verdict: 'meets',
          safety: false,
          reason: 'It takes Medicaid.',
          detail: 'Takes Medicaid.',
          origins: surveyed('payers'),
        },
      ],
      criteria: expect.arrayContaining([
        expect.objectContaining({
          code: 'evidence',
          components: expect.arrayContaining([
            expect.objectContaining({
              purpose: 'opioid',
              component: 'medication',
              approach: 'methadone',
              provenance: 'self-reported',
            }),
          ]),
        }),
      ]),
      evidence: [
        {
          purpose: 'opioid',
          band: 'partly',
          label: 'In part',
          reported: 1,
          of: 4,
          says:
            'It reports 1 of 4 essentials for problems with opioids. It starts medicine on site. In part: a choice of ' +
            'medicines. Not reported: help to prevent an overdose and tests for hepatitis C and HIV. Not verified.',
        },
      ],
      warnings: [],
      leaveOptions: [],
    });
    if (!first) throw new Error('There is no match.');
    const { score, scoreRange, criteria } = first;
    expect(criteria.reduce((sum, { contribution }) => sum + contribution, 0)).toBeCloseTo(score, 8);
    expect(score).toBeGreaterThanOrEqual(scoreRange[0]);
    expect(score).toBeLessThanOrEqual(scoreRange[1]);
    expect(answer.legend).toEqual({
      travel: [
        {
          basis: 'estimate',
          known: true,
          assumption: 'This is a rough guess, from a straight line. It leaves out traffic. We assumed a car.',
          detail: expect.stringMatching(/^Estimated from the straight line /),
        },
      ],
      evidence: expect.arrayContaining([
        {
          purpose: 'opioid',
          approach: 'methadone',
          name: 'Methadone maintenance (OTP)',
          // That of survival, which weighs most for opioids.
          badge: 'supported',
          reviewed: false,
          ratings: expect.arrayContaining([expect.stringMatching(/^[0-9a-f-]{36}$/)]),
        },
      ]),
      observe: {
        href: '/v1/programs/{id}/observations',
        format: '/v1/facts',
        body: { value: null, how: 'call', learnedOn: today },
      },
    });
    for (const { ratings } of answer.legend.evidence)
      for (const rating of ratings) expect((await service.get(`/v1/ratings/${rating}`)).status).toBe(200);
  });

  it('has in the legend each approach that a line names, once for each purpose', async () => {
    const { tracks, legend } = await answerTo(service, { limit: 100, ...OPIOID });
    const keyOf = ({ purpose, approach }: { purpose: string; approach?: string }) => `${purpose} ${approach}`;
    const named = tracks
      .flatMap(({ matches }) => matches.flatMap(({ criteria }) => criteria))
      .flatMap(({ components = [] }) => components.filter(({ approach }) => approach !== undefined));
    expect(named.length).toBeGreaterThan(0);
    expect(legend.evidence.map(keyOf)).toEqual([...new Set(named.map(keyOf))]);
  });

  it('puts programs to confirm after those that meet everything, with the question', async () => {
    const { matches } = trackOf(await answerTo(service, OPIOID), 'treatment');
    expect(matches.map(({ program: { name }, tier }) => [name, tier])).toEqual([
      ['Methadone Clinic', 'meets_all'],
      ['Evening Groups', 'confirm_first'],
      ['Quiet House', 'confirm_first'],
    ]);
    expect(matches[1]?.constraints).toContainEqual({
      code: 'offers_medication',
      verdict: 'unknown',
      safety: true,
      reason: expect.stringContaining('buprenorphine'),
      detail: expect.stringContaining('buprenorphine'),
      ask: expect.stringMatching(/\?$/),
      observe: ['medications'],
      origins: surveyed('medications', 'conditions'),
    });
  });

  it('takes what describes the loved one in lovedOne alone, and says where it belongs', async () => {
    const old = await service.match({ client: { role: 'family', age: 19, pregnant: false } });
    expect([old.status, old.body.errors]).toEqual([
      400,
      ['age', 'pregnant'].map((field) => ({
        pointer: `/client/${field}`,
        message: `describes the loved one, and client is the person who asks; move it to lovedOne.${field}`,
      })),
    ]);
    const alone = await service.match({ lovedOne: { age: 19 } });
    expect([alone.status, alone.body.errors[0].pointer]).toEqual([400, '/lovedOne']);
    const { assessment } = await answerTo(service, { client: { role: 'family' } });
    expect(assessment.missing).toContain('lovedOne.age');
    const asked = await answerTo(service, { client: { role: 'family' }, lovedOne: { age: 19 } });
    expect(asked.assessment.missing).not.toContain('lovedOne.age');
  });

  it('names the leave to ask about where round-the-clock care is what fits or all that is left', async () => {
    const leaveIf = async (constraints: Asked['constraints']) => {
      const asked = { cannotLeaveWork: true, payers: ['medicaid' as const], ...constraints };
      const { total, leaveOptions } = trackOf(
        await answerTo(service, { constraints: { ...asked, strictness: { payment: 'confirmed' } } }),
        'treatment',
      );
      return [total, leaveOptions.map(({ code }) => code)];
    };
    expect(await leaveIf({ levelsOfCare: ['res-high', 'hosp'] })).toEqual([0, ['ask-about-leave']]);
    // Of these levels only the residential one is offered to this client.
    expect(await leaveIf({ levelsOfCare: ['php', 'res-high'] })).toEqual([0, ['ask-about-leave']]);
    expect(await leaveIf({ levelsOfCare: ['op', 'op-med'] })).toEqual([1, []]);
    expect(await leaveIf({ levelsOfCare: ['res-high'], cannotLeaveWork: false })).toEqual([1, []]);
  });

  it('counts what each constraint excludes, and what it alone excludes', async () => {
    const { total, universe, excluded, nearMisses } = trackOf(
      await answerTo(service, {
        assessment: { conditions: [{ condition: 'alcohol' }] },
        constraints: { payers: ['medicaid'], levelsOfCare: ['op-med', 'res-high'] },
      }),
      'treatment',
    );
    // The ranch meets all, the quiet house may. The clinic treats opioid use only; the groups do neither.
    expect([total, universe]).toEqual([2, 4]);
    expect(excluded).toEqual([
      { constraint: 'treats_condition', failed: 1, failedOnly: 1 },
      { constraint: 'level_of_care', failed: 1, failedOnly: 0 },
      { constraint: 'payment', failed: 1, failedOnly: 0 },
    ]);
    // A program for another condition is not a near miss.
    expect(nearMisses).toEqual([]);
  });

  it('has for a near miss what was requested and what was found, and what to change', async () => {
    const { nearMisses, relaxations } = trackOf(
      await answerTo(service, {
        assessment: { conditions: [{ condition: 'stimulant' }] },
        constraints: { near: { postalCode: '06511' }, maxDistanceKm: 40 },
      }),
      'treatment',
    );
    expect(nearMisses.filter(({ failing }) => failing.constraint === 'within_distance')).toEqual([
      {
        program: expect.objectContaining({ name: 'Evening Groups' }),
        score: expect.any(Number),
        distanceMeters: 54_250,
        travel: {
          mode: 'drive',
          minutes: 75,
          basis: 'estimate',
        },
        failing: {
          constraint: 'within_distance',
          verdict: 'fails',
          reason: 'It is about 34 miles away. That is farther than 25 miles.',
          detail: '33.7 miles away, farther than 24.9 miles.',
          asked: 40_000,
          found: 54_250,
        },
      },
    ]);
    expect(relaxations).toEqual([
      {
        constraint: 'within_distance',
        change: { constraints: { maxDistanceKm: 56.4 } },
        label: 'Also show places up to 35 miles away: 1 more.',
        wouldAdd: 1,
        bestScore: expect.any(Number),
      },
    ]);
  });

  it('opens the track of the family, first, when a family member asks', async () => {
    const answer = await answerTo(service, { client: { role: 'family' } });
    expect(answer.tracks.map(({ purpose }) => purpose)).toEqual([
      'family_engagement',
      'treatment',
      'recovery_support',
    ]);
    const family = trackOf(answer, 'family_engagement');
    expect(names(family.matches)).toEqual(['Evening Groups']);
    const { body } = await service.get('/v1/resources?audience=family');
    const forFamilies = (body as { resources: { id: string }[] }).resources.map(({ id }) => id);
    expect(forFamilies).toEqual(expect.arrayContaining(family.resources!.map(({ id }) => id)));
    expect(family.resources).not.toEqual([]);
  });

  it('never matches a program that the client refuses or has dropped out of', async () => {
    const { matches } = trackOf(await answerTo(service, {}), 'treatment');
    const idOf = (name: string) => matches.find((match) => match.program.name === name)!.program;
    const left = trackOf(
      await answerTo(service, {
        constraints: {
          exclude: {
            programs: [idOf('Quiet House').id],
            organizations: [idOf('Alcohol Ranch').organization.id],
          },
        },
        history: [{ programId: idOf('Evening Groups').id, outcome: 'dropped_out' }],
      }),
      'treatment',
    );
    expect(names(left.matches)).toEqual(['Methadone Clinic']);
    expect(left.relaxations).toEqual([]);
  });

  it('reads the directory again when it has changed', async () => {
    const before = await answerTo(service, {});
    await service.store('survey', [METHADONE, EVENINGS, RANCH, QUIET, intake('New Door', {})]);
    const after = await answerTo(service, {});
    expect(names(trackOf(after, 'treatment').matches)).toContain('New Door');
    expect(after.ranking.directoryVersion).toBe(before.ranking.directoryVersion + 1);
    await service.store('survey', [METHADONE, EVENINGS, RANCH, QUIET]);
    expect(names(trackOf(await answerTo(service, {}), 'treatment').matches)).not.toContain('New Door');
  });

  it.each<[string, number, object, object[]]>([
    [
      'an unknown field, with the one that was meant',
      400,
      { constraints: { maxDistanceKM: 40 } },
      [
        {
          pointer: '/constraints/maxDistanceKM',
          message: 'unknown field; did you mean "maxDistanceKm"?',
          suggestion: 'maxDistanceKm',
        },
      ],
    ],
    [
      'several flaws at once',
      400,
      { client: { age: '34' }, limit: 0, nonsense: 1 },
      [
        { pointer: '/client/age', message: 'must be a whole number from 0 to 120' },
        { pointer: '/limit', message: 'must be a whole number from 1 to 100' },
        { pointer: '/nonsense', message: 'unknown field; remove it' },
      ],
    ],
    [
      'an approach the registry does not have',
      400,
      { preferences: { approaches: ['cbt', 'methadon'] }, constraints: { exclude: { approaches: ['zzz'] } } },
      [
        {
          pointer: '/constraints/exclude/approaches/0',
          message: 'the registry has no approach "zzz"; see GET /v1/approaches',
        },
        {
          pointer: '/preferences/approaches/1',
          message: 'the registry has no approach "methadon"; see GET /v1/approaches',
          suggestion: 'methadone',
        },
      ],
    ],
    [
      'a postal code that does not exist',
      422,
      { constraints: { near: { postalCode: '00000' } } },
      [
        {
          pointer: '/constraints/near/postalCode',
          message: 'we do not know where 00000 lies; check the digits, or give latitude and longitude',
        },
      ],
    ],
    [
      'two places at once',
      422,
      { constraints: { near: { postalCode: '06511', latitude: 1, longitude: 1 } } },
      [
        {
          pointer: '/constraints/near',
          message: 'give either a postalCode, or both latitude and longitude',
        },
      ],
    ],
    [
      'half a place',
      422,
      { constraints: { near: { latitude: 1 } } },
      [
        {
          pointer: '/constraints/near',
          message: 'give either a postalCode, or both latitude and longitude',
        },
      ],
    ],
    [
      'a distance from nowhere',
      422,
      { constraints: { maxDistanceKm: 40 } },
      [
        {
          pointer: '/constraints/maxDistanceKm',
          message: 'a distance needs a place to measure from; give near',
        },
      ],
    ],
    [
      'safety as a mere preference',
      422,
      {
        client: { pregnant: true },
        assessment: { levelsOfCare: ['iop'], needs: ['withdrawal_cover'] },
        constraints: {
          strictness: {
            pregnancy_care: 'preferred',
            withdrawal_cover: 'preferred',
            medication_continuity: 'preferred',
            level_of_care: 'preferred',
            payment: 'preferred',
          },
        },
      },
      ['withdrawal_cover', 'pregnancy_care', 'medication_continuity', 'level_of_care'].map((code) => ({
        pointer: `/constraints/strictness/${code}`,
        message: 'is relevant to safety and cannot be a preference; omit it, or use "confirmed"',
      })),
    ],
    [
      'a condition named twice',
      422,
      { assessment: { conditions: [{ condition: 'opioid' }, { condition: 'opioid', severity: 'mild' }] } },
      [
        {
          pointer: '/assessment/conditions/1/condition',
          message: 'this condition is named twice; give each condition once, with its severity',
        },
      ],
    ],
    [
      'a cursor that was not issued',
      400,
      { cursor: 'eyJ0cmFjayI6InRyZWF0bWVudCJ9.AAAAAAAAAAAAAAAAAAAAAA' },
      [
        {
          pointer: '/cursor',
          message: 'is not a cursor of this list; leave it out to start from the first page',
        },
      ],
    ],
  ])('refuses %s', async (_what, status, body, errors) => {
    const response = await service.match(body);
    expect(response.status).toBe(status);
    expect(response.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(response.headers['cache-control']).toBe('no-store');
    const found = (response.body as { errors: { pointer: string }[] }).errors;
    const byPointer = (a: { pointer: string }, b: { pointer: string }) => (a.pointer < b.pointer ? -1 : 1);
    expect(found.toSorted(byPointer)).toEqual((errors as { pointer: string }[]).toSorted(byPointer));
  });

  it('lets a client decline medication, with a warning', async () => {
    const { matches } = trackOf(
      await answerTo(service, { ...OPIOID, constraints: { strictness: { offers_medication: 'preferred' } } }),
      'treatment',
    );
    expect(matches.map(({ program: { name }, tier }) => [name, tier])).toContainEqual([
      'Evening Groups',
      'meets_all',
    ]);
    for (const { warnings } of matches)
      expect(warnings).toContainEqual({
        code: 'medication_declined',
        message: expect.stringMatching(/^Medicine for opioid use was turned down\. /),
        detail: expect.stringMatching(/^The client declined medication /),
      });
  });
});

describe('What a match leaves behind', () => {
  it('is nothing: no row in any table, and nothing of the client in any line of the log', async () => {
    const lines: string[] = [];
    const service = await WholeService.open({ write: (line) => lines.push(line) });
    try {
      await service.store('survey', [intake('Clinic', { levelsOfCare: { yes: ['op'] } })]);
      const before = await contentsOf(service);
      const asked = {
        client: { languages: ['haw'], age: 47 },
        assessment: { conditions: [{ condition: 'cannabis', severity: 'moderate' }] },
        constraints: {
          near: { postalCode: '59801' },
          maxDistanceKm: 37.25,
          currentMedications: ['lofexidine'],
        },
      };
      const answers = [
        await service.match(asked),
        await service.match({ ...asked, limit: 1 }),
        await service.match({ ...asked, secretField: 'x' }),
        await service.match({ ...asked, constraints: { near: { postalCode: '99998' } } }),
        await service.matchRaw('{"secretText": haw'),
        await service.matchRaw('{"secretText": "haw"}', 'text/plain'),
      ];
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 400, 422, 400, 415]);
      expect(await contentsOf(service)).toEqual(before);

      const answered = lines.filter((line) => line.includes('"route":"/v1/matches"'));
      expect(answered).toHaveLength(answers.length);
      const log = wordsOfLog(lines);
      for (const word of [
        'haw',
        'cannabis',
        'moderate',
        '59801',
        '99998',
        '37.25',
        'lofexidine',
        'secretField',
        'secretText',
      ])
        expect({ word, isLogged: log.includes(word) }).toEqual({ word, isLogged: false });
    } finally {
      await service.close();
    }
  });

  /** The number of rows of each table, and a digest of them. */
  async function contentsOf(service: WholeService): Promise<Record<string, unknown>> {
    const tables: { name: string }[] = await service.dataSource.query(
      `SELECT table_name AS name FROM information_schema.tables WHERE table_schema = 'public' ORDER BY 1`,
    );
    expect(tables.length).toBeGreaterThan(8);
    const contents: Record<string, unknown> = {};
    for (const { name } of tables)
      [contents[name]] = await service.dataSource.query<unknown[]>(
        `SELECT count(*), md5(coalesce(string_agg(t::text || xmin::text, '|' ORDER BY t::text), '')) FROM "${name}" t`,
      );
    return contents;
  }
});

describe('POST /v1/matches on the demonstration directory', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.dataSource.transaction(async (manager) => {
      await seedDemo(manager, { evidence: await loadEvidenceView(manager), today });
    });
  });
  afterAll(() => service.close());

  it('marks every program as fictional', async () => {
    const { tracks } = await answerTo(service, { limit: 100, client: { role: 'family' } });
    const shown = tracks.flatMap(({ matches }) => matches.map(({ program: { fictional } }) => fictional));
    expect(shown.length).toBeGreaterThan(150);
    expect(new Set(shown)).toEqual(new Set([true]));
  });

  /** The request of the README, sent from the center of each area. */
  const severe = (postalCode: string, cannotLeaveWork: boolean): Asked => ({
    client: { age: 34 },
    assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] },
    constraints: { near: { postalCode }, maxDistanceKm: 40, payers: ['medicaid'], cannotLeaveWork },
    limit: 1,
  });
  const AREAS = METROPOLITAN_AREAS.map(({ code, postalCodes }) => ({ code, center: postalCodes[0]! }));

  it.each(AREAS)(
    'begins for a severe opioid use disorder and a job with medication that goes on, and counselling: $code',
    async ({ center }) => {
      const [best] = trackOf(await answerTo(service, severe(center, true)), 'treatment').matches;
      expect(best?.tier).toBe('meets_all');
      const earned = best?.criteria.find(({ code }) => code === 'evidence')?.components;
      const approachOf = (component: string) =>
        earned?.find((each) => each.component === component)?.approach;
      expect(['methadone', 'buprenorphine']).toContain(approachOf('medication'));
      expect(approachOf('psychosocial')).toEqual(expect.any(String));
      expect(best?.program.levelsOfCare.filter((level) => !WITHDRAWAL_LEVELS.has(level))).not.toEqual([]);
    },
  );

  it.each(AREAS)(
    'never begins for a severe opioid use disorder with withdrawal management alone: $code',
    async ({ center }) => {
      const [best] = trackOf(await answerTo(service, severe(center, false)), 'treatment').matches;
      const { starts } = best!.program.medications;
      expect(starts.some((medication) => OPIOID_AGONISTS.includes(medication))).toBe(true);
      expect(best?.warnings.map(({ code }) => code)).not.toContain('detox_alone');
    },
  );

  it.each(['treatment', 'recovery_support', 'family_engagement'] as const)(
    'turns the pages of the track %s only, each program once, in one order',
    async (purpose) => {
      const asked: Asked = { client: { role: 'family' } };
      const first = await answerTo(service, { ...asked, limit: 17 });
      const { total, nextCursor } = trackOf(first, purpose);
      const pages = [trackOf(first, purpose).matches];
      for (let cursor = nextCursor; cursor !== undefined;) {
        const answer = await answerTo(service, { ...asked, limit: 17, cursor });
        expect(answer.tracks.map((track) => [track.purpose, track.total])).toEqual([[purpose, total]]);
        pages.push(trackOf(answer, purpose).matches);
        cursor = trackOf(answer, purpose).nextCursor;
      }
      const ids = pages.flat().map(({ program }) => program.id);
      expect(ids).toHaveLength(total);
      expect(new Set(ids).size).toBe(total);
      expect(pages.slice(0, -1).every((page) => page.length === 17)).toBe(true);
      const whole = await wholeTrack(service, asked, purpose);
      expect(whole.map(({ program }) => program.id)).toEqual(ids);
      const rank = pages.flat().map(({ tier, score }) => (tier === 'meets_all' ? 1 : 0) + score);
      expect(rank).toEqual(rank.toSorted((a, b) => b - a));
    },
    60_000,
  );

  it('stays the same over its pages, even if a program is withdrawn between two of them', async () => {
    const begun = await answerTo(service, { limit: 50 });
    const { nextCursor, matches, total } = trackOf(begun, 'treatment');
    const gone = matches[10]?.program.id;
    await service.dataSource.query(`UPDATE program SET status = 'withdrawn' WHERE id = $1`, [gone]);
    await service.dataSource.query(
      `INSERT INTO change (entity, entity_id, kind, version) VALUES ('program', $1, 'withdrawn', 2)`,
      [gone],
    );
    try {
      const answer = await answerTo(service, { limit: 50, cursor: nextCursor! });
      const ids = [...matches, ...trackOf(answer, 'treatment').matches].map(({ program: { id } }) => id);
      expect(new Set(ids).size).toBe(100);
      expect(trackOf(answer, 'treatment').total).toBe(total);
      expect(answer.ranking.directoryVersion).toBe(begun.ranking.directoryVersion);
      expect(trackOf(await answerTo(service, {}), 'treatment').total).toBe(total - 1);
    } finally {
      await service.dataSource.query(`UPDATE program SET status = 'published' WHERE id = $1`, [gone]);
      await service.dataSource.query(
        `INSERT INTO change (entity, entity_id, kind, version) VALUES ('program', $1, 'changed', 3)`,
        [gone],
      );
    }
  });

  const CITIES = ['06511', '98101', '60601', '78701', '02118', '85004', '30303', '80202', '19104', '97205'];
  const near = (postalCode: string, maxDistanceKm = 10) => ({ near: { postalCode }, maxDistanceKm });
  const SOMEWHERE: Asked[] = CITIES.map((postalCode, i) => ({
    client: { age: [19, 34, 70][i % 3], ...(i % 2 ? { gender: 'woman' as const } : {}) },
    assessment: {
      conditions: [
        {
          condition: (['opioid', 'alcohol', 'stimulant', 'cannabis'] as const)[i % 4] ?? 'alcohol',
          severity: (['mild', 'moderate', 'severe'] as const)[i % 3] ?? 'mild',
        },
      ],
    },
    constraints: {
      ...near(postalCode, 5 + 5 * i),
      cannotLeaveWork: i % 2 === 0,
      ...(i % 3 === 0 ? { payers: ['medicaid' as const] } : {}),
      ...(i % 3 === 1
        ? { payers: [], maxCost: { amount: 10_000, currency: 'USD', per: 'week' as const } }
        : {}),
      ...(i % 4 === 0 ? { levelsOfCare: ['iop' as const] } : {}),
      ...(i % 5 === 0 ? { startsWithinDays: 2, strictness: { starts_within: 'confirmed' as const } } : {}),
      ...(i % 5 === 1 ? { modalities: ['telehealth' as const] } : {}),
      ...(i % 5 === 2
        ? { needsChildcare: true, strictness: { cares_while_parenting: 'confirmed' as const } }
        : {}),
      ...(i % 5 === 3 ? { mustServe: ['veterans' as const], accessibility: ['wheelchair' as const] } : {}),
    },
  }));
  const ANYWHERE: Asked[] = [
    { constraints: { payers: [], maxCost: { amount: 5_000, currency: 'USD', per: 'week' } } },
    { constraints: { levelsOfCare: ['php'], payers: ['tribal'] } },
    {
      client: { languages: ['es'] },
      constraints: { strictness: { language: 'confirmed' }, startsWithinDays: 1 },
    },
    {
      ...OPIOID,
      constraints: {
        cannotLeaveWork: true,
        workHours: [{ days: ['mo', 'tu', 'we', 'th', 'fr', 'sa'], from: '06:00', to: '22:00' }],
        payers: ['military'],
        strictness: { payment: 'confirmed' },
      },
    },
    { client: { role: 'family' }, constraints: { modalities: ['telehealth'], payers: ['medicaid'] } },
    // What a clinician stated stands in another part of the request.
    { assessment: { levelsOfCare: ['op', 'moud'] } },
    { client: { role: 'family' }, assessment: { levelsOfCare: ['iop'] } },
  ];

  it('keeps every promise of a relaxation, as a second request confirms', async () => {
    const kinds = new Set<string>();
    for (const asked of [...SOMEWHERE, ...ANYWHERE])
      for (const { of, promised, found } of await promisesOf(service, asked)) {
        expect({ asked, of, ...found }).toEqual({ asked, of, ...promised });
        kinds.add(of.replace(/^\w+: (\w+) .*$/, '$1'));
        if (of.includes('{"assessment":')) kinds.add('assessment');
      }
    expect([...kinds].toSorted()).toEqual(
      expect.arrayContaining([
        'assessment',
        'can_keep_working',
        'level_of_care',
        'payment',
        'starts_within',
        'within_distance',
      ]),
    );
  }, 120_000);

  it('never offers to relax a constraint relevant to safety, and never reports one as a near miss', async () => {
    const safety = [
      'suitable_approach',
      'withdrawal_cover',
      'pregnancy_care',
      'co_occurring_care',
      'offers_medication',
      'medication_continuity',
      'level_of_care',
    ];
    const { excluded, nearMisses, relaxations } = trackOf(
      await answerTo(service, {
        ...OPIOID,
        client: { pregnant: true },
        assessment: {
          ...OPIOID.assessment,
          levelsOfCare: ['iop', 'php'],
          needs: ['withdrawal_cover', 'co_occurring_care'],
        },
        constraints: { currentMedications: ['methadone'], payers: ['medicaid'] },
      }),
      'treatment',
    );
    expect(excluded.map(({ constraint }) => constraint)).toEqual(expect.arrayContaining(['level_of_care']));
    const named = [
      ...nearMisses.map(({ failing }) => failing.constraint),
      ...relaxations.map((one) => one.constraint),
    ];
    expect(named.filter((code) => safety.includes(code))).toEqual([]);
  });

  it('adds matches when a constraint is dropped, and takes none away', async () => {
    for (const asked of SOMEWHERE) {
      const ids = async (constraints: Asked['constraints']) =>
        (await wholeTrack(service, { ...asked, constraints }, 'treatment')).map(({ program: { id } }) => id);
      const before = await ids(asked.constraints);
      const { payers: _payers, maxCost: _maxCost, ...others } = asked.constraints!;
      expect(await ids(others)).toEqual(expect.arrayContaining(before));
    }
  }, 60_000);

  describe('Resources of the recovery track', () => {
    const resourcesFor = async (asked: Asked) =>
      trackOf(await answerTo(service, asked), 'recovery_support').resources!;

    it.each<[string, Asked]>([
      ['nobody in particular', {}],
      ['severe opioid use disorder', OPIOID],
      ['mild alcohol use', { assessment: { conditions: [{ condition: 'alcohol', severity: 'mild' }] } }],
      ['stimulants', { assessment: { conditions: [{ condition: 'stimulant' }] } }],
      ['somebody who speaks Spanish', { client: { languages: ['es'] } }],
    ])('are of more than one kind, and more than one philosophy, for %s', async (_who, asked) => {
      const resources = await resourcesFor(asked);
      expect(new Set(resources.map(({ kind }) => kind)).size).toBeGreaterThan(1);
      const outlooks = new Set(resources.map(({ orientation }) => orientation?.outlook));
      expect([...outlooks]).toEqual(expect.arrayContaining(['spiritual', 'secular']));
    });

    it('are all verified', async () => {
      const unverified = ResourceCatalog.read()
        .files.flatMap(({ resources }) => resources)
        .filter(({ verified }) => !verified)
        .map(({ id }) => id);
      expect(unverified).not.toEqual([]);
      for (const asked of [{}, OPIOID, { client: { role: 'family' } } as Asked])
        for (const { resources = [] } of (await answerTo(service, asked)).tracks)
          expect(resources.filter(({ id }) => unverified.includes(id))).toEqual([]);
    });

    it('have moderation groups only for alcohol use that is known to be mild, and not in pregnancy', async () => {
      const hasModeration = async (asked: Asked) =>
        (await resourcesFor(asked)).some(({ id }) => id === 'moderation-management');
      const alcohol = (severity?: 'mild' | 'severe'): Asked => ({
        assessment: { conditions: [{ condition: 'alcohol', ...(severity ? { severity } : {}) }] },
      });
      expect(await hasModeration(alcohol('mild'))).toBe(true);
      expect(await hasModeration(alcohol('severe'))).toBe(false);
      expect(await hasModeration(alcohol())).toBe(false);
      expect(await hasModeration({})).toBe(false);
      expect(await hasModeration({ ...alcohol('mild'), client: { pregnant: true } })).toBe(false);
      expect(await hasModeration(OPIOID)).toBe(false);
    });
  });
});
