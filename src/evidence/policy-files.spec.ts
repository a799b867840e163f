import { createHash } from 'node:crypto';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import { SeedFileError } from '../config/seed-file.js';
import { CRITERION_CODES } from '../core/matching/codes.js';
import { readRegistryFiles } from './registry-files.js';
import { CURRENT_POLICY, currentPolicy, readPolicies } from './policy-files.js';

describe('The ranking policies', () => {
  it('have a file for the policy in force', () => {
    expect(currentPolicy().version).toBe(CURRENT_POLICY);
    expect(readPolicies().get(CURRENT_POLICY)).toEqual(currentPolicy());
  });

  it('are published side by side', () => {
    expect([...readPolicies().keys()]).toEqual(['2026-11.1', '2026-11.2', '2026-11.3', '2026-11.4']);
  });

  it.each([
    ['2026-11.1', 'bcf3097f5bc536b47522666892ce9a618abd3d199e9115d92ffc5f18fd3b1ca5'],
    ['2026-11.2', '6ab1f579b46a631afae78ea7eea1eb28bcac6a16e0bab0e1c2f28da58b8d57a8'],
    ['2026-11.3', 'ad1e80e1a45f1ecaea123704cc506b398985d9ac7556298a3ddb3dd057219cbe'],
  ])('policy %s is, byte for byte, as it was released', (version, digest) => {
    const file = join(projectFolder, 'seed-data', 'policies', `${version}.yaml`);
    expect(createHash('sha256').update(readFileSync(file)).digest('hex')).toBe(digest);
  });

  it.each([...readPolicies().values()].map((policy) => [policy.version, policy] as const))(
    'policy %s names only approaches that the registry has',
    (_version, { evidence }) => {
      const known = new Set(readRegistryFiles().approaches.map(({ code }) => code));
      const named = Object.values(evidence.components).flatMap((components) =>
        components.flatMap(({ approaches }) => approaches),
      );
      expect(named.filter((code) => !known.has(code))).toEqual([]);
    },
  );

  it.each([...readPolicies().values()].map((policy) => [policy.version, policy] as const))(
    'policy %s names the criteria in the order in which they are shown',
    (_version, { criteria }) => {
      const named = Object.keys(criteria as object);
      expect(named).toEqual(CRITERION_CODES.filter((code) => code !== 'quality' || named.includes(code)));
    },
  );
});

describe('A ranking policy that cannot be used', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'policies-'));
    cpSync(join(projectFolder, 'seed-data', 'policies'), folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  /** The error after the first occurrence of a text in the file of a version was replaced. */
  function complaintAfter(find: string, replacement: string, version = CURRENT_POLICY): string {
    const file = join(folder, `${version}.yaml`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(find);
    writeFileSync(file, text.replace(find, replacement));
    try {
      readPolicies(folder);
    } catch (error) {
      if (error instanceof SeedFileError) return error.message.replace(folder, '…');
      throw error;
    }
    return 'no complaint';
  }

  it('is named with a number of a curve that is misspelt, and the one that was probably meant', () => {
    expect(complaintAfter('halfDays: 5', 'halfDay: 14')).toBe(
      '…/2026-11.4.yaml cannot be used: curves/accessSpeed/halfDays: is missing; ' +
        'curves/accessSpeed/halfDay: unknown field (did you mean "halfDays"?).',
    );
  });

  it('is named with a curve that is misspelt', () => {
    expect(complaintAfter('levelOfCareFit:', 'levelOfCareFits:')).toBe(
      '…/2026-11.4.yaml cannot be used: curves/levelOfCareFit: is missing; ' +
        'curves/levelOfCareFits: unknown field (did you mean "levelOfCareFit"?).',
    );
  });

  it('is named with a criterion that there is not', () => {
    expect(
      complaintAfter('  trust:\n', '  popularity: { weight: 1, unknown: 0, reason: none }\n  trust:\n'),
    ).toBe('…/2026-11.4.yaml cannot be used: criteria/popularity: unknown field.');
  });

  it('is named with a weight that is missing', () => {
    expect(complaintAfter('    weight: 4\n', '')).toBe(
      '…/2026-11.4.yaml cannot be used: criteria/evidence/weight: is missing.',
    );
  });

  it('is named with a number without its reason', () => {
    expect(
      complaintAfter('    reason: Fear for the job is a stated barrier; hours that fit keep the job.\n', ''),
    ).toBe('…/2026-11.4.yaml cannot be used: criteria/schedule_fit/reason: is missing.');
  });

  it('is named with a text where a number has to be, and with a number that is out of its range', () => {
    expect(complaintAfter('halfDays: 5', 'halfDays: two weeks')).toBe(
      '…/2026-11.4.yaml cannot be used: curves/accessSpeed/halfDays: must be number.',
    );
    expect(complaintAfter('halfDays: two weeks', 'halfDays: 0')).toBe(
      '…/2026-11.4.yaml cannot be used: curves/accessSpeed/halfDays: must be > 0.',
    );
  });

  it('is named with a badge, an outcome or a purpose that there is not', () => {
    expect(complaintAfter('harmful: 0', 'harmfull: 0')).toContain(
      'evidence/badges/harmfull: unknown field (did you mean "harmful"?)',
    );
    expect(complaintAfter('{ survival: 2,', '{ survivals: 2,')).toContain(
      'evidence/outcomes/opioid/survivals: unknown field (did you mean "survival"?)',
    );
    expect(complaintAfter('    sedative:\n      - {', '    sedatives:\n      - {')).toContain(
      'evidence/components/sedatives: unknown field (did you mean "sedative"?)',
    );
  });

  it('is named with components whose weights do not add up to 1', () => {
    expect(complaintAfter('code: taper, weight: 0.5', 'code: taper, weight: 0.45')).toBe(
      '…/2026-11.4.yaml cannot be used: evidence/components/sedative: the weights add up to 0.95, not to 1.',
    );
  });

  it('is named when its version is not its name', () => {
    expect(complaintAfter('version: 2026-11.4', 'version: 2026-11.5')).toBe(
      '…/2026-11.4.yaml cannot be used: version: is 2026-11.5, and the file must then be named 2026-11.5.yaml.',
    );
  });

  it('is named when it lacks what only released policies before it are published without', () => {
    expect(complaintAfter('    differentElement: 0.4\n', '', '2026-11.2')).toBe(
      '…/2026-11.2.yaml cannot be used: curves/continuity/differentElement: is missing.',
    );
  });

  it('is named with the line when it is not YAML', () => {
    expect(complaintAfter('halfDays: 5', 'halfDays: [14')).toMatch(
      /^…\/2026-11\.4\.yaml cannot be used: line \d+: /,
    );
  });
});
