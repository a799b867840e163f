import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { projectFolder } from './project-folder.js';

describe('the project folder', () => {
  it('holds the code and the seed data', () => {
    expect(
      ['package.json', 'seed-data', 'src'].filter((name) => !existsSync(join(projectFolder, name))),
    ).toEqual([]);
  });
});
