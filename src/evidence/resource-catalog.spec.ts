import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseDocument } from 'yaml';
import { describeWithShared } from '../../test/support/shared-material.js';
import { projectFolder } from '../config/project-folder.js';
import { readRegistryFiles } from './registry-files.js';
import { RESOURCE_KINDS } from './resource.js';
import { ResourceCatalog } from './resource-catalog.js';
import { SeedFileError } from '../config/seed-file.js';

const FOLDER = join(projectFolder, 'seed-data', 'resources');
const catalog = ResourceCatalog.read();
const entries = catalog.files.flatMap(({ resources }) => resources);
const shown = (id: string) => catalog.shownResources().find((resource) => resource.id === id);

describe('the catalog of national resources', () => {
  it('keeps unverified resources in its files and never shows them', () => {
    const unverified = entries.filter(({ verified }) => !verified).map(({ id }) => id);
    expect(unverified.sort()).toEqual([
      'celebrate-recovery',
      'samhsa-buprenorphine-locator',
      'samhsa-otp-directory',
      'va-sud-locator',
      'young-people-in-recovery',
    ]);
    const ids = catalog.shownResources().map(({ id }) => id);
    expect(ids).toHaveLength(entries.length - unverified.length);
    expect(ids.filter((id) => unverified.includes(id))).toEqual([]);
  });

  it('shows no value of an unconfirmed field, and lists those fields', () => {
    expect(shown('al-anon')).toEqual({
      id: 'al-anon',
      name: 'Al-Anon Family Groups',
      kind: 'family-support',
      description: "Anonymous twelve-step meetings for anyone troubled by another person's drinking.",
      caution: 'Support for you as a relative, not a way to bring the person who drinks into care.',
      audience: ['family'],
      conditions: ['alcohol'],
      populations: ['relatives and friends of drinkers'],
      modalities: ['in-person', 'online', 'phone'],
      languages: null,
      otherLanguages: null,
      cost: 'free',
      orientation: { goal: null, outlook: 'spiritual' },
      approach: { code: 'al-anon', fit: 'direct' },
      url: null,
      finderUrl: null,
      contact: null,
      notConfirmed: ['url', 'contact', 'finderUrl', 'languages'],
      verifiedLevel: 'owner',
      checkedOn: '2026-11-23',
    });
  });

  it('never shows an unconfirmed value', () => {
    const leaks = catalog
      .shownResources()
      .flatMap((resource) => resource.notConfirmed.filter((field) => resource[field] !== null));
    expect(leaks).toEqual([]);
  });

  it('turns an unknown price into no answer rather than a price', () => {
    expect(catalog.shownResources().flatMap(({ cost }) => (cost === null ? [] : [cost]))).not.toContain(
      'unknown',
    );
    expect(shown('allies-in-recovery')?.cost).toBeNull();
  });

  it('keeps sources and notes to itself', () => {
    expect(catalog.shownResources().filter((resource) => 'note' in resource || 'source' in resource)).toEqual(
      [],
    );
  });

  it('warns of groups that may not accept people on opioid medication', () => {
    expect(shown('na')?.caution).toBe(
      'NA works for complete abstinence, and its groups differ on methadone and buprenorphine: ask before going.',
    );
    expect(shown('narr')?.caution).toBe(
      'Homes may bar some medications: ask about methadone and buprenorphine first.',
    );
  });

  it('names approaches of the evidence registry only', () => {
    const codes = new Set(readRegistryFiles().approaches.map(({ code }) => code));
    expect(entries.filter(({ approach }) => approach !== undefined && !codes.has(approach))).toEqual([]);
  });

  it('has more than one outlook of mutual help for every condition it serves, so that no one is sent to a single philosophy', () => {
    const outlooks = (condition: 'alcohol' | 'opioid' | 'stimulant' | 'cannabis') =>
      new Set(
        catalog
          .find({ kind: ['mutual-help'], condition: [condition] })
          .flatMap(({ orientation }) => orientation?.outlook ?? []),
      );
    expect(outlooks('alcohol')).toEqual(new Set(['spiritual', 'secular']));
    expect(outlooks('opioid')).toEqual(new Set(['spiritual', 'secular']));
    expect(outlooks('stimulant')).toEqual(new Set(['spiritual', 'secular']));
    expect(outlooks('cannabis')).toEqual(new Set(['spiritual', 'secular']));
  });

  it.each(RESOURCE_KINDS)('%s.yaml is written as a rewrite would write it', (kind) => {
    const text = readFileSync(join(FOLDER, `${kind}.yaml`), 'utf8');
    const rewritten = parseDocument(text).toString({
      lineWidth: 100,
      singleQuote: true,
      flowCollectionPadding: false,
    });
    expect(rewritten).toBe(text);
  });
});

describe('finding resources', () => {
  it('gives a condition its own resources and those for any', () => {
    const ids = catalog.find({ kind: ['mutual-help'], condition: ['cannabis'] }).map(({ id }) => id);
    expect(ids).toContain('marijuana-anonymous');
    expect(ids).toContain('smart-recovery');
    expect(ids).not.toContain('aa');
  });

  it('lists those whose languages are not confirmed after those that use the language', () => {
    const found = catalog.find({ language: 'es' });
    const firstUnknown = found.findIndex(({ languages }) => languages === null);
    expect(found.slice(0, firstUnknown).every(({ languages }) => languages?.includes('es'))).toBe(true);
    expect(found.slice(firstUnknown).every(({ languages }) => languages === null)).toBe(true);
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(['aa-es', 'na']));
  });

  it('reads several values of one filter as any of them, and several filters as all', () => {
    const found = catalog.find({ kind: ['coaching', 'helpline'], audience: ['self'] });
    expect(found.map(({ id }) => id)).toEqual(['face-it-together']);
  });
});

describe('a file of resources that cannot be used', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'resources-'));
    cpSync(FOLDER, folder, { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  function complaintAfter(kind: string, find: string, replacement: string): string {
    const file = join(folder, `${kind}.yaml`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(find);
    writeFileSync(file, text.replace(find, replacement));
    try {
      ResourceCatalog.read(folder);
    } catch (error) {
      if (error instanceof SeedFileError) return error.message.replace(folder, '…');
      throw error;
    }
    return 'no complaint';
  }

  it('is named with the field', () => {
    expect(complaintAfter('helpline', 'audience: [family]', 'audience: [parents]')).toBe(
      '…/helpline.yaml cannot be used: resources/0/audience/0: must be one of self, family.',
    );
  });

  it('is named when it is about another kind', () => {
    expect(complaintAfter('helpline', 'kind: helpline', 'kind: locator')).toBe(
      "…/helpline.yaml cannot be used: kind: must be helpline, as the file's name says.",
    );
  });

  it('is named when it uses an id twice', () => {
    expect(complaintAfter('helpline', 'id: partnership-helpline', 'id: aa')).toBe(
      '…/helpline.yaml cannot be used: resources/0/id: aa is used twice; rename one.',
    );
  });
});

describeWithShared('against the drafted list of resources', 'clinical/resources.json', (path) => {
  it('the files say the same of every resource, and add only cautions', () => {
    const { resources, checked_on: checkedOn } = JSON.parse(readFileSync(path, 'utf8')) as {
      checked_on: string;
      resources: Record<string, unknown>[];
    };
    const camel = (field: string) => field.replace(/_(.)/g, (_all, letter: string) => letter.toUpperCase());
    const expected = resources.map((resource) => ({
      ...Object.fromEntries(
        Object.entries(resource)
          .filter(([, value]) => value !== null)
          .map(([field, value]) => [camel(field), value]),
      ),
      ...(resource.orientation !== null && {
        orientation: Object.fromEntries(
          Object.entries(resource.orientation as object).filter(([, value]) => value !== null),
        ),
      }),
      unverifiedFields: (resource.unverified_fields as string[]).map(camel),
      ...(resource.note !== null && {
        note: (resource.note as string).replaceAll('lines.json', 'lines.yaml'),
      }),
      checkedOn,
    }));
    const ours = catalog.files.flatMap((file) =>
      file.resources.map(({ caution: _caution, otherLanguages, ...resource }) => ({
        ...resource,
        kind: file.kind,
        languages: [...resource.languages, ...(otherLanguages === undefined ? [] : [otherLanguages])],
        checkedOn: file.checkedOn,
      })),
    );
    const byId = (list: readonly object[]) =>
      Object.fromEntries(list.map((one) => [(one as { id: string }).id, one]));
    expect(byId(ours)).toEqual(byId(expected));
  });
});
