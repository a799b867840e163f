import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { projectFolder } from '../../../src/config/project-folder.js';
import { generateDemo } from '../../../src/interchange/demo/generate-demo.js';
import { fetchServices } from '../../../src/interchange/hsds-source/fetch-services.js';
import { openHsdsFile } from '../../../src/interchange/hsds-source/hsds-file.js';
import { runImport } from '../../../src/interchange/import-run/run-import.js';
import { today } from '../../support/days.js';
import { WholeService } from '../../support/whole-service.js';

interface Service {
  readonly name: string;
  readonly service_at_locations: readonly {
    readonly location: {
      readonly addresses: readonly { readonly address_1: string; readonly postal_code: string }[];
    };
  }[];
}
interface Page {
  readonly contents: readonly Service[];
  readonly last_page: boolean;
}

/** Every fifth program of the demonstration: all of its kinds. */
const PROGRAMS = generateDemo(today).filter((_, at) => at % 5 === 0);

/** Every program by its name and address. */
async function programsOf(service: WholeService): Promise<Record<string, unknown>> {
  const found: Service[] = [];
  for (let number = 1; ; number++) {
    const { body } = await service.get(`/hsds/services?full=true&per_page=100&page=${number}`).expect(200);
    const { contents, last_page: isLast } = body as Page;
    found.push(...contents);
    if (isLast) break;
  }
  const named = found.map((one) => {
    const { address_1: street, postal_code: code } = one.service_at_locations[0]!.location.addresses[0]!;
    return [`${one.name}, ${street}, ${code}`, withoutIds(one)] as const;
  });
  return Object.fromEntries(named.toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** A service without what each directory makes for itself: ids, when it wrote, and what it calls the source of a fact. */
function withoutIds(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(/[a-z0-9-]+(, \d{4}-\d{2}-\d{2}, )/g, 'a source$1');
  if (Array.isArray(value))
    return value.map(withoutIds).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !/^(id|.*_id|last_modified)$/.test(key))
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, one]) => [key, withoutIds(one)]),
  );
}

describe('A directory that reads another one by HSDS', () => {
  let [first, second]: WholeService[] = [];
  let folder: string;
  beforeAll(async () => {
    [first, second] = await Promise.all([WholeService.open(), WholeService.open()]);
    await first.store('demo', PROGRAMS);
    folder = await mkdtemp(join(tmpdir(), 'hsds-consumer-'));
  });
  afterAll(async () => {
    await Promise.all([first!.close(), second!.close()]);
    await rm(folder, { recursive: true });
  });

  it('ends with the same programs, and has nothing to write the second time', async () => {
    const map = join(folder, 'neighbor.yaml');
    const ours = await readFile(join(projectFolder, 'seed-data/hsds/treatment-navigator.yaml'), 'utf8');
    await writeFile(
      map,
      ours.replace('source: navigator', 'source: neighbor').replace('self-reported', 'verified'),
    );
    const read = async () =>
      runImport(
        second!.dataSource,
        await openHsdsFile(await fetchServices(`${first!.address}/hsds`, folder), today, map),
        { today },
      );
    const report = await read();
    expect(report.issueList).toEqual([]);
    const expected = await programsOf(first!);
    const found = await programsOf(second!);
    expect(report).toMatchObject({ created: PROGRAMS.length, refused: 0, brakes: [] });
    expect(Object.keys(found)).toEqual(Object.keys(expected));
    // The whole difference of many programs cannot be read.
    const differs = Object.keys(expected).find((key) => !isDeepStrictEqual(found[key], expected[key])) ?? '';
    expect(found[differs]).toEqual(expected[differs]);
    expect((await read()).run).toBeNull();
  });

  it('is told in one sentence where an address does not speak HSDS', async () => {
    await expect(fetchServices(`${first!.address}/v1`, folder)).rejects.toThrow(/answers 404, not services/);
    await expect(fetchServices(`${first!.address}/v1/vocabularies#`, folder)).rejects.toThrow();
  });
});
