import type { FactOrigins } from '../../core/directory/fact-origins.js';
import type { LevelOfCare } from '../../core/vocabulary/levels-of-care.js';
import type { JudgedConstraint } from '../../core/matching/judge-candidate.js';
import type { NearMiss, Placing, RankedProgram } from '../../core/matching/ranking.js';
import type { Contribution } from '../../core/matching/score.js';
import type { Reason } from '../../core/matching/verdict.js';
import { leaveOptionsFor } from '../leave-options.js';
import {
  type AnswerContext,
  placeIn,
  type RankedList,
  toContribution,
  toFailing,
  toVerdict,
  toWarning,
} from '../match-answer.js';
import { originsOf } from '../verdict-origins.js';
import type { ByteWriter } from './byte-writer.js';
import type { KeptTexts } from './kept-texts.js';
import { LineTexts } from './line-texts.js';

/** Writes the lines of one list as `toTrackResponse` has them. */
export class FullLines {
  private readonly texts: LineTexts;
  /** What is said in this answer alone, by what it is made from: the client's own numbers, and the weights they set. */
  private readonly own = new Map<string, Map<Reason, string>>();

  constructor(
    private readonly writer: ByteWriter,
    private readonly kept: KeptTexts,
    list: RankedList,
    private readonly context: AnswerContext,
  ) {
    this.texts = new LineTexts(kept, list, context);
  }

  writeMatch(match: RankedProgram, { place, sharedBy, levelWithPrevious }: Placing): void {
    const { writer, texts } = this;
    const { snapshot } = this.context;
    const { id, tier, score, scoreRange, knownWeight, distanceMeters, constraints, criteria } = match;
    const row = snapshot.index.rowOf(id)!;
    const [low, high] = scoreRange;
    writer.text('{"program":');
    writer.bytes(snapshot.shown.textAt(row));
    writer.text(
      `,"tier":"${tier}","place":${place},"sharedBy":${sharedBy},"levelWithPrevious":${levelWithPrevious},` +
        `"score":${score},"scoreRange":[${low},${high}],"knownWeight":${knownWeight},` +
        `"distanceMeters":${distanceMeters ?? null},"travel":${this.travel(id)},"constraints":[`,
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
    writer.text(`,"warnings":${this.warnings(match)},"leaveOptions":${this.leaveOptions(row)}}`);
  }

  writeNearMiss({ id, score, distanceMeters, failing }: NearMiss): void {
    const { writer, texts, kept } = this;
    const { snapshot, language } = this.context;
    writer.text('{"program":');
    writer.piece(texts.briefProgram(snapshot.index.rowOf(id)!));
    writer.text(
      `,"score":${score},"distanceMeters":${distanceMeters ?? null},"travel":${this.travel(id)},"failing":`,
    );
    const make = () => JSON.stringify(toFailing(failing, language));
    writer.write(
      texts.keepsConstraint(failing.code)
        ? kept.get(failing.reason, `failing ${language} ${failing.code}`, make)
        : make(),
    );
    writer.text('}');
  }

  private writeVerdict(judged: JudgedConstraint, origins: FactOrigins): void {
    const { writer, texts, kept } = this;
    const { code, safety, reason } = judged;
    const { language } = this.context;
    const name = `verdict ${language} ${code} ${safety}`;
    const make = () => `${JSON.stringify(toVerdict(judged, language)).slice(0, -1)},"origins":`;
    writer.write(
      texts.keepsConstraint(code) ? kept.get(reason, name, make) : this.ownText(name, reason, make),
    );
    writer.piece(
      kept.get(origins, `origins ${code}`, () => `${JSON.stringify(originsOf({ code }, origins))}}`),
    );
  }

  private writeContribution(contribution: Contribution): void {
    const { writer, texts, kept } = this;
    const { language } = this.context;
    const { code, reason } = contribution;
    if (!texts.keepsCriterion(code))
      return writer.text(
        this.ownText(`criterion ${code}`, reason, () =>
          JSON.stringify(toContribution(contribution, language)),
        ),
      );
    writer.text(this.ownText(`numbers ${code}`, reason, () => numbersOf(contribution)));
    writer.piece(
      kept.get(reason, `criterion ${language} ${code}`, () => {
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

  private ownText(name: string, reason: Reason, make: () => string): string {
    let byReason = this.own.get(name);
    if (!byReason) this.own.set(name, (byReason = new Map<Reason, string>()));
    let text = byReason.get(reason);
    if (text === undefined) byReason.set(reason, (text = make()));
    return text;
  }

  private travel(id: string): string {
    const { ways, snapshot } = this.context;
    return JSON.stringify(ways.to(placeIn(snapshot, id)));
  }

  private warnings({ warnings }: RankedProgram): string {
    const { language } = this.context;
    return warnings.length === 0 ? '[]' : JSON.stringify(warnings.map((each) => toWarning(each, language)));
  }

  private leaveOptions(row: number): string {
    const { need, language, snapshot } = this.context;
    if (!need.cannotLeaveWork) return '[]';
    const { shown } = snapshot;
    const levels = this.kept.get(shown, `levels ${row}`, () =>
      JSON.stringify(shown.at(row).program.levelsOfCare),
    );
    const offered = JSON.parse(levels.bytes.toString('utf8', levels.start, levels.end)) as LevelOfCare[];
    return JSON.stringify(leaveOptionsFor(need, offered, language));
  }
}

function numbersOf({ code, weight, value, known, contribution }: Contribution): string {
  return `{"code":"${code}","weight":${weight},"value":${value},"known":${known},"contribution":${contribution},`;
}
