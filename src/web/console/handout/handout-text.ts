import type { Match, Track } from '../../service/api.js';
import type { Asker } from '../../service/store.js';
import type { Words } from '../../words/en.js';
import { dayWords, fullName } from '../../words/formats.js';
import type { Language } from '../../words/words.js';

/** So many places fit on one page with room to write. */
export const MOST_PLACES = 3;
const MOST_QUESTIONS = 4;
const MOST_HELPS = 3;

/** Questions about these tell nothing of a condition, a treatment or a group. */
const DISCREET: readonly string[] = [
  'payment',
  'can_keep_working',
  'cares_while_parenting',
  'starts_within',
  'language',
  'accessible',
  'modality',
  'within_distance',
];

type Resource = NonNullable<Track['resources']>[number];
/** A match, or what why-not says of a place: both have what a page needs. */
export type HandoutSource = Pick<Match, 'program' | 'constraints'>;

/** For whom a page is written. The questions of a family are those of its plan (cal-family, cal-fam-pay). */
export interface HandoutReader {
  readonly words: Words;
  readonly language: Language;
  readonly asker: Asker;
}

/** What the page says. It has no name, ZIP code or answer of the client, and says why only if it is asked to. */
export interface HandoutPage {
  readonly places: readonly {
    readonly id: string;
    readonly name: string;
    readonly phone: string | null;
    readonly address: string;
    readonly why: readonly string[];
    readonly questions: readonly string[];
    readonly facts: string;
  }[];
  readonly helps: readonly { readonly id: string; readonly words: string }[];
}

/** @param saysWhy whether what fits is on the page; paper is found by others */
export function handoutPage(
  sources: readonly HandoutSource[],
  resources: readonly Resource[],
  saysWhy: boolean,
  { words: w, language, asker }: HandoutReader,
): HandoutPage {
  return {
    places: sources.slice(0, MOST_PLACES).map(({ program, constraints }) => {
      const { id, phone, location, record } = program;
      const { street1, street2, city, state, postalCode } = location;
      const open = constraints.filter(
        ({ verdict, code }) => verdict === 'unknown' && (saysWhy || DISCREET.includes(code)),
      );
      const asked = open.flatMap(({ ask }) => ask ?? []).slice(0, MOST_QUESTIONS);
      return {
        id,
        name: fullName(program),
        phone,
        address: [street1, street2, `${city}, ${state} ${postalCode}`].filter(Boolean).join(', '),
        why: saysWhy
          ? constraints.filter(({ verdict }) => verdict === 'meets').map(({ reason }) => reason)
          : [],
        questions: [...asked, ...(asker === 'family' ? w.familyAsks : [w.askStart, w.askPrice, w.askBring])],
        facts: record.asOf === null ? '' : w.factsOf(dayWords(record.asOf, language)),
      };
    }),
    helps: onePerKind(saysWhy ? resources : resources.filter(isDiscreet)).map(
      ({ id, name, contact, url }) => ({
        id,
        words: [name, contact?.call, url && new URL(url).host].filter(Boolean).join(' · '),
      }),
    ),
  };
}

/** The names of the others tell which substance is used. */
function isDiscreet({ kind }: Resource): boolean {
  return kind !== 'mutual-help' && kind !== 'harm-reduction';
}

/** Help of more than one kind: the first of each. */
function onePerKind(resources: readonly Resource[]): readonly Resource[] {
  const first = resources.filter(({ kind }, at) => resources.findIndex((one) => one.kind === kind) === at);
  return first.slice(0, MOST_HELPS);
}

/** The page as text, to be copied into a message. */
export function handoutText({ places, helps }: HandoutPage, w: Words): string {
  return [
    w.placesToCall,
    w.callFirst,
    ...places.flatMap(({ name, phone, address, why, questions, facts }) => [
      '',
      name,
      ...(phone === null ? [] : [phone]),
      address,
      ...why,
      ...questions.map((question) => `- ${question}`),
      facts,
    ]),
    '',
    ...(helps.length > 0 ? [w.besideTreatment, ...helps.map(({ words }) => `- ${words}`), ''] : []),
    w.crisisLine,
    w.emergencyLine,
  ].join('\n');
}
