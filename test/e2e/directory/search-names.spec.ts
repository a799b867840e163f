import { importDirectory, readDirectoryFile } from '../../support/samhsa/import-directory.js';
import { today } from '../../support/days.js';
import { program } from '../../support/program-intakes.js';
import { describeWithShared } from '../../support/shared-material.js';
import { shuffled } from '../../support/shuffled.js';
import { WholeService } from '../../support/whole-service.js';

const WORKBOOK = 'data/samhsa/national-directory-su-facilities-2023.xlsx';

async function namesFor(service: WholeService, q: string, limit = 3): Promise<string[]> {
  const { body } = await service.get(`/v1/programs?limit=${limit}&q=${encodeURIComponent(q)}`);
  return (body as { programs: { name: string }[] }).programs.map(({ name }) => name);
}

describe('Names as people type them', () => {
  let service: WholeService;

  beforeAll(async () => {
    service = await WholeService.open();
    await service.store(
      'survey',
      [
        "Clínica St. Mary's para Niños",
        'Fort Wayne Recovery & Wellness Center',
        'Wayne Center Annex',
        'Centro Peñalver de Recuperación',
        'Hope House',
        'Hope House Annex for Hope',
        'Valley Vantage Clinic',
        'Salem VA Medical Clinic',
        'Salem Veterans Affairs Annex',
      ].map((name) => program(name, {})),
    );
  });
  afterAll(() => service.close());

  it.each([
    ['Clinica de Ninos', "Clínica St. Mary's para Niños"],
    ['clínica st marys', "Clínica St. Mary's para Niños"],
    ['Saint Mary’s', "Clínica St. Mary's para Niños"],
    ['ft wayne recovery and wellness ctr', 'Fort Wayne Recovery & Wellness Center'],
    ['Centro Penalver de Recuperacion', 'Centro Peñalver de Recuperación'],
    ['hope house', 'Hope House'],
  ])('are found: %s', async (q, name) => {
    expect((await namesFor(service, q))[0]).toBe(name);
  });

  it('are found by the letters that stand for them, and not by words that begin with these letters', async () => {
    const clinics = ['Salem VA Medical Clinic', 'Salem Veterans Affairs Annex'];
    expect((await namesFor(service, 'VA')).toSorted()).toEqual(clinics);
    expect((await namesFor(service, 'va clinic'))[0]).toBe('Salem VA Medical Clinic');
  });
});

/** Mistakes that people make in names, each where the name gives occasion. */
const MISTAKES: readonly (readonly [kind: string, make: (name: string) => string])[] = [
  ['accents', (name) => name.normalize('NFD').replace(/\p{M}/gu, '')],
  ['apostrophe left out', (name) => name.replace(/['’]/g, '')],
  ['apostrophe curled', (name) => name.replace(/'/g, '’')],
  ['St for Saint', (name) => name.replace(/\bSaint\b/g, 'St')],
  ['Saint for St', (name) => name.replace(/\bSt\b\.?(?! ?$)/g, 'Saint')],
  ['Ft for Fort', (name) => name.replace(/\bFort\b/g, 'Ft')],
  ['Mt for Mount', (name) => name.replace(/\bMount\b/g, 'Mt')],
  ['Ctr for Center', (name) => name.replace(/\bCenter\b/g, 'Ctr')],
  ['and for &', (name) => name.replace(/ & /g, ' and ')],
  ['capitals', (name) => name.toUpperCase()],
];

describeWithShared('Names of the national directory, with a common mistake', WORKBOOK, (workbook) => {
  let service: WholeService;
  let typed: { name: string; kind: string; q: string }[];

  beforeAll(async () => {
    service = await WholeService.open();
    const table = await readDirectoryFile(workbook);
    await importDirectory(service.dataSource, { file: workbook, table, edition: '2023', today });
    const rows: { name: string }[] = await service.dataSource.query(
      `SELECT DISTINCT name FROM program WHERE array_length(regexp_split_to_array(name, '[^[:alnum:]]+'), 1) BETWEEN 2 AND 8 ORDER BY name`,
    );
    const names = shuffled(
      rows.map(({ name }) => name),
      17,
    );
    typed = MISTAKES.flatMap(([kind, make]) =>
      names
        .map((name) => ({ name, kind, q: make(name) }))
        .filter(({ name, q }) => q !== name)
        .slice(0, 24),
    );
  }, 300_000);
  afterAll(() => service.close());

  it('has the program that is meant among the first three for at least 95 of 100', async () => {
    expect(typed.length).toBeGreaterThanOrEqual(100);
    const lost: typeof typed = [];
    for (const one of typed) if (!(await namesFor(service, one.q)).includes(one.name)) lost.push(one);
    const share = 1 - lost.length / typed.length;
    expect({ share, lost: share >= 0.95 ? [] : lost }).toEqual({ share, lost: [] });
  }, 300_000);
});
