import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from '../../src/config/project-folder.js';
import { loadEvidenceView } from '../../src/evidence/evidence-view.js';
import { seedDemo } from '../../src/interchange/demo/seed-demo.js';
import { today } from '../support/days.js';
import { WholeService } from '../support/whole-service.js';

const readme = readFileSync(join(projectFolder, 'README.md'), 'utf8');
const [, request = ''] =
  /\/v1\/matches [^']*'content-type: application\/json' -d '([^']+)'/.exec(readme) ?? [];
const [, printed = ''] = /```jsonc\n(.*?)```/s.exec(readme) ?? [];

const STRING = String.raw`"[^"]*"`;
const SCALAR = String.raw`(?:${STRING}|-?[0-9.]+|true|false|null)`;
/** Every name with its value or its list of values, as printed in the README. */
const FIELDS = new RegExp(
  String.raw`(${STRING}): (${SCALAR}|\[(?:${SCALAR}(?:, ${SCALAR})*)?\])(?=[,\s}])`,
  'g',
);

/** The parts between `…` and `…`: each must be in the response; what was left out is not compared. */
function partsOf(name: string, value: string): string[] {
  const text = JSON.stringify(JSON.parse(value));
  return text.includes('…')
    ? text
        .slice(1, -1)
        .split('…')
        .filter((part) => part !== '')
    : [`${name}:${text}`];
}

describe('The README', () => {
  let service: WholeService;
  beforeAll(async () => {
    service = await WholeService.open();
    await service.dataSource.transaction(async (manager) => {
      await seedDemo(manager, { evidence: await loadEvidenceView(manager), today });
    });
  });
  afterAll(() => service.close());

  it('prints what its first request is answered on the demonstration directory', async () => {
    const { status, body } = await service.matchRaw(request);
    expect(status).toBe(200);
    const answer = JSON.stringify(body);
    const fields = [...printed.matchAll(FIELDS)].map(([, name = '', value = '']) => ({ name, value }));
    expect(fields.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['"name"', '"score"', '"scoreRange"', '"total"', '"reason"', '"wouldAdd"']),
    );
    const parts = fields.flatMap(({ name, value }) => partsOf(name, value));
    expect(parts.filter((part) => !answer.includes(part))).toEqual([]);
  });

  it('names the program that this answer begins with', async () => {
    const { body } = await service.matchRaw(request);
    expect(/"name": "([^"]+)"/.exec(printed)?.[1]).toBe(body.tracks[0].matches[0].program.name);
  });
});
