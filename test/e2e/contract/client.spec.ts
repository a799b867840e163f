import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { printBestMatch } from '../../../openapi/client/example.js';
import { projectFolder } from '../../../src/config/project-folder.js';
import { program } from '../../support/program-intakes.js';
import { WholeService } from '../../support/whole-service.js';

describe('The typed client', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.store('survey', [
      program('Elm Clinic', {
        conditions: { yes: ['opioid'] },
        levelsOfCare: { yes: ['op-med'] },
        medications: { buprenorphine: 'starts' },
        payers: { yes: ['medicaid'] },
      }),
    ]);
  });
  afterAll(() => service.close());

  it('finds programs, asks for a match and reads the reasons of the first, as its example does', async () => {
    const lines: string[] = [];
    await printBestMatch(service.address, (line) => lines.push(line));
    expect(lines).toEqual([
      'Elm Clinic, the first of 1 programs near:',
      expect.stringMatching(/^- .*buprenorphine/),
      ...Array.from({ length: lines.length - 2 }, () => expect.stringMatching(/^- \S.*\.$/)),
    ]);
    expect(lines.length).toBeGreaterThan(3);
  });

  it('prints the message of an emergency before the program, and opens the list with its token', async () => {
    const lines: string[] = [];
    await printBestMatch(service.address, (line) => lines.push(line), { 'od.not_waking': true });
    expect(lines[0]).toMatch(/^Call 911 now\./);
    expect(lines.find((line) => !line.endsWith('.'))).toBe('Elm Clinic, the first of 1 programs near:');
  });

  it('is shown in the manual for partner sites as it runs here', async () => {
    const [manual, example] = await Promise.all(
      ['docs/partners.md', 'openapi/client/example.ts'].map((file) =>
        readFile(join(projectFolder, file), 'utf8'),
      ),
    );
    expect(manual).toContain(example!.trim());
  });
});
