import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { runImport } from '../../../src/interchange/import-run/run-import.js';
import { openCertificateFile } from '../../../src/interchange/otp/certificate-file.js';
import { today } from '../../support/days.js';
import { ImportDatabase } from '../../support/import-database.js';
import { facility, withFile } from '../../support/samhsa/facility-files.js';
import { importDirectory } from '../../support/samhsa/import-directory.js';
import { describeWithShared } from '../../support/shared-material.js';

const HEADER = 'ID,ADDRESS,CITY,STATE,POSTAL,Latitude,Longitude';
/** An opioid treatment program that does not say in the survey whether it gives methadone. */
const CLINIC = facility({
  name1: 'Harbor Methadone Clinic',
  name2: '',
  service_code_info: 'SA * OP ORT * OTP',
});
const CERTIFICATE = 'Harbor Clinic,"1 Long Wharf Dr., Suite 2",New Haven,CT,6511,41.3,-72.9';
const ELSEWHERE = 'Cedar Creek,9 Creek Road,Missoula,MT,59801,46.8,-113.9';

let database: ImportDatabase;
const open = async () => {
  database = await ImportDatabase.open();
};
const close = () => database.close();
const directory: ImportDatabase['directory'] = (...facilities) => database.directory(...facilities);
const certificates = (lines: readonly string[], edition = '2021-04-01') =>
  withFile('otp.csv', Buffer.from([HEADER, ...lines].join('\n'), 'latin1'), async (path) =>
    runImport(database.dataSource, await openCertificateFile({ path, name: 'otp.csv' }, edition), { today }),
  );
const methadone = async () => {
  const [row] = await database.dataSource.query(
    `SELECT status, facts #>> '{medications,methadone,stance}' AS stance,
            facts -> 'origins' -> (facts #>> '{medications,methadone,origin}')::integer ->> 'source' AS source
       FROM program WHERE name = 'Harbor Methadone Clinic'`,
  );
  return row as { status: string; stance: string | null; source: string | null };
};

describe('The federal list of opioid treatment programs', () => {
  beforeEach(open);
  afterEach(close);

  it('adds methadone to the program that it certifies, and lists nothing', async () => {
    await directory(CLINIC);
    expect(await methadone()).toMatchObject({ stance: null });
    expect(await certificates([CERTIFICATE, ELSEWHERE])).toMatchObject({
      read: 2,
      programs: 2,
      created: 0,
      changed: 1,
      withdrawn: 0,
      linked: 1,
      unlinked: 1,
    });
    expect(await methadone()).toEqual({
      status: 'published',
      stance: 'starts',
      source: 'opioid-treatment-programs',
    });
    expect(await database.dataSource.query('SELECT name, phone FROM program')).toEqual([
      { name: 'Harbor Methadone Clinic', phone: '203-555-0100' },
    ]);
  });

  it('writes nothing the second time', async () => {
    await directory(CLINIC);
    await certificates([CERTIFICATE]);
    expect(await certificates([CERTIFICATE])).toMatchObject({ changed: 0, unchanged: 1, run: null });
  });

  it('never outweighs a newer record, whichever came first', async () => {
    const refuses = { ...CLINIC, service_code_info: 'SA * OP ORT * NMOA' };
    await directory(refuses);
    await certificates([CERTIFICATE.replace('Harbor', 'Harbor Methadone')]);
    expect(await methadone()).toMatchObject({ stance: 'refuses', source: 'samhsa' });
    await directory(CLINIC);
    expect(await methadone()).toMatchObject({ stance: 'starts' });
    await directory(refuses);
    expect(await methadone()).toMatchObject({ stance: 'refuses', source: 'samhsa' });
  });

  it('does not keep a program listed that its own source lists no more', async () => {
    const other = facility({ name1: 'Elm Street Clinic', street1: '5 Elm Street' });
    await directory(CLINIC, other);
    await certificates([CERTIFICATE]);
    expect(await directory(other)).toMatchObject({ withdrawn: 1, keptByOtherSources: 0 });
    expect(await methadone()).toMatchObject({ status: 'withdrawn' });
  });

  it('loses what it said of a program that it names no more', async () => {
    await directory(CLINIC);
    await certificates([CERTIFICATE, ELSEWHERE]);
    await certificates([ELSEWHERE, ELSEWHERE.replace('Cedar', 'Pine')], '2022-04-01');
    expect(await methadone()).toMatchObject({ status: 'published', stance: null });
  });

  it('reads letters as the published file has them, and needs the day of the file', async () => {
    await directory({ ...CLINIC, name1: 'Clínica Harbor', name2: '' });
    expect(await certificates([CERTIFICATE.replace('Harbor', 'Clínica Harbor')])).toMatchObject({
      linked: 1,
    });
    await expect(certificates([CERTIFICATE], '2021')).rejects.toThrow(
      '"2021" is not the day of the file, such as 2021-04-01.',
    );
    await expect(certificates([CERTIFICATE], '2021-02-30')).rejects.toThrow(
      '"2021-02-30" is not the day of the file, such as 2021-04-01.',
    );
  });

  it('refuses a row whose text cannot be stored, and reads the others', async () => {
    await directory(CLINIC);
    expect(await certificates([CERTIFICATE, ELSEWHERE.replace('Creek', 'Cre\u0000ek')])).toMatchObject({
      read: 2,
      refused: 1,
      linked: 1,
      issues: { 'unreadable-text': 1 },
    });
  });
});

describeWithShared('The list of 2021 after the national directory', 'data', (folder) => {
  beforeEach(open);
  afterEach(close);

  it('links two in three of its programs, and tells of some that they start methadone', async () => {
    const starts = async () => {
      const [row] = await database.dataSource.query(
        `SELECT count(*)::integer AS count FROM program WHERE facts #>> '{medications,methadone,stance}' = 'starts'`,
      );
      return row.count as number;
    };
    const file = join(folder, 'samhsa/national-directory-su-facilities-2023.xlsx');
    await importDirectory(database.dataSource, { file, edition: '2023', today });
    const before = await starts();
    const path = join(folder, 'samhsa-otp-2021/opioid-treatment-programs.csv');
    const list = await openCertificateFile({ path, name: `${randomUUID()}.csv` }, '2021-04-01');
    const report = await runImport(database.dataSource, list, { today });
    expect(report).toMatchObject({ read: 1831, created: 0, withdrawn: 0 });
    expect(report.linked).toBeGreaterThan(1200);
    expect(report.linked + report.unlinked).toBe(report.programs);
    expect(await starts()).toBeGreaterThan(before);
    const { linked, unlinked, programs, refused } = report;
    console.log({ linked, unlinked, programs, refused, before, after: await starts() });
  }, 300_000);
});
