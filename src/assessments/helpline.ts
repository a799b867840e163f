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
  readonly verifiedLevel: string;
  readonly source?: string;
  readonly checkedOn: string;
  readonly nextCheckOn: string;
  readonly note?: string;
}
