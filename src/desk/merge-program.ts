import mergePatch from 'json-merge-patch';
import { FACTS } from '../core/directory/facts.js';
import type { StatedFacts } from '../core/directory/source-record.js';
import type { ProgramDetailRow } from '../directory/program-detail.queries.js';
import type { ContactCorrections } from '../directory/program.entity.js';
import { Problem } from '../http/problem.js';
import { RequestValidation } from '../http/validation/validation.js';
import { EditableProgram } from './program-desk.dto.js';

/** A program after a patch. */
export interface MergedProgram {
  readonly contacts: Required<ContactCorrections>;
  /** The desk's corrections of the facts that the patch contains; not those that it leaves out. */
  readonly restated: Record<string, unknown>;
  /** Facts of which the desk removes its correction. */
  readonly takenBack: readonly string[];
  readonly why?: string;
}

/**
 * Applies a JSON Merge Patch (RFC 7396) to the editable fields of a program and validates what it changes: a patch may
 * remove what is optional, but never the name of a program. What it leaves alone came from a source, and is not judged by
 * the rules of the desk.
 */
export async function mergeProgram(
  current: Pick<ProgramDetailRow, 'name' | 'nameDetail' | 'phone' | 'intakePhones' | 'website'>,
  facts: StatedFacts,
  patch: unknown,
): Promise<MergedProgram> {
  if (typeof patch !== 'object' || patch === null || Array.isArray(patch) || Object.keys(patch).length === 0)
    throw Problem.badRequest([
      { pointer: '', message: 'must be a JSON object with the fields to change, such as {"phone": null}' },
    ]);
  const { name, nameDetail, phone, intakePhones, website } = current;
  const document = Object.fromEntries(
    Object.entries({ name, nameDetail, phone, intakePhones, website, facts }).filter(
      ([, value]) => value !== null,
    ),
  );
  const merged = mergePatch.apply(structuredClone(document), structuredClone(patch)) as MergedDocument;
  const changed = Object.fromEntries(Object.entries(merged).filter(([key]) => Object.hasOwn(patch, key)));
  const checked = (await new RequestValidation().transform(withLostNulls(changed, patch), {
    type: 'body',
    metatype: EditableProgram,
  })) as EditableProgram;
  return {
    contacts: {
      name: checked.name ?? name,
      nameDetail: 'nameDetail' in patch ? (checked.nameDetail ?? null) : nameDetail,
      phone: 'phone' in patch ? (checked.phone ?? null) : phone,
      intakePhones: 'intakePhones' in patch ? (checked.intakePhones ?? []) : intakePhones,
      website: 'website' in patch ? (checked.website ?? null) : website,
    },
    ...restatementOf((patch as { facts?: unknown }).facts, facts, checked.facts ?? {}),
    ...(checked.why === undefined ? {} : { why: checked.why }),
  };
}

const EDITABLE = {
  name: true,
  nameDetail: true,
  phone: true,
  intakePhones: true,
  website: true,
  facts: true,
  why: true,
} satisfies Record<keyof EditableProgram, true>;

const { name: _name, ...REMOVABLE } = EDITABLE;

interface MergedDocument {
  readonly facts?: object;
}

/** A patch that removes an unknown field or fact, or the name, is refused: merging alone would lose the null. */
function withLostNulls(merged: MergedDocument, patch: object): object {
  const { facts } = patch as { facts?: unknown };
  const unknownFacts = typeof facts === 'object' && facts !== null ? unknownNulls(facts, FACTS) : {};
  return {
    ...merged,
    ...unknownNulls(patch, REMOVABLE),
    ...(Object.keys(unknownFacts).length > 0 ? { facts: { ...merged.facts, ...unknownFacts } } : {}),
  };
}

function unknownNulls(patch: object, known: object): object {
  return Object.fromEntries(
    Object.entries(patch).filter(([key, value]) => value === null && !Object.hasOwn(known, key)),
  );
}

/** A fact in a patch is stated as of today; a fact that is not in it keeps its correction and date. */
function restatementOf(
  patched: unknown,
  before: StatedFacts,
  after: StatedFacts,
): Pick<MergedProgram, 'restated' | 'takenBack'> {
  if (patched === undefined) return { restated: {}, takenBack: [] };
  const named = (fact: string) => patched !== null && Object.hasOwn(patched, fact);
  return {
    restated: Object.fromEntries(Object.entries(after).filter(([fact]) => named(fact))),
    takenBack: Object.keys(before).filter((fact) => !Object.hasOwn(after, fact)),
  };
}
