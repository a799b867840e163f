import type { Response } from 'supertest';
import { CSL_ITEMS, PUBMED_FILE, RIS_FILE } from '../../support/citation-files.js';
import { type Person, WholeService } from '../../support/whole-service.js';

interface CitationBody {
  id: string;
  [field: string]: unknown;
}
interface Trail {
  action: string;
  entityId: string;
  before: object | null;
  after: object | null;
}

const UUID = expect.stringMatching(/^[0-9a-f-]{36}$/);
/** From the registry's files. */
const SORDO_DOI = '10.1136/bmj.j1550';

/** A fictional work. */
const TRIAL = {
  title: 'A fictional trial of fictional counselling',
  authors: [
    { family: 'Example', given: 'Ada Mary' },
    { family: 'Sample', given: 'Ben', particle: 'van der' },
  ],
  journal: 'Journal of Fictional Medicine',
  year: 2024,
  volume: '3',
  issue: '2',
  pages: '10-19',
  design: 'RCT (n=100)',
  population: 'adults in a fictional city',
  funding: 'the Fictional Fund',
  conflictOfInterest: 'none declared',
};

let service: WholeService;
let author: Person;
beforeAll(async () => {
  service = await WholeService.open();
  author = await service.person('Ann Author', 'author');
});
afterAll(() => service?.close());

const known = async (query: string): Promise<CitationBody> => {
  const { body } = await service.get(`/v1/citations?${query}`);
  return (body as { citations: CitationBody[] }).citations[0]!;
};
const trailOf = async (entityId?: string): Promise<Trail[]> =>
  service.dataSource.query(
    `SELECT action, entity_id AS "entityId", before, after FROM audit
      WHERE entity = 'citation' AND ($1::text IS NULL OR entity_id = $1) ORDER BY seq`,
    [entityId ?? null],
  );
const changesOf = async (entityId: string): Promise<string[]> => {
  const rows: { line: string }[] = await service.dataSource.query(
    `SELECT kind || ' ' || version AS line FROM change WHERE entity = 'citation' AND entity_id = $1 ORDER BY seq`,
    [entityId],
  );
  return rows.map(({ line }) => line);
};
const add = async (body: object): Promise<CitationBody> => {
  const response = await author.post('/v1/citations', body);
  expect([response.status, response.body.detail]).toEqual([201, undefined]);
  return response.body as CitationBody;
};
const tagOf = async (id: string) => (await service.get(`/v1/citations/${id}`)).headers['etag'] ?? 'none';
const outcomes = ({ body }: Response) =>
  (body.records as { outcome: string }[]).map(({ outcome }) => outcome);

describe('GET /v1/citations', () => {
  it('lists the registry newest first, every work once over all pages', async () => {
    const seen: CitationBody[] = [];
    let path: string | undefined = '/v1/citations?limit=40';
    while (path !== undefined) {
      const response: Response = await service.get(path);
      expect(response.body.total).toBe(112);
      seen.push(...(response.body.citations as CitationBody[]));
      path = /^<([^>]+)>/.exec(response.headers['link'] ?? '')?.[1];
    }
    expect(new Set(seen.map(({ id }) => id)).size).toBe(112);
    const years = seen.map(({ year }) => (year as number | null) ?? 0);
    expect(years).toEqual(years.toSorted((a, b) => b - a));
  });

  it.each([
    ['words in any order and case', 'q=MORTALITY%20sordo', '10.1136/bmj.j1550'],
    ['a DOI as an address in other case', 'doi=https://doi.org/10.1136/BMJ.J1550', '10.1136/bmj.j1550'],
    ['a PubMed number', 'pmid=PMID:28446428', '10.1136/bmj.j1550'],
    ['a Cochrane number', 'cochrane=cd002207', '10.1002/14651858.CD002207.pub4'],
  ])('finds by %s', async (_what, query, doi) => {
    const { body } = await service.get(`/v1/citations?${query}`);
    expect([body.total, body.citations[0].doi]).toEqual([1, doi]);
  });

  it('finds nothing if a word does not occur, and treats no character as a pattern', async () => {
    expect((await service.get('/v1/citations?q=sordo%20xyzzy')).body).toEqual({ total: 0, citations: [] });
    expect((await service.get('/v1/citations?q=%25%5F%25')).body.total).toBe(0);
    expect((await service.get('/v1/citations?retraction=retracted')).body.total).toBe(0);
  });

  it('names an invalid identifier, with the fix', async () => {
    const response = await service.get('/v1/citations?pmid=PMC5421454');
    expect([response.status, response.body.errors]).toEqual([
      400,
      [{ parameter: 'pmid', message: expect.stringContaining('PubMed Central') }],
    ]);
  });
});

describe('GET /v1/citations/{id}', () => {
  it('has what is known, and invents no reference for a work without a recorded title', async () => {
    const { id } = await known(`doi=${SORDO_DOI}`);
    const { status, body } = await service.get(`/v1/citations/${id}`);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      id,
      title: null,
      authors: null,
      reference: expect.stringMatching(/^Sordo L et al\. Mortality risk/),
      retraction: { state: 'none', on: null, notice: null },
      approaches: ['buprenorphine', 'methadone'],
      csl: { id, type: 'document', issued: { 'date-parts': [[2017]] }, DOI: SORDO_DOI, PMID: '28446428' },
    });
  });

  it('formats the reference in the style that is asked for', async () => {
    const { id } = await add({ ...TRIAL, doi: '10.5555/styles' });
    const reference = async (query: string) =>
      (await service.get(`/v1/citations/${id}${query}`)).body.reference as string;
    expect(await reference('')).toBe(
      'Example, A. M., & van der Sample, B. (2024). A fictional trial of fictional counselling. Journal of Fictional Medicine, 3(2), 10–19. https://doi.org/10.5555/styles',
    );
    expect(await reference('?style=apa')).toBe(await reference(''));
    expect(await reference('?style=vancouver')).toBe(
      'Example AM, van der Sample B. A fictional trial of fictional counselling. Journal of Fictional Medicine. 2024;3(2):10–9.',
    );
    expect(await reference('?style=harvard1')).toMatch(/^Example, A\.M\. and van der Sample, B\. \(2024\)/);
    const unknown = await service.get(`/v1/citations/${id}?style=vancuver`);
    expect([unknown.status, unknown.body.errors[0].suggestion]).toEqual([400, 'vancouver']);
  });

  it('answers 404 where there is none', async () => {
    const { status, body } = await service.get('/v1/citations/00000000-0000-4000-8000-000000000000');
    expect([status, body.detail]).toEqual([
      404,
      'There is no citation 00000000-0000-4000-8000-000000000000.',
    ]);
  });
});

describe('POST /v1/citations', () => {
  it('keeps a work with its identifiers in one form, and writes one row of the trail', async () => {
    const response = await author.post('/v1/citations', {
      ...TRIAL,
      doi: 'https://doi.org/10.1002/14651858.CD999999.pub2',
      pmid: 'PMID: 0990000009',
      doiSeen: true,
      verifiedAt: 'https://journal.example/1',
    });
    expect(response.status).toBe(201);
    const { body } = response;
    expect(body).toEqual({
      id: UUID,
      text: 'Example AM et al. A fictional trial of fictional counselling. Journal of Fictional Medicine 2024;3(2):10-19',
      reference: expect.stringContaining('(2024). A fictional trial'),
      ...TRIAL,
      authors: ['Example, Ada Mary', 'van der Sample, Ben'],
      doi: '10.1002/14651858.cd999999.pub2',
      doiUrl: 'https://doi.org/10.1002/14651858.cd999999.pub2',
      doiSeen: true,
      pmid: '990000009',
      pubmedUrl: 'https://pubmed.ncbi.nlm.nih.gov/990000009/',
      // Derived from the DOI.
      cochrane: 'CD999999',
      url: null,
      retraction: { state: 'none', on: null, notice: null },
      verifiedAt: 'https://journal.example/1',
      note: null,
      style: 'apa',
      csl: expect.objectContaining({ type: 'article-journal', 'container-title': TRIAL.journal }),
      approaches: [],
      version: 1,
    });
    expect(response.headers['location']).toBe(`/v1/citations/${body.id}`);
    expect((await service.get(response.headers['location']!)).body).toEqual(body);
    expect(await trailOf(body.id)).toEqual([
      {
        action: 'citation.create',
        entityId: body.id,
        before: null,
        after: expect.objectContaining({ doi: body.doi, pmid: body.pmid, title: TRIAL.title }),
      },
    ]);
    expect(await changesOf(body.id)).toEqual(['created 1']);
  });

  it.each([
    ['DOI in other case', { doi: 'doi:10.1136/BMJ.j1550' }, '/doi', `doi=${SORDO_DOI}`],
    ['PubMed number', { pmid: '28446428' }, '/pmid', `doi=${SORDO_DOI}`],
    ['Cochrane number alone', { cochrane: 'CD002207' }, '/cochrane', 'cochrane=CD002207'],
  ])('answers 409 with the citation that has the %s', async (_what, identifiers, pointer, query) => {
    const { id } = await known(query);
    const response = await author.post('/v1/citations', { title: 'The same again', ...identifiers });
    expect([response.status, response.body.errors]).toEqual([
      409,
      [{ pointer, message: `is of citation ${id}, which already exists` }],
    ]);
  });

  it('takes another version of a Cochrane review, which has a DOI of its own', async () => {
    const added = await add({ title: 'A fictional update', doi: '10.1002/14651858.CD002207.pub99' });
    expect(added['cochrane']).toBe('CD002207');
    expect((await service.get('/v1/citations?cochrane=CD002207')).body.total).toBe(2);
  });

  it('answers 409 with both citations if the identifiers belong to two', async () => {
    const [{ id: first }, { id: second }] = [await known(`doi=${SORDO_DOI}`), await known('pmid=34076676')];
    const response = await author.post('/v1/citations', {
      title: 'Both',
      doi: SORDO_DOI,
      pmid: '34076676',
    });
    expect(response.status).toBe(409);
    expect(response.body.detail).toContain(first);
    expect(response.body.detail).toContain(second);
  });

  it.each([
    ['no identifier', { title: 'T' }, 422, ''],
    ['neither title nor text', { doi: '10.5555/x' }, 422, '/title'],
    ['a DOI that is none', { title: 'T', doi: 'j1550' }, 400, '/doi'],
    [
      'a Cochrane number of another review than its DOI',
      { title: 'T', doi: '10.1002/14651858.CD000001', cochrane: 'CD000002' },
      422,
      '/cochrane',
    ],
    ['an author without a name', { title: 'T', pmid: '1', authors: [{ given: 'Ada' }] }, 400, '/authors/0'],
    [
      'a person who is a group',
      { title: 'T', pmid: '1', authors: [{ family: 'A', literal: 'B' }] },
      400,
      '/authors/0/literal',
    ],
    ['a year to come late', { title: 'T', pmid: '1', year: 2999 }, 400, '/year'],
    [
      'a retraction, which is none of its fields',
      { title: 'T', pmid: '1', retraction: 'retracted' },
      400,
      '/retraction',
    ],
  ])('refuses %s', async (_what, body, status, pointer) => {
    const response = await author.post('/v1/citations', body);
    expect([response.status, response.body.errors?.[0].pointer]).toEqual([status, pointer]);
  });

  it('is for authors and reviewers', async () => {
    const body = { title: 'T', pmid: '990000100' };
    expect((await service.post('/v1/citations', body)).status).toBe(401);
    const coach = await service.person('Cory Coach', 'coach');
    expect((await coach.post('/v1/citations', body)).status).toBe(403);
    const reviewer = await service.person('Rita Reviewer', 'reviewer');
    expect((await reviewer.post('/v1/citations', body)).status).toBe(201);
  });

  it('keeps one of two that add the same work at the same moment', async () => {
    const responses = await Promise.all(
      ['10.5555/RACE', 'doi:10.5555/race'].map((doi) =>
        author.post('/v1/citations', { title: 'A race', doi }),
      ),
    );
    expect(responses.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([201, 409]);
    expect((await service.get('/v1/citations?doi=10.5555/race')).body.total).toBe(1);
  });

  it('gives a repeat with the same Idempotency-Key the same response, and writes once', async () => {
    const send = () =>
      author.post('/v1/citations', { title: 'Once', doi: '10.5555/once' }).set('idempotency-key', 'one-wish');
    const [first, second] = [await send(), await send()];
    expect([first.status, second.status]).toEqual([201, 201]);
    expect(second.body).toEqual(first.body);
    expect(await trailOf(first.body.id)).toHaveLength(1);
  });
});

describe('PATCH /v1/citations/{id}', () => {
  const patch = async (id: string, body: object, tag?: string) =>
    author.patch(`/v1/citations/${id}`, body).set('if-match', tag ?? (await tagOf(id)));

  it('completes a work of the registry, whose own words stay; approaches show its reference then', async () => {
    const { id, text } = await known('doi=10.1136/bmj.f174');
    const response = await patch(id, {
      title: 'A title that was looked up (fictional)',
      authors: [{ family: 'Walley', given: 'A Y' }],
      journal: 'BMJ',
    });
    expect([response.status, response.body.version, response.body.text]).toEqual([200, 2, text]);
    expect(await trailOf(id)).toEqual([
      {
        action: 'citation.change',
        entityId: id,
        before: { title: null, authors: null, journal: null },
        after: {
          title: 'A title that was looked up (fictional)',
          authors: [{ family: 'Walley', given: 'A Y' }],
          journal: 'BMJ',
        },
      },
    ]);
    expect(await changesOf(id)).toEqual(['created 1', 'changed 2']);
    const { citations } = (await service.get('/v1/approaches/naloxone')).body as {
      citations: CitationBody[];
    };
    expect(citations.map(({ reference }) => reference)).toEqual([response.body.reference]);
    expect(response.body.reference).toBe(
      'Walley, A. Y. (2013). A title that was looked up (fictional). BMJ. https://doi.org/10.1136/bmj.f174',
    );
  });

  it('composes a line again that was composed of the fields, and removes what is null', async () => {
    const { id } = await add({ ...TRIAL, doi: '10.5555/line' });
    const { body } = await patch(id, { title: 'Another title', issue: null, pages: null });
    expect([body.text, body.issue]).toEqual([
      'Example AM et al. Another title. Journal of Fictional Medicine 2024;3',
      null,
    ]);
  });

  it('corrects an identifier, whose old form is free again', async () => {
    const { id } = await add({ title: 'Mistyped', doi: '10.5555/mistyped' });
    expect((await patch(id, { doi: '10.5555/right' })).body.doi).toBe('10.5555/right');
    expect((await add({ title: 'Another', doi: '10.5555/mistyped' })).id).not.toBe(id);
  });

  it('gives no citation the identifier of another', async () => {
    const { id } = await add({ title: 'Alone', doi: '10.5555/alone' });
    const other = await known(`doi=${SORDO_DOI}`);
    for (const body of [{ doi: SORDO_DOI }, { pmid: '28446428' }]) {
      const response = await patch(id, body);
      expect([response.status, response.body.detail]).toEqual([409, expect.stringContaining(other.id)]);
    }
    const last = await patch(id, { doi: null });
    expect([last.status, last.body.detail]).toEqual([
      422,
      expect.stringContaining('give doi, pmid or cochrane'),
    ]);
    expect(await trailOf(id)).toHaveLength(1);
  });

  it('writes nothing where nothing differs', async () => {
    const { id } = await add({ ...TRIAL, doi: '10.5555/same' });
    const tag = await tagOf(id);
    const { status, body } = await patch(id, { title: TRIAL.title, doi: 'DOI:10.5555/SAME' });
    expect([status, body.version]).toEqual([200, 1]);
    expect([await tagOf(id), await trailOf(id)]).toEqual([tag, [expect.anything()]]);
  });

  it('needs If-Match with the current ETag', async () => {
    const { id } = await add({ title: 'Guarded', doi: '10.5555/guarded' });
    const tag = await tagOf(id);
    expect((await author.patch(`/v1/citations/${id}`, { note: 'blind' })).status).toBe(428);
    expect((await patch(id, { note: 'first' }, tag)).status).toBe(200);
    const stale = await patch(id, { note: 'second' }, tag);
    expect([stale.status, stale.headers['etag']]).toEqual([412, await tagOf(id)]);
    expect((await service.get(`/v1/citations/${id}`)).body.note).toBe('first');
  });

  it('takes a merge patch by its name', async () => {
    const { id } = await add({ title: 'Named', doi: '10.5555/named' });
    const response = await author
      .patch(`/v1/citations/${id}`, { note: 'merged' })
      .set('content-type', 'application/merge-patch+json')
      .set('if-match', await tagOf(id));
    expect([response.status, response.body.note]).toEqual([200, 'merged']);
  });

  it('answers 404 where there is none, 401 and 403 like every write', async () => {
    const path = '/v1/citations/00000000-0000-4000-8000-000000000000';
    expect((await author.patch(path, {}).set('if-match', '"x"')).status).toBe(404);
    const coach = await service.person('Cory Coach', 'coach');
    expect((await coach.patch(path, {})).status).toBe(403);
  });
});

describe('POST /v1/citations/imports', () => {
  const send = (format: string, text: string, more: object = {}) =>
    author.post('/v1/citations/imports', { format, text, ...more });

  it('imports a file of PubMed: creates, completes, and reports that a work was retracted', async () => {
    const before = (await trailOf()).length;
    const sordo = await known(`doi=${SORDO_DOI}`);
    const response = await send('pubmed', PUBMED_FILE);
    expect([response.status, response.body]).toEqual([
      200,
      {
        dryRun: false,
        read: 3,
        created: 2,
        completed: 1,
        unchanged: 0,
        refused: 0,
        records: [
          { position: 1, outcome: 'completed', citationId: sordo.id, identifier: 'doi:10.1136/bmj.j1550' },
          {
            position: 2,
            outcome: 'created',
            citationId: UUID,
            identifier: 'doi:10.5555/fic-0000(24)00001-x',
          },
          {
            position: 3,
            outcome: 'created',
            citationId: UUID,
            identifier: 'PMID 990000002',
            message: expect.stringContaining('PubMed marks it as retracted'),
          },
        ],
      },
    ]);
    const [, { citationId }] = response.body.records;
    expect((await service.get(`/v1/citations/${citationId}`)).body).toMatchObject({
      authors: ['Example, A. M.', 'van der Sample, B.', 'Fictional Trial Group'],
      design: 'randomized controlled trial',
      funding: 'R01 DA000000/DA/NIDA NIH HHS/United States',
      conflictOfInterest: 'The authors are fictional and declare no interests.',
      retraction: { state: 'none' },
      doiSeen: true,
    });
    // What the registry knew is not overwritten.
    expect((await service.get(`/v1/citations/${sordo.id}`)).body).toMatchObject({
      text: sordo['text'],
      design: 'meta-analysis of cohorts',
      authors: ['Sordo, Luis', 'Barrio, Gregorio'],
      reference: expect.stringMatching(/^Sordo, L\., & Barrio, G\. \(2017\)\. Mortality risk/),
    });
    expect(await trailOf(sordo.id)).toEqual([
      {
        action: 'citation.complete',
        entityId: sordo.id,
        before: { title: null, authors: null, journal: null, volume: null, pages: null },
        after: expect.objectContaining({ volume: '357', pages: 'j1550' }),
      },
    ]);
    expect(await trailOf()).toHaveLength(before + 3);
    const again = await send('pubmed', PUBMED_FILE);
    expect(outcomes(again)).toEqual(['unchanged', 'unchanged', 'unchanged']);
    expect(await trailOf()).toHaveLength(before + 3);
  });

  it('imports RIS, and a record without an identifier does not stop the file', async () => {
    const response = await send('ris', RIS_FILE);
    expect(response.body.records).toEqual([
      // The same work with an additional address.
      { position: 1, outcome: 'completed', citationId: UUID, identifier: 'doi:10.1136/bmj.j1550' },
      { position: 2, outcome: 'created', citationId: UUID, identifier: 'doi:10.5555/fic.2021.1' },
      {
        position: 3,
        outcome: 'refused',
        identifier: null,
        message: 'has no DOI, PubMed number or Cochrane number; add one to the record',
      },
    ]);
  });

  it('imports a library with its abstracts, and says how to import a larger one', async () => {
    const record = (number: number) =>
      `TY  - JOUR\nTI  - Fictional work ${number}\nDO  - 10.5555/library.${number}\nAB  - ${'word '.repeat(600)}\nER  - \n`;
    const library = Array.from({ length: 150 }, (_, number) => record(number)).join('\n');
    expect(library.length).toBeGreaterThan(256 * 1024);
    expect(await send('ris', library, { dryRun: true })).toMatchObject({
      status: 200,
      body: { read: 150, created: 150, refused: 0 },
    });
    const tooLarge = await send('ris', 'TY  - JOUR\n'.padEnd(4 * 1024 * 1024, ' '));
    expect(tooLarge.status).toBe(413);
    expect((tooLarge.body as { detail: string }).detail).toBe(
      'The body may have at most 4096 kB. Send the library in parts, without abstracts, or import the file with `navigator import citations`.',
    );
  });

  it('imports CSL-JSON, a work once even if the file has it twice', async () => {
    const twice = [...CSL_ITEMS, { ...CSL_ITEMS[1], DOI: 'HTTPS://DOI.ORG/10.5555/FIC.2022.2', volume: '9' }];
    const response = await send('csl-json', JSON.stringify(twice));
    expect(outcomes(response)).toEqual(['unchanged', 'created', 'completed']);
    const [, second, third] = response.body.records as { citationId: string }[];
    expect(third!.citationId).toBe(second!.citationId);
  });

  it('refuses a record that is of two citations with both, and one that contradicts the known', async () => {
    const items = [
      { title: 'Two', DOI: SORDO_DOI, PMID: '34076676' },
      { title: 'Another DOI', DOI: '10.5555/another', PMID: '28446428' },
      { title: 'Good', DOI: '10.5555/good' },
      { title: 'Bad', DOI: 'nowhere' },
      { DOI: '10.5555/untitled' },
      { title: 'Some version', DOI: '', PMID: '', note: '' },
    ];
    const [first, second] = [await known(`doi=${SORDO_DOI}`), await known('pmid=34076676')];
    const { body } = await send('csl-json', JSON.stringify(items));
    expect(body).toMatchObject({ read: 6, created: 1, refused: 5 });
    const messages = (body.records as { message?: string }[]).map(({ message }) => message);
    expect(messages[0]).toContain(first.id);
    expect(messages[0]).toContain(second.id);
    expect(messages[1]).toBe(
      `is citation ${first.id} by one identifier, but that has the DOI ${SORDO_DOI}, not 10.5555/another; ` +
        `correct one of them`,
    );
    expect(messages.slice(2)).toEqual([
      undefined,
      expect.stringMatching(/^doi: must be a DOI/),
      'has no title and matches no known citation; add the title',
      'has no DOI, PubMed number or Cochrane number; add one to the record',
    ]);
  });

  it('accepts a thousand records at most, since other writes wait meanwhile', async () => {
    const items = Array.from({ length: 1001 }, (_one, at) => ({ title: 'Many', DOI: `10.5555/many.${at}` }));
    const { status, body } = await send('csl-json', JSON.stringify(items));
    expect([status, body.errors[0]]).toEqual([
      422,
      { pointer: '/text', message: expect.stringMatching(/^holds 1001 records: send at most 1000/) },
    ]);
  });

  it('reports with dryRun what would happen, and writes nothing', async () => {
    const items = [
      { title: 'Dry', DOI: '10.5555/dry' },
      { title: 'Dry', DOI: '10.5555/dry', volume: '1' },
      { DOI: '10.1371/journal.pone.0087366', volume: '9', title: 'Known (fictional title)' },
    ];
    const before = await trailOf();
    const { body } = await send('csl-json', JSON.stringify(items), { dryRun: true });
    expect(body).toEqual({
      dryRun: true,
      read: 3,
      created: 1,
      completed: 2,
      unchanged: 0,
      refused: 0,
      records: [
        { position: 1, outcome: 'created', identifier: 'doi:10.5555/dry' },
        { position: 2, outcome: 'completed', identifier: 'doi:10.5555/dry' },
        {
          position: 3,
          outcome: 'completed',
          identifier: 'doi:10.1371/journal.pone.0087366',
          citationId: UUID,
        },
      ],
    });
    expect(await trailOf()).toEqual(before);
    expect((await service.get('/v1/citations?doi=10.5555/dry')).body.total).toBe(0);
  });

  it.each([
    ['ris', PUBMED_FILE, 'TY  - '],
    ['pubmed', RIS_FILE, 'PMID- '],
    ['csl-json', RIS_FILE, 'is not JSON'],
  ])('refuses a file that is not %s, with the reason', async (format, text, reason) => {
    const response = await send(format, text);
    expect([response.status, response.body.errors]).toEqual([
      422,
      [{ pointer: '/text', message: expect.stringContaining(reason) }],
    ]);
  });

  it('gives a repeat with the same Idempotency-Key the same response', async () => {
    const items = JSON.stringify([{ title: 'Repeated', DOI: '10.5555/repeated' }]);
    const once = () => send('csl-json', items).set('idempotency-key', 'one-import');
    expect(outcomes(await once())).toEqual(['created']);
    expect(outcomes(await once())).toEqual(['created']);
    expect((await service.get('/v1/citations?doi=10.5555/repeated')).body.total).toBe(1);
  });

  it('is for authors and reviewers', async () => {
    const body = { format: 'ris', text: RIS_FILE };
    expect((await service.post('/v1/citations/imports', body)).status).toBe(401);
    const editor = await service.person('Eve Editor', 'directory-editor');
    expect((await editor.post('/v1/citations/imports', body)).status).toBe(403);
  });
});

describe('The trail of citations', () => {
  it('has one row for every write among the changes', async () => {
    const [{ rows }]: [{ rows: string }] = await service.dataSource.query(
      // The registry's own works were loaded with their approaches, not by a person.
      `SELECT count(*) AS rows FROM change WHERE entity = 'citation' AND NOT (kind = 'created' AND entity_id IN
         (SELECT citation_id::text FROM approach_citation))`,
    );
    expect(await trailOf()).toHaveLength(Number(rows));
  });

  it('names who acted', async () => {
    const admin = await service.person('Ada Admin', 'administrator');
    const { acts } = (await admin.get('/v1/audit?entity=citation&limit=1')).body;
    expect(acts).toEqual([
      expect.objectContaining({ actorName: author.name, actorId: author.id, requestId: expect.any(String) }),
    ]);
  });
});
