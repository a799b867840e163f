import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { readSeedFile, SeedFileError, seedCheck } from '../config/seed-file.js';
import { projectFolder } from '../config/project-folder.js';
import type { EvidencePolicy, EvidencePurpose } from '../core/evidence/evidence-policy.js';
import { QUALITY_SIGN_CODES } from '../core/evidence/quality-signs.js';
import type { MatchingPolicy } from '../core/matching/policy.js';
import { POLICY_FILE_SCHEMA } from './policy-schema.js';

/** A policy as published: the numbers with their reasons. */
export interface PolicyDocument {
  readonly version: string;
  readonly title: string;
  readonly publishedOn: string;
  readonly notes: readonly string[];
  readonly evidence: Pick<EvidencePolicy, 'components'>;
  readonly [part: string]: unknown;
}

/** The current policy. */
export const CURRENT_POLICY = '2026-11.4';

const POLICY_FOLDER = join(projectFolder, 'seed-data', 'policies');

const fits = seedCheck<PolicyDocument & MatchingPolicy>(POLICY_FILE_SCHEMA);

/** Parts introduced by a later release, and the policies that were published without them. */
const LATER_PARTS: Readonly<Record<string, readonly string[]>> = {
  'curves/continuity/differentElement': ['2026-11.1'],
  'evidence/overduePerMonth': ['2026-11.1', '2026-11.2'],
  'curves/distance/dailyDosing': ['2026-11.1', '2026-11.2', '2026-11.3'],
  'curves/continuity/withHistory': ['2026-11.1', '2026-11.2', '2026-11.3'],
  'criteria/quality': ['2026-11.1', '2026-11.2', '2026-11.3'],
  quality: ['2026-11.1', '2026-11.2', '2026-11.3'],
  'evidence/worth': ['2026-11.1', '2026-11.2', '2026-11.3'],
  'evidence/reach': ['2026-11.1', '2026-11.2', '2026-11.3'],
  'evidence/notListed': ['2026-11.1', '2026-11.2', '2026-11.3'],
  'evidence/essentials': ['2026-11.1', '2026-11.2', '2026-11.3'],
};

/** Every policy by version. A `SeedFileError` names the file, the field and the fix. */
export function readPolicies(folder = POLICY_FOLDER): ReadonlyMap<string, PolicyDocument> {
  const versions = readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => basename(name, '.yaml'));
  return new Map(versions.map((version) => [version, readPolicy(folder, version)]));
}

/** The current policy, with every number that the engine uses. */
export function currentPolicy(): PolicyDocument & MatchingPolicy {
  return readPolicy(POLICY_FOLDER, CURRENT_POLICY);
}

function readPolicy(folder: string, version: string): PolicyDocument & MatchingPolicy {
  const file = join(folder, `${version}.yaml`);
  const policy = readSeedFile(file, fits);
  const faults = [
    ...(policy.version === version
      ? []
      : [`version: is ${policy.version}, and the file must then be named ${policy.version}.yaml`]),
    ...Object.entries(LATER_PARTS)
      .filter(([path, without]) => !without.includes(version) && partAt(path, policy) === undefined)
      .map(([path]) => `${path}: is missing`),
    ...Object.entries(policy.evidence.components).flatMap(([purpose, components]) => {
      const sum = components.reduce((total, { weight }) => total + weight, 0);
      return Math.abs(sum - 1) > 1e-9
        ? [`evidence/components/${purpose}: the weights add up to ${sum}, not to 1`]
        : [];
    }),
  ];
  faults.push(
    ...Object.entries(policy.evidence.essentials ?? {}).flatMap(([purpose, codes]) => {
      const components = policy.evidence.components[purpose as EvidencePurpose].map(({ code }) => code);
      const known = [...components, ...QUALITY_SIGN_CODES];
      return codes
        .filter((code) => !known.includes(code))
        .map(
          (code) =>
            `evidence/essentials/${purpose}: ${code} is neither a component of it nor a sign of quality`,
        );
    }),
  );
  if (faults.length > 0) throw new SeedFileError(file, faults);
  return policy;
}

function partAt(path: string, policy: unknown): unknown {
  return path.split('/').reduce((part, name) => (part as Record<string, unknown>)[name], policy);
}
