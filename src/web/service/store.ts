import { computed, signal, type ReadonlySignal, type Signal } from '@preact/signals';
import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { Words } from '../words/en.js';
import { type Language, wordsOf } from '../words/words.js';
import { type CodeWords, codeWords } from '../words/code-words.js';
import type { Answer, Assessed, Comparison, Match, Need, SafetyMessage, Vocabulary, WhyNot } from './api.js';
import type { FactFormat, Identity, NamedApproach, PlanAnswer, WaysToSignIn } from './coach-api.js';
import { createRequests, type Requests } from './requests.js';

/** Who sits at the screen. */
export type Asker = 'coach' | 'self' | 'family';
export type Screen = 'start' | 'interview' | 'list' | 'compare' | 'why-not' | 'handout' | 'calls' | 'plan';
/** Answers to the items of the question that is being asked, by the id of the item; `undefined`: skipped. */
export type Given = Readonly<Record<string, unknown>>;

/** Where a place stood in its list, and where it stands now; undefined where it is not among the places of the answer. */
export interface PlaceMove {
  readonly id: string;
  readonly name: string;
  readonly before?: number;
  readonly now?: number;
}

/** What one step of a visit shows. Back returns to it without a request. */
export interface Moment {
  readonly screen: Screen;
  /** Language of the answers that it holds. */
  readonly language: Language;
  readonly need: Need;
  readonly assessed?: Assessed;
  /** Items of the question that have been answered or skipped, in this order. */
  readonly given: Given;
  readonly answer?: Answer;
  readonly comparison?: Comparison;
  readonly whyNot?: WhyNot;
  readonly planned?: PlanAnswer;
  /** What the plan was made for. */
  readonly planWish?: { readonly startsOn: string; readonly whole: boolean };
  /** The forms of what a place may say, once the call sheet was opened. */
  readonly callForms?: {
    readonly facts: readonly FactFormat[];
    readonly approaches: readonly NamedApproach[];
  };
  /** The place of which something was saved last, and how the list has moved by it. */
  readonly saved?: { readonly id: string; readonly moves: readonly PlaceMove[] };
  /** The list before a one-tap change can be had again: this moment came from it. */
  readonly changedBy?: string;
}

/** A key or an access token, and whose it is. */
export interface Account {
  readonly token: string;
  readonly identity: Identity;
  /** When the token ends, in milliseconds since 1970, if it does and its issuer says so. */
  readonly endsAt?: number;
}

/** All that one console knows. It is in memory only, and two consoles on a page share nothing. */
export interface Store {
  readonly language: Signal<Language>;
  readonly words: ReadonlySignal<Words>;
  readonly asker: Signal<Asker>;
  readonly moment: ReadonlySignal<Moment>;
  readonly requests: Requests;
  /** The directory is made up, for demonstration. */
  readonly fictional: Signal<boolean>;
  /** Words for codes, by language; empty until the service has answered. */
  readonly codes: ReadonlySignal<CodeWords>;
  /** Takes the words for the codes in a language. */
  learnCodes(language: Language, vocabulary: Vocabulary): void;
  /** How people are identified here, once that was asked. */
  readonly ways: Signal<WaysToSignIn | undefined>;
  /** Who is signed in, with the key or token: in memory only. */
  readonly account: Signal<Account | undefined>;
  /** Places that were put on the shortlist, as they were then. */
  readonly shortlist: Signal<readonly Match[]>;
  /** Names of places that were tried before, by id: the request has only their ids. */
  readonly triedNames: Signal<Readonly<Record<string, string>>>;
  /** Ids of the places to compare. */
  readonly compared: Signal<readonly string[]>;
  /** Ids of safety messages that were read and have no token. */
  readonly read: Signal<readonly string[]>;
  /** Ids of safety messages above the list that were closed. */
  readonly hidden: Signal<readonly string[]>;
  /** Safety messages that come before anything else on this screen. */
  readonly urgent: ReadonlySignal<readonly SafetyMessage[]>;
  /** How often a step was taken: 0 on the first screen. */
  readonly step: ReadonlySignal<number>;
  /** Goes on to a new step. */
  move(change: Partial<Moment>): void;
  /** Changes the step that is shown. */
  amend(change: Partial<Moment>): void;
  /** Shows an earlier or later step that was kept, as the browser's Back does. False if it is not there. */
  show(step: number): boolean;
  /** Forgets everything that was said. */
  empty(): void;
}

/** @param onStep is called with each new step, so that the browser's Back can return from it */
export function createStore(first: Language, onStep: (step: number) => void = () => undefined): Store {
  const language = signal<Language>(first);
  const begin = (): Moment => ({ screen: 'start', language: language.value, need: {}, given: {} });
  let moments: readonly Moment[] = [begin()];
  const step = signal(0);
  const moment = signal(moments[0]!);
  const asker = signal<Asker>('coach');
  const shortlist = signal<readonly Match[]>([]);
  const account = signal<Account | undefined>(undefined);
  const triedNames = signal<Readonly<Record<string, string>>>({});
  const compared = signal<readonly string[]>([]);
  const read = signal<readonly string[]>([]);
  const hidden = signal<readonly string[]>([]);
  const vocabularies = signal<Partial<Record<Language, Vocabulary>>>({});
  const requests = createRequests(() => language.value);

  const urgent = computed(() => {
    const { screen, assessed, answer, planned } = moment.value;
    const { safety = [] } =
      { interview: assessed, list: answer, plan: planned }[screen as 'interview' | 'list' | 'plan'] ?? {};
    return safety.filter(
      ({ id, level, token, acknowledged }) =>
        !acknowledged && !read.value.includes(id) && (level === 'emergency' || token !== null),
    );
  });

  return {
    language,
    words: computed(() => wordsOf(language.value)),
    asker,
    moment,
    requests,
    fictional: signal(false),
    codes: computed(() => codeWords(vocabularies.value[language.value])),
    learnCodes(of, vocabulary) {
      vocabularies.value = { ...vocabularies.value, [of]: vocabulary };
    },
    ways: signal<WaysToSignIn | undefined>(undefined),
    account,
    shortlist,
    triedNames,
    compared,
    read,
    hidden,
    urgent,
    step,
    move(change) {
      const { changedBy: _, ...now } = moment.value;
      moments = [...moments.slice(0, step.value + 1), { ...now, language: language.value, ...change }];
      step.value = moments.length - 1;
      moment.value = moments[step.value]!;
      onStep(step.value);
    },
    amend(change) {
      const changed = { ...moment.value, language: language.value, ...change };
      moments = moments.map((one, at) => (at === step.value ? changed : one));
      moment.value = changed;
    },
    show(wanted) {
      const found = moments[wanted];
      if (!found) return false;
      step.value = wanted;
      moment.value = found;
      return true;
    },
    empty() {
      requests.empty();
      moments = [begin()];
      step.value = 0;
      moment.value = moments[0]!;
      asker.value = 'coach';
      account.value = undefined;
      shortlist.value = [];
      triedNames.value = {};
      compared.value = [];
      read.value = [];
      hidden.value = [];
    },
  };
}

const Context = createContext<Store | undefined>(undefined);
/** Gives a store to the views below it. */
export const StoreProvider = Context.Provider;

export function useStore(): Store {
  const store = useContext(Context);
  if (!store) throw new Error('This view is outside of a console.');
  return store;
}
