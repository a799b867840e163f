import { ApiProperty } from '@nestjs/swagger';
import type { RaisedFlag } from '../core/assessment/red-flag.js';
import { FLAG_LEVELS, type FlagLevel } from '../core/assessment/red-flag.js';
import type { Language } from '../core/vocabulary/languages.js';
import { DIALLED, dialled, type Helpline, LINE_SOURCES, type LineSource, smsTo } from './helpline.js';
import { MESSAGE_TOKEN } from './message-tokens.js';
import type { RuleTables } from './rule-tables.js';

/** Said of every text on health that a person with clinical training may sign. */
export const REVIEWED_BY = 'The person who has reviewed and signed it; `null`: nobody yet';

/** Id of the message before a clinician's decision. */
export const CLINICIAN_MESSAGE = 'clinician-message';

/** A text message to a line. */
export class SmsResponse {
  @ApiProperty({ pattern: DIALLED.source, example: '741741' })
  to: string;

  @ApiProperty({ required: false, description: 'The word to send', example: 'HOME' })
  body?: string;
}

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

  @ApiProperty({
    required: false,
    pattern: DIALLED.source,
    description: 'The number to call as it is dialled; what to press then is in `contact`',
    example: '+18007997233',
  })
  tel?: string;

  @ApiProperty({ required: false, description: 'Where to send a text, and the word to send if it is one' })
  sms?: SmsResponse;

  @ApiProperty({ enum: ['en', 'es'], isArray: true })
  languages: ('en' | 'es')[];

  otherLanguages?: string;

  @ApiProperty({ example: '24/7' })
  hours: string;

  @ApiProperty({ enum: LINE_SOURCES, description: 'Whose word was read' })
  verifiedLevel: LineSource;

  @ApiProperty({ type: String, nullable: true, description: REVIEWED_BY })
  reviewedBy: string | null;

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
      ...(contact.call === undefined ? {} : { tel: dialled(contact.call) }),
      ...(contact.text === undefined ? {} : { sms: smsTo(contact.text) }),
      hours: line.hours,
      verifiedLevel: line.verifiedLevel,
      reviewedBy: line.reviewedBy ?? null,
      checkedOn: line.checkedOn,
    };
  }
}

/** The token of a message, and whether the request has one. */
export type Acknowledgement = (id: string) => Pick<SafetyMessageResponse, 'token' | 'acknowledged'>;

/** Such a message has nothing to acknowledge. */
const HOLDS_NOTHING = { token: null, acknowledged: false } as const;

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

  /** What to tell the person, in their words. */
  forPerson: string;

  @ApiProperty({
    type: String,
    nullable: true,
    description:
      'What the coach, or the helper beside the person, has to do; null if nothing is said to them',
  })
  forCoach: string | null;

  @ApiProperty({ deprecated: true, description: 'Use `forPerson`' })
  message: string;

  @ApiProperty({ enum: ['en', 'es'], description: 'Language of the message' })
  language: Language;

  @ApiProperty({ type: () => HelplineResponse, isArray: true })
  lines: HelplineResponse[];

  @ApiProperty({
    isArray: true,
    type: String,
    example: ['next-distro', 'nasen'],
    description: 'Ids of `/v1/resources` that help with what the message asks: naloxone, a syringe service',
  })
  resources: string[];

  /** A clinician must confirm any next step. */
  clinicianConfirms: boolean;

  /**
   * Of a message that has to be acknowledged before a list is shown: send it as `assessment.acknowledged` once the
   * message has been shown. Equal for every client within a day (UTC), and taken on that day and the next. `null` for a
   * message that holds no list.
   */
  @ApiProperty({
    type: String,
    pattern: MESSAGE_TOKEN.source,
    nullable: true,
    example: 'shown_0YJ4mW1kq3c7VtZr8LxN2A',
  })
  token: string | null;

  /** Whether the request has its token. */
  acknowledged: boolean;

  source: string;

  @ApiProperty({ enum: ['yes', 'part', 'no'], description: 'How far the source of the content was seen' })
  verified: 'yes' | 'part' | 'no';

  @ApiProperty({ type: String, nullable: true, description: REVIEWED_BY })
  reviewedBy: string | null;

  @ApiProperty({ type: String, format: 'date', nullable: true })
  nextReviewOn: string | null;

  static of(
    { flag, subject, level, rank }: RaisedFlag,
    { lines }: Pick<RuleTables, 'lines'>,
    language: Language,
    acknowledgement: Acknowledgement,
  ): SafetyMessageResponse {
    return {
      id: flag.id,
      level,
      rank,
      subject,
      forPerson: flag.message[language],
      forCoach: flag.forCoach?.[language] ?? null,
      message: flag.message[language],
      language,
      lines: shownLines(flag.lines, lines, language),
      resources: [...(flag.resources ?? [])],
      clinicianConfirms: level !== 'caution',
      ...(level === 'emergency' ? acknowledgement(flag.id) : HOLDS_NOTHING),
      source: flag.source,
      verified: flag.verified,
      reviewedBy: flag.reviewedBy ?? null,
      nextReviewOn: flag.nextReviewOn,
    };
  }

  /** Before any list, where the rules leave the setting of withdrawal to a clinician. */
  static ofClinician(
    { clinicianMessage, lines }: Pick<RuleTables, 'clinicianMessage' | 'lines'>,
    subject: 'self' | 'loved_one',
    language: Language,
    acknowledgement: Acknowledgement,
  ): SafetyMessageResponse {
    return {
      id: CLINICIAN_MESSAGE,
      level: 'high',
      rank: 5,
      subject,
      forPerson: clinicianMessage.message[language],
      forCoach: null,
      message: clinicianMessage.message[language],
      language,
      lines: shownLines(clinicianMessage.lines, lines, language),
      resources: [],
      clinicianConfirms: true,
      ...acknowledgement(CLINICIAN_MESSAGE),
      source: clinicianMessage.source,
      verified: clinicianMessage.verified,
      reviewedBy: clinicianMessage.reviewedBy ?? null,
      nextReviewOn: clinicianMessage.nextReviewOn,
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
