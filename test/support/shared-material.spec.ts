import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithShared, type SharedMaterial } from './shared-material.js';

describe('Tests that read ../shared', () => {
  let shared: SharedMaterial;
  let registered: string[];
  let read: string[];
  const register = (file: string) =>
    describeWithShared('the cases', file, (path) => read.push(readFileSync(path, 'utf8')), shared);

  beforeEach(() => {
    registered = [];
    read = [];
    shared = {
      folder: mkdtempSync(join(tmpdir(), 'shared-')),
      describe: (title, fn) => {
        registered.push(`tests: ${title}`);
        fn();
      },
      skip: (title) => registered.push(`skipped: ${title}`),
    };
  });
  afterEach(() => rmSync(shared.folder, { recursive: true }));

  it('run on the file where it is there', () => {
    writeFileSync(join(shared.folder, 'cases.json'), 'seven of them');
    register('cases.json');
    expect({ registered, read }).toEqual({ registered: ['tests: the cases'], read: ['seven of them'] });
  });

  it('are one skipped test with the reason if it is missing, and read nothing', () => {
    register('cases.json');
    expect({ registered, read }).toEqual({
      registered: ['skipped: the cases (skipped: ../shared/cases.json is not beside this project)'],
      read: [],
    });
  });
});
