import type { FactOrigins } from '../../core/directory/fact-origins.js';
import type { LevelOfCare } from '../../core/vocabulary/levels-of-care.js';
import type { JudgedConstraint } from '../../core/matching/judge-candidate.js';
import type { NearMiss, Placing, RankedProgram } from '../../core/matching/ranking.js';
import type { Contribution } from '../../core/matching/score.js';
import { leaveOptionsFor } from '../leave-options.js';
import {
  type AnswerContext,
  type RankedList,
  toContribution,
  toFailing,
  toVerdict,
} from '../match-answer.js';
import { originsOf } from '../verdict-origins.js';
import type { ByteWriter } from './byte-writer.js';
import type { KeptTexts, Shelf } from './kept-texts.js';
import { LineTexts } from './line-texts.js';

/** Writes the lines of one list as `toTrackResponse` has them. */
export class FullLines {
  private readonly texts: LineTexts;
  /**
   * What is said in this answer alone, by the line that it is made from, which programs share: the client's own numbers, and
   * the weights they set.
   */
  private readonly own = new Map<JudgedConstraint | Contribution, string>();
  private readonly leaveByLevels = new Map<string, string>();
  private readonly levels: Shelf;

  constructor(
    private readonly writer: ByteWriter,
    private readonly kept: KeptTexts,
    private readonly list: RankedList,
    private readonly context: AnswerContext,
  ) {
    this.texts = new LineTexts(kept, list, context);
    this.levels = kept.shelf('levels');
  }

  writeMatch(match: RankedProgram, { place, sharedBy, levelWithPrevious }: Placing): void {
    const { writer, texts } = this;
    const { snapshot } = this.context;
    const { id, tier, score, scoreRange, knownWeight, distanceMeters, constraints, criteria } = match;
    const row = this.list.ranking.rows.get(id)!;
    const [low, high] = scoreRange;
    writer.text('{"program":');
    writer.piece(snapshot.shown.textAt(row));
    writer.text(
      `,"tier":"${tier}","place":${place},"sharedBy":${sharedBy},"levelWithPrevious":${levelWithPrevious},` +
        `"score":${score},"scoreRange":[${low},${high}],"knownWeight":${knownWeight},` +
        `"distanceMeters":${distanceMeters ?? null},"travel":${this.travel(row)},"constraints":[`,
    );
    const origins = snapshot.shown.originsAt(row);
    constraints.forEach((judged, i) => {
      if (i > 0) writer.comma();
      this.writeVerdict(judged, origins);
    });
    writer.text('],"criteria":[');
    criteria.forEach((each, i) => {
      if (i > 0) writer.comma();
      this.writeContribution(each);
    });
    writer.text('],"evidence":');
    writer.write(texts.evidence(criteria));
    writer.text(',"warnings":');
    writer.write(texts.warnings(match.warnings));
    writer.text(`,"leaveOptions":${this.leaveOptions(row)}}`);
  }

  writeNearMiss({ id, score, distanceMeters, failing }: NearMiss): void {
    const { writer, texts } = this;
    const { language } = this.context;
    const row = this.list.ranking.rows.get(id)!;
    writer.text('{"program":');
    writer.piece(texts.briefProgram(row));
    writer.text(
      `,"score":${score},"distanceMeters":${distanceMeters ?? null},"travel":${this.travel(row)},"failing":`,
    );
    const make = () => JSON.stringify(toFailing(failing, language));
    writer.write(
      texts.keepsConstraint(failing.code)
        ? this.kept.shelf(`failing ${language} ${failing.code}`).get(failing.reason, make)
        : make(),
    );
    writer.text('}');
  }

  private writeVerdict(judged: JudgedConstraint, origins: FactOrigins): void {
    const { writer, texts } = this;
    const { code, safety, reason } = judged;
    const { language } = this.context;
    const make = () => `${JSON.stringify(toVerdict(judged, language)).slice(0, -1)},"origins":`;
    if (texts.keepsConstraint(code))
      writer.piece(this.kept.shelf(`verdict ${language} ${code} ${safety}`).get(reason, make));
    else writer.text(this.ownText(judged, make));
    writer.piece(
      this.kept
        .shelf(`origins ${code}`)
        .get(origins, () => `${JSON.stringify(originsOf({ code }, origins))}}`),
    );
  }

  private writeContribution(contribution: Contribution): void {
    const { writer, texts } = this;
    const { language } = this.context;
    const { code, reason } = contribution;
    if (!texts.keepsCriterion(code))
      return writer.text(
        this.ownText(contribution, () => JSON.stringify(toContribution(contribution, language))),
      );
    writer.text(this.ownText(contribution, () => numbersOf(contribution)));
    writer.piece(
      this.kept.shelf(`criterion ${language} ${code}`).get(reason, () => {
        const {
          code: _c,
          weight: _w,
          value: _v,
          known: _k,
          contribution: _s,
          ...words
        } = toContribution(contribution, language);
        return JSON.stringify(words).slice(1);
      }),
    );
  }

  private ownText(line: JudgedConstraint | Contribution, make: () => string): string {
    let text = this.own.get(line);
    if (text === undefined) this.own.set(line, (text = make()));
    return text;
  }

  private travel(row: number): string {
    const { ways, snapshot } = this.context;
    return JSON.stringify(ways.to(snapshot.index.columns.placeAt(row)));
  }

  private leaveOptions(row: number): string {
    const { need, language, snapshot } = this.context;
    if (!need.cannotLeaveWork) return '[]';
    const { shown } = snapshot;
    const kept = this.levels.part(shown, row, () => JSON.stringify(shown.at(row).program.levelsOfCare));
    const levels = Buffer.from(kept.buffer, kept.byteOffset, kept.length).toString('latin1');
    let options = this.leaveByLevels.get(levels);
    if (options === undefined) {
      const offered = JSON.parse(levels) as LevelOfCare[];
      this.leaveByLevels.set(levels, (options = JSON.stringify(leaveOptionsFor(need, offered, language))));
    }
    return options;
  }
}

function numbersOf({ code, weight, value, known, contribution }: Contribution): string {
  return `{"code":"${code}","weight":${weight},"value":${value},"known":${known},"contribution":${contribution},`;
}
