import { join } from 'node:path';
import type { Helpline } from '../assessments/helpline.js';
import { ExpressionError, readExpression } from '../assessments/read-expression.js';
import { meant, refuseTwice, refuseUnknownLines } from '../assessments/rule-table-checks.js';
import type { RuleTables } from '../assessments/rule-tables.js';
import { projectFolder } from '../config/project-folder.js';
import { readSeedFile, SeedFileError, seedCheck } from '../config/seed-file.js';
import type { Expression } from '../core/assessment/expression.js';
import type { InputDefinition } from '../core/assessment/input-definition.js';
import {
  PLAN_PARTS,
  type PlanBook,
  type PlanItem,
  type PlanPart,
  type PlanScope,
  type PlanSource,
} from '../core/plans/plan-item.js';
import type { InEachLanguage } from '../core/vocabulary/languages.js';
import { PLAN_FILE_SCHEMA, PLAN_PART_SCHEMA, PLAN_SOURCES_SCHEMA } from './plan-schemas.js';

interface WrittenScope {
  readonly when: string;
  readonly parts: readonly PlanPart[];
  readonly items?: readonly string[];
}
interface PlanFile {
  readonly version: string;
  /** That it is no advice. */
  readonly note: InEachLanguage;
  /** That nobody with clinical training has signed it. */
  readonly unreviewed: InEachLanguage;
  readonly inputs: Readonly<Record<string, { type: 'boolean' | string[]; meaning: InEachLanguage }>>;
  readonly emergency: WrittenScope;
  readonly notReady: WrittenScope;
  readonly clinicianFirst: WrittenScope;
}
interface WrittenItem extends Omit<PlanItem, 'part' | 'when' | 'sources' | 'lines' | 'namesSubstance'> {
  readonly when?: string;
  readonly sources: readonly string[];
  readonly lines?: readonly string[];
  readonly namesSubstance?: true;
}
interface PartFile {
  readonly part: PlanPart;
  readonly reviewedOn: string;
  readonly nextReviewOn: string;
  readonly items: readonly WrittenItem[];
}

const fits = {
  plan: seedCheck<PlanFile>(PLAN_FILE_SCHEMA),
  sources: seedCheck<{ sources: PlanSource[] }>(PLAN_SOURCES_SCHEMA),
  part: seedCheck<PartFile>(PLAN_PART_SCHEMA),
};

/** When a part has to be reviewed again. */
export interface PlanPartDates {
  readonly part: PlanPart;
  /** YYYY-MM-DD */
  readonly reviewedOn: string;
  readonly nextReviewOn: string;
}

/** What plans may say, read and checked. */
export interface PlanFiles {
  readonly version: string;
  readonly note: InEachLanguage;
  readonly unreviewed: InEachLanguage;
  readonly book: PlanBook;
  readonly dates: readonly PlanPartDates[];
  /** Inputs of plans alone, by name. */
  readonly ownInputs: ReadonlyMap<string, InputDefinition>;
  readonly lines: ReadonlyMap<string, Helpline>;
}

/**
 * Reads what plans may say. A `SeedFileError` names the file, the entry and the fix: a condition that cannot be read, an
 * input, a line or a source that is not defined, an id used twice, a source that no item names.
 */
export function readPlanFiles(
  { inputs: ofRules, lines }: Pick<RuleTables, 'inputs' | 'lines'>,
  folder = join(projectFolder, 'seed-data', 'plans'),
): PlanFiles {
  const planPath = join(folder, 'plan.yaml');
  const plan = readSeedFile(planPath, fits.plan);
  const ownInputs = readOwnInputs(planPath, plan, ofRules);
  const reader = new ItemReader(folder, new Map([...ofRules, ...ownInputs]), lines);
  const parts = PLAN_PARTS.map((part) => reader.readPart(part));
  const items = parts.flatMap((one) => one.items);
  reader.refuseUnusedSources();
  const scope = (name: 'emergency' | 'notReady' | 'clinicianFirst'): PlanScope => {
    const { when, parts: kept, items: alone = [] } = plan[name];
    refuseUnknownItems(planPath, name, alone, items);
    return { when: reader.expression(planPath, `${name}/when`, when), parts: kept, items: alone };
  };
  return {
    version: plan.version,
    note: plan.note,
    unreviewed: plan.unreviewed,
    book: {
      items,
      emergency: scope('emergency'),
      notReady: scope('notReady'),
      clinicianFirst: scope('clinicianFirst'),
    },
    dates: parts.map(({ part, reviewedOn, nextReviewOn }) => ({ part, reviewedOn, nextReviewOn })),
    ownInputs,
    lines,
  };
}

function readOwnInputs(
  file: string,
  { inputs }: PlanFile,
  ofRules: RuleTables['inputs'],
): Map<string, InputDefinition> {
  const both = Object.keys(inputs).find((name) => ofRules.has(name));
  if (both !== undefined)
    throw new SeedFileError(file, [`inputs/${both}: is an input of inputs.yaml already; remove it here`]);
  return new Map(
    Object.entries(inputs).map(([name, { type, meaning }]) => [
      name,
      {
        name,
        meaning,
        aboutAnswerer: false,
        cautious: 'larger',
        type: type === 'boolean' ? { kind: 'boolean' } : { kind: 'code', codes: type },
      },
    ]),
  );
}

class ItemReader {
  private readonly sourcesPath: string;
  private readonly sources: ReadonlyMap<string, PlanSource>;
  private readonly seen = new Set<string>();
  private readonly named = new Set<string>();

  constructor(
    private readonly folder: string,
    private readonly inputs: ReadonlyMap<string, InputDefinition>,
    private readonly lines: ReadonlyMap<string, Helpline>,
  ) {
    this.sourcesPath = join(folder, 'sources.yaml');
    const { sources } = readSeedFile(this.sourcesPath, fits.sources);
    refuseTwice(this.sourcesPath, 'sources', sources);
    this.sources = new Map(sources.map((source) => [source.id, source]));
  }

  readPart(part: PlanPart): PlanPartDates & { readonly items: readonly PlanItem[] } {
    const path = join(this.folder, 'parts', `${part}.yaml`);
    const file = readSeedFile(path, fits.part);
    if (file.part !== part) throw new SeedFileError(path, [`part: must be ${part}, as the file's name says`]);
    return { ...file, items: file.items.map((item) => this.readItem(path, part, item)) };
  }

  expression(file: string, place: string, written: string): Expression {
    try {
      return readExpression(written, this.inputs);
    } catch (error) {
      if (error instanceof ExpressionError) throw new SeedFileError(file, [`${place}: ${error.message}`]);
      throw error;
    }
  }

  refuseUnusedSources(): void {
    const unused = [...this.sources.keys()].filter((id) => !this.named.has(id));
    if (unused.length > 0)
      throw new SeedFileError(
        this.sourcesPath,
        unused.map((id) => `sources/${id}: no item names it; remove it`),
      );
  }

  private readItem(file: string, part: PlanPart, written: WrittenItem): PlanItem {
    const { when, sources, lines = [], namesSubstance = false, ...item } = written;
    const place = `items/${item.id}`;
    if (this.seen.has(item.id)) throw new SeedFileError(file, [`${place}: the id is used twice; rename one`]);
    this.seen.add(item.id);
    refuseUnknownLines(file, `${place}/lines`, lines, this.lines);
    const isForCoach = item.for.includes('coach');
    if (isForCoach !== (item.sheet === 'coach') || (isForCoach && item.for.length > 1))
      throw new SeedFileError(file, [
        `${place}: what the coach reads is for the coach alone, on the sheet coach`,
      ]);
    return {
      ...item,
      part,
      lines,
      namesSubstance,
      ...(when === undefined ? {} : { when: this.expression(file, `${place}/when`, when) }),
      sources: sources.map((id) => this.source(file, place, id)),
    };
  }

  private source(file: string, place: string, id: string): PlanSource {
    const source = this.sources.get(id);
    if (!source)
      throw new SeedFileError(file, [
        `${place}/sources: there is no source ${id} in sources.yaml${meant(id, this.sources.keys())}`,
      ]);
    this.named.add(id);
    return source;
  }
}

function refuseUnknownItems(
  file: string,
  place: string,
  ids: readonly string[],
  items: readonly PlanItem[],
): void {
  const known = items.map(({ id }) => id);
  const lost = ids.find((id) => !known.includes(id));
  if (lost !== undefined)
    throw new SeedFileError(file, [`${place}/items: there is no item ${lost}${meant(lost, known)}`]);
}
