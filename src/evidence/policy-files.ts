import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { projectFolder } from '../config/project-folder.js';
import type { EvidenceComponent, EvidencePolicy } from '../core/evidence/evidence-policy.js';

/** A policy as published: the numbers, and the reasons beside them. */
export interface PolicyDocument {
  readonly version: string;
  readonly title: string;
  readonly publishedOn: string;
  readonly notes: readonly string[];
  readonly evidence: EvidencePolicy;
  readonly [part: string]: unknown;
}

/** The policy that ranks today. */
export const CURRENT_POLICY = '2026-11.3';

const POLICY_FOLDER = join(projectFolder, 'seed-data', 'policies');

let published: ReadonlyMap<string, PolicyDocument> | undefined;

/**
 * Every policy by version, read once: they are published with a release, and every write of a program asks for the
 * current one. Throws an error that names the file and what is wrong with it.
 */
export function readPolicies(): ReadonlyMap<string, PolicyDocument> {
  return (published ??= readFolder());
}

function readFolder(): Map<string, PolicyDocument> {
  const policies = new Map<string, PolicyDocument>();
  for (const file of readdirSync(POLICY_FOLDER)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const document = parse(readFileSync(join(POLICY_FOLDER, file), 'utf8')) as PolicyDocument;
    if (`${document.version}.yaml` !== file)
      throw new Error(
        `${file}: the version inside is "${document.version}"; file name and version have to agree.`,
      );
    for (const [purpose, components] of Object.entries(document.evidence.components))
      checkWeights(file, purpose, components);
    policies.set(document.version, document);
  }
  return policies;
}

export function currentPolicy(): PolicyDocument {
  const policy = readPolicies().get(CURRENT_POLICY);
  if (!policy) throw new Error(`seed-data/policies has no file for the current policy ${CURRENT_POLICY}.`);
  return policy;
}

function checkWeights(file: string, purpose: string, components: readonly EvidenceComponent[]): void {
  const sum = components.reduce((total, { weight }) => total + weight, 0);
  if (Math.abs(sum - 1) > 1e-9)
    throw new Error(`${file}: the weights of evidence.components.${purpose} add up to ${sum}, not to 1.`);
}
