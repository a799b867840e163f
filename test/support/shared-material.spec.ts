import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeWithShared, type SharedMaterial } from './shared-material.js';

describe('Tests that read ../shared', () => {
  let shared: SharedMaterial;
  let told: string[];
  let read: string[];
  const register = (file: string) =>
    describeWithShared('the cases', file, (path) => read.push(readFileSync(path, 'utf8')), shared);

  beforeEach(() => {
    told = [];
    read = [];
    shared = {
      folder: mkdtempSync(join(tmpdir(), 'shared-')),
      describe: (title, fn) => {
        told.push(`tests: ${title}`);
        fn();
      },
      skip: (title) => told.push(`skipped: ${title}`),
    };
  });
  afterEach(() => rmSync(shared.folder, { recursive: true }));

  it('run on the file where it is there', () => {
    writeFileSync(join(shared.folder, 'cases.json'), 'seven of them');
    register('cases.json');
    expect({ told, read }).toEqual({ told: ['tests: the cases'], read: ['seven of them'] });
  });

  it('are one skipped test that says why where it is not, and read nothing', () => {
    register('cases.json');
    expect({ told, read }).toEqual({
      told: ['skipped: the cases (skipped: ../shared/cases.json is not beside this project)'],
      read: [],
    });
  });
});
