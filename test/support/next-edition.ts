import type { ListedProgram } from '../../src/core/linkage/listed-program.js';
import { SeededDraw } from '../../src/interchange/demo/seeded-draw.js';

/** The next edition of a list, made up, whose truth is known. */
export interface NextEdition {
  readonly programs: readonly ListedProgram[];
  /** For a key of the new edition, the key of the same program before; absent for a new program. */
  readonly before: ReadonlyMap<string, string>;
}

/** What lists write instead of a word. */
const RESPELT: readonly (readonly [RegExp, string])[] = [
  [/\bCenter\b/, 'Ctr'],
  [/\bCtr\b/, 'Center'],
  [/\bServices\b/, 'Servs'],
  [/\bServs\b/, 'Services'],
  [/\bTreatment\b/, 'Trt'],
  [/\bTrt\b/, 'Treatment'],
  [/\bCounseling\b/, 'Csl'],
  [/\bCsl\b/, 'Counseling'],
  [/\bCommunity\b/, 'Comm'],
  [/\bProgram\b/, 'Prog'],
  [/\bBehavioral\b/, 'Behav'],
  [/\band\b/, '&'],
  [/\bSaint\b/, 'St'],
  [/ Inc\b/, ''],
  [/$/, ' Inc'],
  [/$/, ' LLC'],
];
const STREETS_RESPELT: readonly (readonly [RegExp, string])[] = [
  [/\bStreet$/, 'St'],
  [/\bAvenue$/, 'Ave'],
  [/\bRoad$/, 'Rd'],
  [/\bRoad$/, 'Drive'],
  [/\bBoulevard$/, 'Blvd.'],
  [/\bNorth\b/, 'N'],
  [/\bWest\b/, 'W'],
  [/\bSecond\b/, '2nd'],
  [/$/, ', Suite 210'],
];

/**
 * What happens to a list in a year, drawn by a seed: 6 % of its programs close, 3 % move to another street of their postal
 * code, names and streets are respelt or mistyped, telephones change, second lines come and go, and 5 % are new: another
 * unit at a known door, or a branch of a known organization.
 */
export function nextEdition(programs: readonly ListedProgram[], seed: string): NextEdition {
  const draw = new SeededDraw(seed);
  const next: ListedProgram[] = [];
  const before = new Map<string, string>();
  const add = (program: ListedProgram, origin?: ListedProgram) => {
    const key = `next ${next.length}`;
    next.push({ ...program, key });
    if (origin) before.set(key, origin.key);
  };
  for (const program of programs) {
    if (draw.chance(0.06)) continue;
    add(aYearLater(program, draw), program);
    if (draw.chance(0.03)) add(anotherUnit(program, draw));
    if (draw.chance(0.02)) add(branch(program, draw));
  }
  return { programs: next, before };
}

function aYearLater(program: ListedProgram, draw: SeededDraw): ListedProgram {
  const { nameDetail, ...rest } = program;
  const withDetail = draw.chance(0.04) ? undefined : nameDetail;
  const moved = draw.chance(0.03);
  return {
    ...rest,
    name: draw.chance(0.25) ? respelt(program.name, RESPELT, draw) : program.name,
    ...(withDetail === undefined
      ? {}
      : { nameDetail: draw.chance(0.2) ? respelt(withDetail, RESPELT, draw) : withDetail }),
    streets: moved
      ? [`${draw.between(1, 9_900)} ${draw.pick(['Juniper', 'Larkspur', 'Cottonwood'])} Street`]
      : program.streets.map((line, at) =>
          at === 0 && draw.chance(0.2) ? respelt(line, STREETS_RESPELT, draw) : line,
        ),
    phones: draw.chance(0.1) ? [phone(draw)] : program.phones,
  };
}

/** Another program of the organization at the same door, which the list did not have. */
function anotherUnit(program: ListedProgram, draw: SeededDraw): ListedProgram {
  const units = ['Womens Residential', 'Intensive Outpatient', 'Methadone Clinic', 'Youth Services'];
  const unit = draw.pick(['Annex', ...units.filter((other) => !named(program, other))]);
  return {
    ...program,
    nameDetail: program.nameDetail === undefined ? unit : `${program.nameDetail} ${unit}`,
    phones: draw.chance(0.5) ? program.phones : [phone(draw)],
    settings: new Set(['RES']),
    services: new Set(['RES', 'RL', 'SA']),
  };
}

/** Whether a name has a word of a unit already: it is no new unit then. */
function named({ name, nameDetail = '' }: ListedProgram, unit: string): boolean {
  const words = `${name} ${nameDetail}`.toLowerCase();
  return unit
    .toLowerCase()
    .split(' ')
    .some((word) => words.includes(word));
}

/** The organization on another street of the same postal code. */
function branch(program: ListedProgram, draw: SeededDraw): ListedProgram {
  return { ...program, streets: [`${draw.between(1, 9_900)} Rosemary Lane`], phones: [phone(draw)] };
}

/** One word written otherwise, or two letters of the text exchanged. */
function respelt(text: string, table: typeof RESPELT, draw: SeededDraw): string {
  const fitting = table.filter(([from]) => from.test(text));
  if (fitting.length > 0 && draw.chance(0.8)) {
    const [from, to] = draw.pick(fitting);
    return text.replace(from, to);
  }
  const letters = [...text.matchAll(/[a-z](?=[a-z])/g)].map(({ index }) => index);
  if (letters.length === 0) return text;
  const at = draw.pick(letters);
  return `${text.slice(0, at)}${text[at + 1]}${text[at]}${text.slice(at + 2)}`;
}

function phone(draw: SeededDraw): string {
  return `${draw.between(201, 989)}-555-${String(draw.between(100, 9_999)).padStart(4, '0')}`;
}
