import { join } from 'node:path';
import { projectFolder } from '../config/project-folder.js';
import { kinship } from '../core/vocabulary/language-tags.js';
import type { TreatedCondition } from '../core/vocabulary/conditions.js';
import {
  RESOURCE_KINDS,
  type ConfirmableField,
  type ResourceAudience,
  type ResourceEntry,
  type ResourceFile,
  type ResourceKind,
  type ShownResource,
} from './resource.js';
import { RESOURCE_FILE_SCHEMA } from './resource-schema.js';
import { readSeedFile, SeedFileError, seedCheck } from '../config/seed-file.js';

/** Filters for resources; a list matches if any of its values does. */
export interface ResourceFilter {
  readonly audience?: readonly ResourceAudience[];
  readonly kind?: readonly ResourceKind[];
  readonly condition?: readonly TreatedCondition[];
  /** A canonical BCP 47 tag. */
  readonly language?: string;
}

const fits = seedCheck<ResourceFile>(RESOURCE_FILE_SCHEMA);

/** National resources in addition to programs: mutual help, family support, locators and the like. */
export class ResourceCatalog {
  private readonly shown: readonly ShownResource[];

  constructor(readonly files: readonly ResourceFile[]) {
    this.shown = files
      .flatMap((file) =>
        file.resources.filter(({ verified }) => verified).map((entry) => toShown(entry, file)),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Reads the files of all kinds; a `SeedFileError` names the one that cannot be used, and its fields. */
  static read(folder = join(projectFolder, 'seed-data', 'resources')): ResourceCatalog {
    const seen = new Set<string>();
    return new ResourceCatalog(
      RESOURCE_KINDS.map((kind) => {
        const path = join(folder, `${kind}.yaml`);
        const file = readSeedFile(path, fits);
        if (file.kind !== kind)
          throw new SeedFileError(path, [`kind: must be ${kind}, as the file's name says`]);
        file.resources.forEach(({ id }, at) => {
          if (seen.has(id))
            throw new SeedFileError(path, [`resources/${at}/id: ${id} is used twice; rename one`]);
          seen.add(id);
        });
        return file;
      }),
    );
  }

  /** Every verified resource, without fields that are not confirmed; sorted by id, which is not a ranking. */
  shownResources(): readonly ShownResource[] {
    return this.shown;
  }

  /**
   * The shown resources that match. One for `any` condition matches every condition. One whose languages are not
   * confirmed comes after those known to use the requested language.
   */
  find({ audience, kind, condition, language }: ResourceFilter): ShownResource[] {
    const found = this.shown.filter(
      (resource) =>
        (!audience || audience.some((one) => resource.audience.includes(one))) &&
        (!kind || kind.includes(resource.kind)) &&
        (!condition || resource.conditions.some((one) => one === 'any' || condition.includes(one))) &&
        (language === undefined ||
          resource.languages === null ||
          resource.languages.some((one) => kinship(language, one) === 'same')),
    );
    if (language === undefined) return found;
    return [
      ...found.filter(({ languages }) => languages !== null),
      ...found.filter(({ languages }) => languages === null),
    ];
  }
}

function toShown(entry: ResourceEntry, { kind, checkedOn }: ResourceFile): ShownResource {
  const confirmed = <T>(field: ConfirmableField, value: T | undefined): T | null =>
    value === undefined || entry.unverifiedFields.includes(field) ? null : value;
  const cost = confirmed('cost', entry.cost);
  const orientation = confirmed('orientation', entry.orientation);
  const contact = confirmed('contact', entry.contact);
  return {
    id: entry.id,
    name: entry.name,
    kind,
    description: entry.description,
    caution: entry.caution ?? null,
    audience: entry.audience,
    conditions: entry.conditions,
    populations: entry.populations,
    modalities: confirmed('modalities', entry.modalities),
    languages: confirmed('languages', entry.languages),
    otherLanguages: confirmed('languages', entry.otherLanguages),
    cost: cost === 'unknown' ? null : cost,
    orientation: orientation && { goal: orientation.goal ?? null, outlook: orientation.outlook ?? null },
    approach:
      entry.approach !== undefined && entry.approachFit !== undefined
        ? { code: entry.approach, fit: entry.approachFit }
        : null,
    url: confirmed('url', entry.url),
    finderUrl: confirmed('finderUrl', entry.finderUrl),
    contact: contact && {
      call: contact.call ?? null,
      text: contact.text ?? null,
      email: contact.email ?? null,
    },
    notConfirmed: entry.unverifiedFields,
    verifiedLevel: entry.verifiedLevel,
    checkedOn,
  };
}
