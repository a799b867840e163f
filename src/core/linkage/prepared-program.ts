import type { LinkagePolicy } from './linkage-policy.js';
import type { ListedProgram } from './listed-program.js';
import { nameWords } from './name-words.js';
import { type Street, streetsOf } from './street.js';

/** A listed program whose words are made comparable, once. */
export interface PreparedProgram {
  readonly program: ListedProgram;
  readonly firstLine: readonly string[];
  readonly secondLine: readonly string[];
  /** Both lines together: owner and brand change places between editions. */
  readonly fullName: readonly string[];
  readonly legalName: readonly string[];
  readonly streets: readonly Street[];
  /** Ten digits each, without an extension. */
  readonly phones: readonly string[];
  readonly city: string;
  /** Kinds of unit that the name speaks of: `methadone`, `residential`. */
  readonly kinds: ReadonlySet<string>;
}

export function prepareProgram(program: ListedProgram, policy: LinkagePolicy): PreparedProgram {
  const firstLine = nameWords(program.name, policy);
  const secondLine = nameWords(program.nameDetail ?? '', policy);
  const fullName = [...new Set([...firstLine, ...secondLine])].toSorted();
  return {
    program,
    firstLine,
    secondLine,
    fullName,
    legalName: nameWords(program.legalName ?? '', policy),
    streets: streetsOf(program.streets, policy),
    phones: [...new Set(program.phones.map((phone) => phone.replace(/ x\d+$/, '')))],
    city: nameWords(program.city, policy).join(' '),
    kinds: new Set(
      Object.entries(policy.kindWords)
        .filter(([, words]) => words.some((word) => fullName.includes(word)))
        .map(([kind]) => kind),
    ),
  };
}
