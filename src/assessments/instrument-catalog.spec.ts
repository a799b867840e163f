import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import { InstrumentCatalog } from './instrument-catalog.js';

const shipped = join(projectFolder, 'seed-data', 'instruments');
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'navigator-instruments-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** Copies one shipped instrument into the folder, with one text replaced. */
function put(name: string, change: (file: string) => string = (file) => file, as = name): void {
  writeFileSync(join(folder, `${as}.yaml`), change(readFileSync(join(shipped, `${name}.yaml`), 'utf8')));
}

describe('the instrument catalog', () => {
  it('finds each instrument that ships by its id, packs in folders of their own included', () => {
    const catalog = InstrumentCatalog.read();
    const ids = catalog.all().map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toEqual([...catalog.byId.keys()]);
    // The AUDIT is in a folder together with its notice.
    expect(catalog.find('audit')!.id).toBe('audit');
    expect(catalog.find('audit-d')).toBeUndefined();
  });

  it('reads the files of a folder, and nothing but instruments', () => {
    put('phq-2');
    mkdirSync(join(folder, 'pack'));
    cpSync(join(shipped, 'gad-2.yaml'), join(folder, 'pack', 'gad-2.yaml'));
    writeFileSync(join(folder, 'NOTICE.md'), 'not an instrument');
    expect(
      InstrumentCatalog.read(folder)
        .all()
        .map(({ id }) => id),
    ).toEqual(['gad-2', 'phq-2']);
  });

  it.each<[string, () => void, string]>([
    [
      'whose id is not its name',
      () => put('phq-2', undefined, 'phq-3'),
      "phq-3.yaml cannot be used: id: must be phq-3, as the file's name says.",
    ],
    [
      'with an unknown field',
      () => put('phq-2', (file) => file.replace(/^minutes:/m, 'minute:')),
      'minute: unknown field (did you mean "minutes"?)',
    ],
    [
      'whose totals no answers reach',
      () => put('phq-2', (file) => file.replace(/^( +)max: 6$/m, '$1max: 7')),
      'phq-2.yaml cannot be used: scales/',
    ],
    ['that is no YAML', () => put('phq-2', () => 'id: [phq-2'), 'phq-2.yaml cannot be used: line '],
  ])('refuses a file %s, and names it', (_what, write, fault) => {
    write();
    expect(() => InstrumentCatalog.read(folder)).toThrow(fault);
  });
});
