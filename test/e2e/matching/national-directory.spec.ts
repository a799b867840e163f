import { ROUND_THE_CLOCK } from '../../../src/core/vocabulary/levels-of-care.js';
import type { ProgramDetail } from '../../../src/directory/program-detail.dto.js';
import { importDirectory, readDirectoryFile } from '../../support/samhsa/import-directory.js';
import { today } from '../../support/days.js';
import { answerTo, type Asked, promisesOf, trackOf, wholeTrack } from '../../support/match-answers.js';
import { csvOf, withFile } from '../../support/samhsa/facility-files.js';
import { describeWithShared } from '../../support/shared-material.js';
import { shuffled } from '../../support/shuffled.js';
import { WholeService } from '../../support/whole-service.js';

const WORKBOOK = 'data/samhsa/national-directory-su-facilities-2023.xlsx';

/** A client with severe opioid use disorder and Medicaid, who cannot leave work. */
function worker(postalCode: string): Asked {
  return {
    client: { role: 'self', age: 34 },
    assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }] },
    constraints: {
      near: { postalCode },
      maxDistanceKm: 40,
      cannotLeaveWork: true,
      payers: ['medicaid'],
    },
  };
}
const NEW_HAVEN = worker('06511');
const MISSOULA = worker('59801');

let workbookTable: ReturnType<typeof readDirectoryFile> | undefined;
/** The directory of a service, and the latest transaction that wrote a program. */
async function countsOf({ dataSource }: WholeService): Promise<Record<string, unknown>> {
  const [counts] = await dataSource.query<Record<string, unknown>[]>(
    `SELECT (SELECT count(*)::integer FROM program) AS programs,
            (SELECT count(*)::integer FROM program_source) AS records,
            (SELECT count(*)::integer FROM change WHERE entity = 'program') AS changes,
            (SELECT count(*)::integer FROM import_run) AS runs,
            (SELECT count(*)::integer FROM import_issue) AS issues,
            (SELECT max(xmin::text::bigint)::text FROM program) AS latest`,
  );
  return counts!;
}

/** Read once for all imports of this file. */
function tableOf(workbook: string) {
  return (workbookTable ??= readDirectoryFile(workbook));
}

function everyEighth({ rows }: Awaited<ReturnType<typeof readDirectoryFile>>) {
  return rows.filter((_, i) => i % 8 === 0).map(({ cells }) => cells);
}

describeWithShared('A match on the national directory of 2023', WORKBOOK, (workbook) => {
  let service: WholeService;

  beforeAll(async () => {
    service = await WholeService.open();
    const table = await tableOf(workbook);
    await importDirectory(service.dataSource, { file: workbook, table, edition: '2023', today });
  }, 300_000);

  afterAll(() => service.close());

  it('has every facility, with what could not be used unchanged', async () => {
    expect(await countsOf(service)).toMatchObject({
      programs: 12_744,
      records: 12_744,
      changes: 12_744,
      runs: 1,
      issues: 2884,
    });
  });

  async function detailOf(id: string): Promise<ProgramDetail> {
    return (await service.get(`/v1/programs/${id}`)).body as ProgramDetail;
  }

  describe('for a client in New Haven with severe opioid use disorder, Medicaid, and a job to keep', () => {
    it('names no program that is residential only, unless it may counsel as an opioid treatment program', async () => {
      const matches = await wholeTrack(service, NEW_HAVEN, 'treatment');
      expect(matches.length).toBeGreaterThan(10);
      const residential = matches.filter(
        ({ program: { levelsOfCare } }) =>
          levelsOfCare.length > 0 && levelsOfCare.every((level) => ROUND_THE_CLOCK.has(level)),
      );
      const isOpen = ({ constraints }: (typeof matches)[number]) =>
        constraints.some(
          ({ code, detail }) => code === 'can_keep_working' && detail.startsWith('It may offer a level'),
        );
      expect(residential.filter((match) => !isOpen(match)).map(({ program }) => program.name)).toEqual([]);
    }, 60_000);

    it('puts ten programs first that start or continue methadone or buprenorphine, by their own facts', async () => {
      const { matches } = trackOf(await answerTo(service, NEW_HAVEN), 'treatment');
      const stances = await Promise.all(
        matches.slice(0, 10).map(async ({ program }) => {
          const { medications } = (await detailOf(program.id)).facts;
          return medications
            .filter(({ medication }) => /^(methadone|buprenorphine)/.test(medication))
            .map(({ stance }) => stance);
        }),
      );
      expect(stances).toHaveLength(10);
      for (const known of stances)
        expect(known).toEqual(expect.arrayContaining([expect.stringMatching(/^(starts|continues)$/)]));
    }, 60_000);

    it('says of each what is unknown, and what to ask', async () => {
      const { matches } = trackOf(await answerTo(service, { ...NEW_HAVEN, limit: 20 }), 'treatment');
      expect(matches).toHaveLength(20);
      for (const { tier, constraints } of matches) {
        const open = constraints.filter(({ verdict }) => verdict === 'unknown');
        expect(tier).toBe(open.length > 0 ? 'confirm_first' : 'meets_all');
        for (const { reason, ask, askClient } of open) {
          expect(reason).toMatch(/\.$/);
          // What the client has not stated is asked of them once, and of no program.
          expect(ask ?? `${askClient}?`).toMatch(/\?$/);
          expect(ask === undefined).toBe(askClient !== undefined);
        }
        // The directory has no hours, so no program is known to fit the job.
        expect(open.map(({ code }) => code)).toContain('can_keep_working');
      }
    }, 60_000);

    it('gives every one of its reasons as a sentence, and scores that add up', async () => {
      const { matches } = trackOf(await answerTo(service, NEW_HAVEN), 'treatment');
      for (const { score, criteria, constraints } of matches) {
        const sum = criteria.reduce((total, { contribution }) => total + contribution, 0);
        expect(Math.abs(sum - score)).toBeLessThan(1e-8);
        for (const { reason } of [...criteria, ...constraints]) expect(reason).toMatch(/^[A-Z0-9].*\.$/s);
      }
    }, 60_000);
  });

  describe('where programs are few', () => {
    const { client, assessment, constraints } = MISSOULA;
    it.each<[string, Asked]>([
      ['as it is', MISSOULA],
      ['with a payer few take', { ...MISSOULA, constraints: { ...constraints, payers: ['military'] } }],
      [
        'in person, in one kind of care',
        {
          client,
          assessment,
          constraints: {
            ...constraints,
            payers: ['military'],
            modalities: ['in-person'],
            levelsOfCare: ['iop'],
            strictness: { can_keep_working: 'preferred' },
          },
        },
      ],
      [
        'with everything to be confirmed',
        {
          client,
          assessment,
          constraints: {
            ...constraints,
            mustServe: ['veterans'],
            strictness: { population: 'confirmed', can_keep_working: 'confirmed' },
          },
        },
      ],
    ])(
      'names near misses and what to relax, and a second request confirms every count: %s',
      async (_how, asked) => {
        const { nearMisses, relaxations } = trackOf(await answerTo(service, asked), 'treatment');
        expect(nearMisses.length).toBeGreaterThan(0);
        expect(relaxations.length).toBeGreaterThan(0);
        for (const { promised, found, of } of await promisesOf(service, asked))
          expect({ of, ...found }).toEqual({ of, ...promised });
      },
      120_000,
    );
  });

  it('never shows a program that the source calls alcohol-only to a client who uses opioids', async () => {
    const rows: { id: string; state: string }[] = await service.dataSource.query(`
      SELECT p.id, l.state FROM program p
        JOIN location l ON l.id = p.location_id
        JOIN program_source s ON s.program_id = p.id
       WHERE s.verbatim ->> 'service_code_info' ~ '\\mAUDO\\M'
         AND s.verbatim ->> 'service_code_info' !~ '\\mOUDO\\M'
       ORDER BY l.state, p.id`);
    expect(rows).toHaveLength(54);
    const shown = async (condition: 'opioid' | 'alcohol', state: string) => {
      // Without a severity, nothing else, such as medication, excludes a program.
      const asked: Asked = { client: { state: state as 'CT' }, assessment: { conditions: [{ condition }] } };
      const { tracks } = await answerTo(service, { ...asked, limit: 100 });
      const seen = tracks.flatMap(({ matches, nearMisses }) => [...matches, ...nearMisses]);
      for (const { nextCursor } of tracks)
        for (let cursor = nextCursor; cursor !== undefined;) {
          const [track] = (await answerTo(service, { ...asked, limit: 100, cursor })).tracks;
          seen.push(...track!.matches);
          cursor = track!.nextCursor;
        }
      return seen.map(({ program }) => program.id);
    };
    const states = [...new Set(rows.map(({ state }) => state))];
    const alcoholOnlyIn = (state: string) => rows.filter((row) => row.state === state).map(({ id }) => id);
    for (const state of states) {
      const forOpioids = new Set(await shown('opioid', state));
      expect(forOpioids.size).toBeGreaterThan(0);
      expect(alcoholOnlyIn(state).filter((id) => forOpioids.has(id))).toEqual([]);
    }
    const [first = ''] = states;
    expect(await shown('alcohol', first)).toEqual(expect.arrayContaining(alcoholOnlyIn(first)));
  }, 300_000);

  it('neither drops nor promises a program whose hours are not reported', async () => {
    const asked: Asked = {
      assessment: { conditions: [{ condition: 'alcohol', severity: 'moderate' }] },
      constraints: { near: { postalCode: '06511' }, maxDistanceKm: 40, modalities: ['in-person'] },
    };
    const before = await wholeTrack(service, asked, 'treatment');
    const after = await wholeTrack(
      service,
      { ...asked, constraints: { ...asked.constraints, cannotLeaveWork: true } },
      'treatment',
    );
    const attended = before.filter(({ program: { levelsOfCare } }) =>
      levelsOfCare.some((level) => ['op', 'op-med', 'iop'].includes(level)),
    );
    expect(attended.length).toBeGreaterThan(50);
    const kept = new Map(after.map((match) => [match.program.id, match]));
    for (const { program } of attended) {
      const match = kept.get(program.id);
      expect(match?.tier).toBe('confirm_first');
      expect(match?.constraints).toContainEqual(
        expect.objectContaining({
          code: 'can_keep_working',
          verdict: 'unknown',
          safety: false,
          detail: expect.stringMatching(/hours.* not reported/),
          ask: expect.stringMatching(/\?$/),
        }),
      );
    }
  }, 60_000);
});

describeWithShared('Every eighth row of the national directory, in two orders', WORKBOOK, (workbook) => {
  let inOrder: WholeService;
  let shuffledOnes: WholeService;

  beforeAll(async () => {
    [inOrder, shuffledOnes] = await Promise.all([WholeService.open(), WholeService.open()]);
    const some = everyEighth(await tableOf(workbook));
    for (const [{ dataSource }, cells] of [
      [inOrder, some],
      [shuffledOnes, shuffled(some)],
    ] as const)
      await withFile('rows.csv', csvOf(cells), async (file) => {
        const { created } = await importDirectory(dataSource, { file, edition: '2023', today });
        expect(created).toBe(1593);
      });
  }, 120_000);

  afterAll(async () => {
    await inOrder.close();
    await shuffledOnes.close();
  });

  it('writes nothing the second time', async () => {
    const before = await countsOf(inOrder);
    const rows = everyEighth(await tableOf(workbook));
    await withFile('again.csv', csvOf(shuffled(rows)), async (file) => {
      expect(await importDirectory(inOrder.dataSource, { file, edition: '2023', today })).toMatchObject({
        read: 1593,
        refused: 0,
        created: 0,
        changed: 0,
        unchanged: 1593,
        withdrawn: 0,
        run: null,
      });
    });
    expect(await countsOf(inOrder)).toEqual(before);
  });

  it.each<[string, Asked]>([
    ['nothing asked', {}],
    ['New Haven', { ...NEW_HAVEN, limit: 100 }],
    ['Missoula', { ...MISSOULA, limit: 100 }],
    [
      'a family in Ohio',
      {
        client: { role: 'family', state: 'OH' },
        lovedOne: { age: 19 },
        assessment: { conditions: [{ condition: 'stimulant', severity: 'mild' }, { condition: 'cannabis' }] },
        preferences: { goal: 'reduction', wishes: ['secular', 'one-to-one'] },
      },
    ],
  ])(
    'answers a match byte for byte the same, whatever the order of the rows: %s',
    async (_who, asked) => {
      const [one, two] = await Promise.all([inOrder.match(asked), shuffledOnes.match(asked)]);
      expect([one.status, two.status]).toEqual([200, 200]);
      expect(two.text === one.text).toBe(true);
    },
    60_000,
  );

  it.each([
    'q=methadon%20new%20haven',
    'approach=cbt&state=OH',
    'state=CT&payer=medicaid',
    'sort=evidence&condition=opioid&limit=100',
    'near=46.87,-114&radiusKm=200',
  ])(
    'answers a search byte for byte the same, whatever the order of the rows: %s',
    async (query) => {
      const [one, two] = await Promise.all([
        inOrder.get(`/v1/programs?${query}`),
        shuffledOnes.get(`/v1/programs?${query}`),
      ]);
      expect([one.status, two.status]).toEqual([200, 200]);
      expect(two.text === one.text).toBe(true);
    },
    60_000,
  );
});
