import { ApiProperty } from '@nestjs/swagger';
import type { RaisedFlag } from '../core/assessment/red-flag.js';
import { FLAG_LEVELS, type FlagLevel } from '../core/assessment/red-flag.js';
import type { Language } from '../core/vocabulary/languages.js';
import type { Helpline } from './helpline.js';
import type { RuleTables } from './rule-tables.js';

/** Id under which the message before a clinician's decision is acknowledged. */
export const CLINICIAN_MESSAGE = 'clinician-message';

/** A line to call, text or write to. A line that is not verified is not shown. */
export class HelplineResponse {
  @ApiProperty({ example: '988' })
  id: string;

  name: string;

  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'string' },
    description: 'How to reach it, by channel: call, text, chat, tty, whatsapp',
    example: { call: '988', text: '988' },
  })
  contact: Record<string, string>;

  @ApiProperty({ enum: ['en', 'es'], isArray: true })
  languages: ('en' | 'es')[];

  otherLanguages?: string;

  @ApiProperty({ example: '24/7' })
  hours: string;

  @ApiProperty({ format: 'date', description: 'Date of the last check' })
  checkedOn: string;

  /** In Spanish the contacts for Spanish take the place of the others. */
  static of(line: Helpline, language: Language): HelplineResponse {
    const { call, text, chat, web, tty, callEs, textEs, whatsappEs } = line.contact;
    const spanish = language === 'es';
    const contact = {
      call: spanish ? (callEs ?? call) : call,
      text: spanish ? (textEs ?? text) : text,
      whatsapp: spanish ? whatsappEs : undefined,
      chat,
      tty,
      web,
    };
    return {
      id: line.id,
      name: line.name,
      contact: Object.fromEntries(
        Object.entries(contact).filter((entry): entry is [string, string] => entry[1] !== undefined),
      ),
      languages: [...line.languages],
      ...(line.otherLanguages === undefined ? {} : { otherLanguages: line.otherLanguages }),
      hours: line.hours,
      checkedOn: line.checkedOn,
    };
  }
}

/** What to tell before anything else. This service is not an emergency service. */
export class SafetyMessageResponse {
  @ApiProperty({ example: 'SF-SUI' })
  id: string;

  @ApiProperty({ enum: FLAG_LEVELS })
  level: FlagLevel;

  /** Lower ranks come first. */
  rank: number;

  @ApiProperty({ enum: ['self', 'loved_one'], description: 'Who it is about; the two are never mixed' })
  subject: 'self' | 'loved_one';

  message: string;

  @ApiProperty({ enum: ['en', 'es'], description: 'Language of the message' })
  language: Language;

  @ApiProperty({ type: () => HelplineResponse, isArray: true })
  lines: HelplineResponse[];

  /** A clinician must confirm any next step. */
  clinicianConfirms: boolean;

  /** Whether the request states that it has been shown. */
  acknowledged: boolean;

  source: string;

  @ApiProperty({ enum: ['yes', 'part', 'no'], description: 'How far the source of the content was seen' })
  verified: 'yes' | 'part' | 'no';

  @ApiProperty({ type: String, format: 'date', nullable: true })
  nextReviewOn: string | null;

  static of(
    { flag, subject, level, rank }: RaisedFlag,
    { lines }: Pick<RuleTables, 'lines'>,
    language: Language,
    acknowledged: readonly string[],
  ): SafetyMessageResponse {
    return {
      id: flag.id,
      level,
      rank,
      subject,
      message: flag.message[language],
      language,
      lines: shownLines(flag.lines, lines, language),
      clinicianConfirms: level !== 'caution',
      acknowledged: acknowledged.includes(flag.id),
      source: flag.source,
      verified: flag.verified,
      nextReviewOn: flag.nextReviewOn,
    };
  }

  /** Before any list, where the rules leave the setting of withdrawal to a clinician. */
  static ofClinician(
    { clinicianMessage, lines }: Pick<RuleTables, 'clinicianMessage' | 'lines'>,
    subject: 'self' | 'loved_one',
    language: Language,
    acknowledged: readonly string[],
  ): SafetyMessageResponse {
    return {
      id: CLINICIAN_MESSAGE,
      level: 'high',
      rank: 5,
      subject,
      message: clinicianMessage.message[language],
      language,
      lines: shownLines(clinicianMessage.lines, lines, language),
      clinicianConfirms: true,
      acknowledged: acknowledged.includes(CLINICIAN_MESSAGE),
      source: clinicianMessage.source,
      verified: 'part',
      nextReviewOn: null,
    };
  }
}

/** Verified lines only, in the order of the table: where it is an emergency, 911 comes first in any language. */
function shownLines(
  ids: readonly string[],
  lines: RuleTables['lines'],
  language: Language,
): HelplineResponse[] {
  return ids
    .map((id) => lines.get(id)!)
    .filter(({ verified }) => verified)
    .map((line) => HelplineResponse.of(line, language));
}
