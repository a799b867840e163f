import { Metrics } from '../../../src/metrics/metrics.js';
import { eventually } from '../../support/eventually.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

/** What a client might send, or be found by; none of it may be in a scrape. */
const VALUES = [
  'qwhzx',
  '6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e',
  '06511',
  '41.30',
  '72.92',
  'methadon',
  'pregnant',
  'postpartum',
  'opioid',
  'veterans',
  'Elm Clinic',
  'X-Qwhzx',
];
const ODD = Array.from({ length: 40 }, (_, number) => `qwhzx${number}`);

let service: WholeService;
beforeAll(async () => {
  service = await WholeService.open();
  await service.store('survey', [program('Elm Clinic', { conditions: { yes: ['opioid'] } })]);
});
afterAll(() => service.close());

const scrape = () => service.part(Metrics).registry.metrics();
const valueOf = (text: string, line: string) =>
  Number(
    text
      .split('\n')
      .find((each) => each.startsWith(`${line} `))
      ?.slice(line.length + 1),
  );

describe('A scrape', () => {
  it('holds no word, id or place of any request', async () => {
    for (const word of ODD) {
      await service.get(`/${word}/06511`);
      await service.get(`/v1/programs/${word}`);
      await service.get(`/v1/programs?q=${word}&near=41.30,-72.92&population=veterans`).set('x-qwhzx', word);
      await service.get(`/v1/approaches/${word}?${word}=methadon`).set('authorization', `Bearer ${word}`);
      await service.match({
        assessment: { conditions: [{ condition: 'opioid', severity: 'severe' }], [word]: true },
        constraints: { near: { postalCode: '06511' }, mustServe: ['pregnant'] },
      });
    }
    await service.get('/v1/programs/6f9e3c1a-3b0e-4f8e-9b59-2a4f1f0f7f0e');
    const answer = await service.match({ assessment: { conditions: [{ condition: 'opioid' }] } });
    expect(answer.status).toBe(200);
    const text = await eventually(async () => {
      const scraped = await scrape();
      expect(valueOf(scraped, 'http_requests_in_flight')).toBe(0);
      return scraped;
    });
    // Names of facts are a closed list, and one of them has the name of a condition in it.
    const rest = text.replace(/fact="\w+"/g, '').toLowerCase();
    expect(VALUES.filter((value) => rest.includes(value.toLowerCase()))).toEqual([]);
  });

  it('has labels of closed lists alone: templates of routes, methods, classes of status, codes', async () => {
    const text = await scrape();
    const labels = [...text.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name = '', value = '']) => ({
      name,
      value,
    }));
    const valuesOf = (name: string) =>
      new Set(labels.flatMap((each) => (each.name === name ? [each.value] : [])));
    expect([...new Set(labels.map(({ name }) => name))].toSorted()).toEqual([
      'fact',
      'le',
      'method',
      'part',
      'route',
      'state',
      'status',
    ]);
    for (const route of valuesOf('route')) expect(route).toMatch(/^(none|\/[\w/:*.$-]*)$/);
    expect([...valuesOf('route')]).toEqual(
      expect.arrayContaining(['none', '/v1/programs/:id', '/v1/matches']),
    );
    for (const status of valuesOf('status')) expect(status).toMatch(/^[2345]xx$/);
    expect([...valuesOf('part')].toSorted()).toEqual(['rank', 'write']);
    expect([...valuesOf('state')].toSorted()).toEqual(['busy', 'idle', 'waiting']);
  });

  it('counts what happened', async () => {
    const before = await scrape();
    await service.match({});
    await service.get('/v1/programs');
    const after = await eventually(async () => {
      const scraped = await scrape();
      expect(valueOf(scraped, LISTED)).toBe(valueOf(before, LISTED) + 1);
      return scraped;
    });
    expect(valueOf(after, 'match_universe_programs_count')).toBeGreaterThan(
      valueOf(before, 'match_universe_programs_count'),
    );
    expect(valueOf(after, 'index_programs')).toBe(1);
    expect(valueOf(after, 'directory_stale_seconds')).toBe(0);
    expect(valueOf(after, 'db_is_primary')).toBe(1);
    expect(valueOf(after, 'facts_unknown_ratio{fact="conditions"}')).toBe(0);
    expect(valueOf(after, 'facts_unknown_ratio{fact="prices"}')).toBe(1);
  });
});

const LISTED = 'http_request_duration_seconds_count{method="GET",route="/v1/programs",status="2xx"}';
