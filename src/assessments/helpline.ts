/** Whose statement was read; `owner-old-copy`: the owner's page in an archive; `none`: no source was read. */
export const LINE_SOURCES = [
  'owner',
  'owner-old-copy',
  'government',
  'partner',
  'secondary',
  'none',
] as const;
export type LineSource = (typeof LINE_SOURCES)[number];

/** A line that a safety message names, as written in its file. A line that is not verified is not shown. */
export interface Helpline {
  readonly id: string;
  readonly name: string;
  readonly contact: Readonly<
    Partial<Record<'call' | 'text' | 'chat' | 'web' | 'tty' | 'callEs' | 'textEs' | 'whatsappEs', string>>
  >;
  /** Texts in English and in Spanish. */
  readonly languages: readonly ('en' | 'es')[];
  readonly otherLanguages?: string;
  readonly hours: string;
  readonly verified: boolean;
  readonly verifiedLevel: LineSource;
  /** The person who has dialled or opened it and signed it; absent: nobody yet. */
  readonly reviewedBy?: string;
  readonly source?: string;
  readonly checkedOn: string;
  readonly nextCheckOn: string;
  readonly note?: string;
}

/** A number as it is dialled: digits, in full with the country where it is no short code. */
export const DIALLED = /^(\+1\d{10}|\d{3,8})$/;

/** The number in a contact such as `988, then press 1` or `1-800-799-7233`, as it is dialled. */
export function dialled(contact: string): string {
  const digits = /\d[\d-]*/.exec(contact)![0].replaceAll('-', '');
  return /^1\d{10}$/.test(digits) ? `+${digits}` : digits;
}

/** Where a text goes, and the word that it consists of: `HOME to 741741`. What is described is no word to send. */
export function smsTo(contact: string): { to: string; body?: string } {
  const [, word, number] = /^(?:(.*) (?:to|al) )?(\d[\d-]*)/.exec(contact)!;
  return { to: dialled(number!), ...(word && /^[A-Z]+$/.test(word) ? { body: word } : {}) };
}
