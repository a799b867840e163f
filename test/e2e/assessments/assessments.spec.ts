import { WholeService } from '../../support/whole-service.js';

interface Answer {
  safety: {
    id: string;
    level: string;
    message: string;
    language: string;
    lines: { id: string; contact: object }[];
  }[];
  notAsked: { flag: string; inputs: string[] }[];
  assessment: {
    conditions: { condition: string; severity?: string }[];
    levelOfCare: {
      level: string[] | null;
      missing: string[];
      reasons: { rule: string; inputs: object; source: string }[];
    };
    words: Record<string, string>;
    screens: {
      instrument: string;
      scales: { value: number | null; cutOff: object | null; says: string | null }[];
    }[];
    contradictions: string[];
  };
  next: {
    instrument: string;
    condition?: string;
    items: {
      id: string;
      kind: string;
      min: number;
      options: { value: number | string }[];
      groups: { title: string; options: (number | string)[] }[];
    }[];
    why: string;
  } | null;
  errors: { pointer: string; message: string; suggestion?: string }[];
}

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
});
afterAll(async () => service.close());

const assess = async (body: object, language = 'en') => {
  const response = await service.post('/v1/assessments', body).set('accept-language', language);
  return { status: response.status, headers: response.headers, body: response.body as Answer };
};

describe('POST /v1/assessments', () => {
  it('of nothing raises nothing, says what was not asked, and begins with what cannot wait', async () => {
    const { status, headers, body } = await assess({});
    expect(status).toBe(200);
    expect(headers['cache-control']).toBe('no-store');
    expect(Object.keys(body)[0]).toBe('safety');
    expect(body.safety).toEqual([]);
    expect(body.notAsked.map(({ flag }) => flag)).toContain('SF-SUI');
    expect(body.assessment.levelOfCare.level).toBeNull();
    expect(body.next).toMatchObject({ instrument: 'risk-check', items: [{ id: 'danger_now' }] });
  });

  it('puts the message first on a single answer, in English or Spanish, with verified lines only', async () => {
    const body = { assessment: { responses: [{ instrument: 'phq-9', answers: { phq9: 1 } }] } };
    const english = (await assess(body)).body;
    expect(english.safety).toMatchObject([
      {
        id: 'SF-SUI',
        level: 'high',
        subject: 'self',
        message: expect.stringMatching(/^You are not alone\. Call or text 988 now\./),
        language: 'en',
        clinicianConfirms: true,
        token: null,
        acknowledged: false,
        lines: [
          { id: '988', contact: { call: '988', text: '988', chat: 'https://988lifeline.org' } },
          { id: 'veterans' },
          { id: 'emergency-911' },
        ],
      },
    ]);
    expect(english.assessment.screens).toMatchObject([
      { instrument: 'phq-9', status: 'incomplete', scales: [{ value: null, band: null, positive: null }] },
    ]);
    const spanish = (await assess(body, 'es-MX,es;q=0.9')).body;
    expect(spanish.safety).toMatchObject([
      {
        message: expect.stringMatching(/^Usted no está solo\./),
        language: 'es',
        // With their Spanish contacts.
        lines: [
          { id: '988', contact: { call: '988, luego oprima 2', text: 'AYUDA al 988' } },
          { id: 'veterans' },
          { id: 'emergency-911' },
        ],
      },
    ]);
    const overdose = (await assess({ assessment: { risks: { 'use.opioids': true, 'use.alone': true } } }))
      .body;
    // Never Use Alone has not been verified.
    expect(overdose.safety.map(({ id, lines }) => [id, lines.map((line) => line.id)])).toEqual([
      ['SF-OD-RISK', ['safespot', 'samhsa']],
    ]);
  });

  it('is a loop: an ordinary alcohol case ends in at most 28 answered items, nothing kept between calls', async () => {
    const person: Record<string, unknown> = {
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
      home: ['safe', 'stable', 'sober-adult'],
    };
    const responses: object[] = [];
    let answered = 0;
    let body = (await assess({})).body;
    while (body.next) {
      const { instrument, condition, items } = body.next;
      expect(body.next.why).toMatch(/\.$/);
      answered += items.length;
      responses.push({
        instrument,
        ...(condition ? { condition } : {}),
        answers: Object.fromEntries(
          items.map(({ id, kind, min, options }) => [
            id,
            person[id] ?? (kind === 'choices' ? [] : kind === 'integer' ? min : options[0]!.value),
          ]),
        ),
      });
      body = (await assess({ assessment: { responses } })).body;
    }
    expect(answered).toBeLessThanOrEqual(28);
    expect(body.assessment.levelOfCare).toMatchObject({
      level: ['op', 'op'],
      confidence: 'medium',
      missing: [],
      rulesVersion: 'loc-rules 0.5',
    });
    expect(body.assessment.conditions).toMatchObject([{ condition: 'alcohol', severity: 'moderate' }]);
    for (const { inputs, source } of body.assessment.levelOfCare.reasons) {
      expect(Object.keys(inputs).length).toBeGreaterThan(0);
      expect(source).not.toBe('');
    }
  });

  it.each(['en', 'es'])(
    'ends in a match for a client who skips every second question, asked in %s',
    async (language) => {
      const person: Record<string, unknown> = {
        substances: ['alcohol'],
        audit1: 4,
        audit2: 2,
        home: ['safe'],
      };
      const responses: object[] = [];
      const skipped: object[] = [];
      const asked: string[] = [];
      let body = (await assess({ client: { age: 41 } }, language)).body;
      for (let turn = 0; body.next; turn++) {
        const { instrument, condition, items } = body.next;
        asked.push(...items.map(({ id }) => `${condition ?? ''} ${id}`));
        const set = { instrument, ...(condition ? { condition } : {}) };
        if (turn % 2 === 1) skipped.push({ ...set, items: items.map(({ id }) => id) });
        else
          responses.push({
            ...set,
            answers: Object.fromEntries(
              items.map(({ id, kind, min, options }) => [
                id,
                person[id] ?? (kind === 'choices' ? [] : kind === 'integer' ? min : options[0]!.value),
              ]),
            ),
          });
        body = (await assess({ client: { age: 41 }, assessment: { responses, skipped } }, language)).body;
      }
      expect(asked).toEqual([...new Set(asked)]);
      expect(skipped.length).toBeGreaterThan(4);
      expect(body.notAsked.map(({ flag }) => flag)).toContain('SF-SUI');
      const match = await service
        .post('/v1/matches', {
          client: { age: 41 },
          assessment: { responses, skipped },
          constraints: { near: { postalCode: '06511' } },
        })
        .set('accept-language', language);
      // What more answers would tell is asked at `/v1/assessments`; a match does not repeat it.
      const { missing, ...levelOfCare } = body.assessment.levelOfCare;
      expect(missing.length).toBeGreaterThan(0);
      expect(match.body).toMatchObject({
        language,
        safety: body.safety,
        held: null,
        assessment: { levelOfCare },
      });
    },
  );

  it.each(['en', 'es'] as const)('has words for every code that it names, in %s', async (language) => {
    const risks = { 'use.alcohol_daily': true, 'home.safe': true, 'wd.past_seizure': true };
    const { assessment, notAsked } = (await assess({ assessment: { risks } }, language)).body;
    const { levelOfCare, words } = assessment;
    const named = [
      ...levelOfCare.missing,
      ...levelOfCare.reasons.flatMap(({ inputs }) => Object.keys(inputs)),
      ...notAsked.flatMap(({ inputs }) => inputs),
    ];
    expect(levelOfCare.missing).toEqual(expect.arrayContaining(['severity', 'pregnant']));
    expect(new Set(Object.keys(words))).toEqual(new Set(named));
    expect(words).toMatchObject(
      language === 'en'
        ? { severity: 'how severe the use is', 'use.alcohol_daily': 'drinks daily' }
        : { severity: 'qué tan grave es el consumo', 'use.alcohol_daily': 'bebe todos los días' },
    );
  });

  it.each([
    [{ postalCode: '00000' }, '/constraints/near/postalCode'],
    [{ latitude: 41.3 }, '/constraints/near'],
    [{ postalCode: '06511', latitude: 41.3, longitude: -72.9 }, '/constraints/near'],
  ])(
    'refuses a place that cannot be found, %j, where it is asked for, as a match does',
    async (near, pointer) => {
      const bodies = [];
      for (const path of ['/v1/assessments', '/v1/matches']) {
        const { status, body } = await service.post(path, { constraints: { near } });
        expect([path, status, body.errors[0].pointer]).toEqual([path, 422, pointer]);
        bodies.push(body.errors);
      }
      expect(bodies[0]).toEqual(bodies[1]);
    },
  );

  it('says of a question whom it is about, a title for the person, and how to group many options', async () => {
    const { next } = (await assess({})).body;
    expect(next).toMatchObject({ title: 'What cannot wait', items: [{ about: 'anyone' }] });
    const { options, groups } = next!.items[0]!;
    expect(groups.map(({ title }) => title)).toEqual([
      'Breathing and waking',
      'Seizures, confusion, withdrawal',
      'Heart, head and body',
      'People in danger',
      'Driving, and looking after others',
    ]);
    expect(new Set(groups.flatMap((group) => group.options))).toEqual(
      new Set(options.map(({ value }) => value)),
    );
    const family = (await assess({ client: { role: 'family' } }, 'es')).body;
    expect(family.next).toMatchObject({ title: 'Lo que no puede esperar', items: [{ about: 'loved_one' }] });
  });

  it('takes a FHIR QuestionnaireResponse wherever answers are', async () => {
    const ours = { instrument: 'audit-c', answers: { audit1: 4, audit2: 3, audit3: 4 } };
    const fhir = {
      resourceType: 'QuestionnaireResponse',
      questionnaire: 'urn:treatment-navigator:questionnaire:audit-c|1',
      status: 'completed',
      item: [
        { linkId: 'audit1', answer: [{ valueCoding: { code: '4' } }] },
        { linkId: 'audit2', answer: [{ valueCoding: { system: 'http://loinc.org', code: 'LA18931-8' } }] },
        { linkId: 'audit3', answer: [{ valueCoding: { code: '4' } }] },
      ],
    };
    const [one, other] = await Promise.all(
      [ours, fhir].map(async (response) => assess({ assessment: { responses: [response] } })),
    );
    expect(other!.body).toEqual(one!.body);
    const scored = await service.post('/v1/instruments/audit-c/score', { response: fhir });
    expect(scored.body).toMatchObject({ status: 'complete', scales: [{ value: 11, positive: true }] });
  });

  it.each<[string, object, number, { pointer: string; message: string; suggestion?: string }[]]>([
    [
      'an instrument to skip that is not there',
      { assessment: { skipped: [{ instrument: 'audit-c' }, { instrument: 'risk-chek' }] } },
      400,
      [
        {
          pointer: '/assessment/skipped/1/instrument',
          message: 'there is no such instrument; see GET /v1/instruments; did you mean "risk-check"?',
          suggestion: 'risk-check',
        },
      ],
    ],
    [
      'items to skip that are not there',
      { assessment: { skipped: [{ instrument: 'audit-c', items: ['audit1', 'audit-2', 'age'] }] } },
      400,
      [
        {
          pointer: '/assessment/skipped/0/items/1',
          message: 'is not an item of this instrument; did you mean "audit2"?',
          suggestion: 'audit2',
        },
        { pointer: '/assessment/skipped/0/items/2', message: 'is not an item of this instrument' },
      ],
    ],
    [
      'an instrument that is not there',
      { assessment: { responses: [{ instrument: 'adit-c', answers: {} }] } },
      400,
      [
        {
          pointer: '/assessment/responses/0/instrument',
          message: 'there is no such instrument; see GET /v1/instruments; did you mean "audit-c"?',
          suggestion: 'audit-c',
        },
      ],
    ],
    [
      'an item that is not there',
      { assessment: { responses: [{ instrument: 'audit-c', answers: { audti1: 1 } }] } },
      400,
      [
        {
          pointer: '/assessment/responses/0/answers/audti1',
          message: 'is not an item of this instrument; remove it, or did you mean "audit1"?',
          suggestion: 'audit1',
        },
      ],
    ],
    [
      'an answer outside its options',
      { assessment: { responses: [{ instrument: 'audit-c', answers: { audit1: 7777 } }] } },
      422,
      [{ pointer: '/assessment/responses/0/answers/audit1', message: 'must be one of 0, 1, 2, 3, 4' }],
    ],
    [
      'answers to an instrument whose items may not be shipped',
      { assessment: { responses: [{ instrument: 'dast-10', answers: { q1: 1 } }] } },
      400,
      [
        {
          pointer: '/assessment/responses/0/answers/q1',
          message: 'is not an item of this instrument; remove it',
        },
      ],
    ],
    [
      'a total out of range',
      { assessment: { scores: [{ instrument: 'dast-10', score: 11 }] } },
      422,
      [{ pointer: '/assessment/scores/0/score', message: 'must be from 0 to 10' }],
    ],
    [
      'an input that is not there',
      { assessment: { risks: { 'wd.past_seizures': true } } },
      400,
      [
        {
          pointer: '/assessment/risks/wd.past_seizures',
          message: 'is not an input of the rules; did you mean "wd.past_seizure"?',
          suggestion: 'wd.past_seizure',
        },
      ],
    ],
    [
      'two answers to one question',
      {
        assessment: {
          responses: [
            { instrument: 'audit-c', answers: { audit1: 1 } },
            { instrument: 'audit', answers: { audit1: 2 } },
          ],
        },
      },
      422,
      [
        {
          pointer: '/assessment/responses/1',
          message: 'answers audit1 differently from another response; give one answer',
        },
      ],
    ],
    [
      'the id of a message',
      { assessment: { acknowledged: ['SF-OD'] } },
      400,
      [
        {
          pointer: '/assessment/acknowledged/0',
          message: expect.stringMatching(/give the token of the message as it was answered .*, not its id$/),
        },
      ],
    ],
    [
      'the DSM-5 list without its condition',
      { assessment: { responses: [{ instrument: 'dsm5-sud-checklist', answers: { dsm1: 1 } }] } },
      422,
      [
        {
          pointer: '/assessment/responses/0/condition',
          message: 'is required: this instrument is filled in for one condition',
        },
      ],
    ],
  ])('answers %s', async (_what, body, status, errors) => {
    const answer = await assess(body);
    expect(answer.status).toBe(status);
    expect(answer.body.errors ?? []).toEqual(errors);
    expect(JSON.stringify(answer.body)).not.toContain('7777');
  });
});

describe('instruments over HTTP', () => {
  it('are listed, with what may not be shipped entered as totals', async () => {
    const response = await service.get('/v1/instruments');
    const body = response.body as { total: number; instruments: { id: string; entry: string }[] };
    expect(response.headers['cache-control']).toMatch(/^public/);
    expect(body.total).toBe(body.instruments.length);
    expect(body.instruments.filter(({ entry }) => entry === 'total-only').map(({ id }) => id)).toEqual([
      'assist-lite',
      'cudit-r',
      'dast-10',
      'sds',
    ]);
    for (const { id, entry } of body.instruments) {
      const one = await service.get(`/v1/instruments/${id}`);
      expect(one.body).toMatchObject({ id, note: expect.stringContaining('not a diagnosis') });
      if (entry === 'total-only') expect((one.body as { items: unknown[] }).items).toEqual([]);
    }
    expect((await service.get('/v1/instruments/audit')).body).toMatchObject({
      licence: { notice: expect.stringContaining('World Health Organization 2001') },
    });
    expect((await service.get('/v1/instruments/adit-c')).body).toMatchObject({
      status: 404,
      detail: 'There is no instrument adit-c; did you mean audit-c?',
    });
  });

  it('are scored, with the cut-off that was used and its source', async () => {
    const answers = { audit1: 1, audit2: 1, audit3: 1 };
    const score = async (body: object) =>
      (await service.post('/v1/instruments/audit-c/score', body)).body as object;
    expect(await score({ answers })).toMatchObject({
      instrument: 'audit-c',
      version: '1',
      status: 'complete',
      scales: [{ value: 3, positive: true, cutOff: { atLeast: 3, for: 'unknown', status: 'convention' } }],
    });
    expect(await score({ answers, client: { sexAtBirth: 'male' } })).toMatchObject({
      scales: [
        { positive: false, cutOff: { atLeast: 4, for: 'male', source: expect.stringContaining('Delaney') } },
      ],
    });
    expect(await score({ answers, client: { age: 17 } })).toMatchObject({
      scales: [{ value: 3, positive: null, cutOff: null }],
      note: expect.stringContaining('Under 18'),
    });
    expect(await score({ answers: { audit1: 1 } })).toMatchObject({
      status: 'incomplete',
      missing: ['audit2', 'audit3'],
    });
    expect(await score({ total: 3 })).toMatchObject({
      enteredAs: 'total',
      scales: [{ value: 3, positive: true }],
    });
    const phq = await service.post('/v1/instruments/phq-9/score', { answers: { phq9: 1 } });
    expect(Object.keys(phq.body as object)[0]).toBe('safety');
    expect(phq.body).toMatchObject({ safety: [{ id: 'SF-SUI', level: 'high' }], status: 'incomplete' });
    expect(await score({ total: 3, answers })).toMatchObject({ status: 422 });
    expect(await score({})).toMatchObject({ status: 422 });
    expect(await score({ total: 13 })).toMatchObject({
      status: 422,
      errors: [{ pointer: '/total', message: 'must be from 0 to 12' }],
    });
  });
});
