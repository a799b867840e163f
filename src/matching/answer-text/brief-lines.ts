import { toAsk } from '../../core/language/sentences.js';
import type { NearMiss, Placing, RankedProgram } from '../../core/matching/ranking.js';
import { questionsOf, reasonsOf } from '../brief-answer.js';
import type { AnswerContext, RankedList } from '../match-answer.js';
import type { ByteWriter } from './byte-writer.js';
import type { KeptTexts } from './kept-texts.js';
import { LineTexts } from './line-texts.js';

/** Writes the lines of one list as `toBrief` has them. */
export class BriefLines {
  private readonly texts: LineTexts;

  constructor(
    private readonly writer: ByteWriter,
    kept: KeptTexts,
    private readonly list: RankedList,
    private readonly context: AnswerContext,
  ) {
    this.texts = new LineTexts(kept, list, context);
  }

  writeMatch(match: RankedProgram, { place, sharedBy, levelWithPrevious }: Placing): void {
    const { writer, texts } = this;
    const { snapshot, ways, language } = this.context;
    const { id, tier, score, distanceMeters, constraints, criteria, warnings } = match;
    const row = this.list.ranking.rows.get(id)!;
    const minutes = ways.to(snapshot.index.columns.placeAt(row))?.minutes ?? null;
    const reasons = reasonsOf(criteria, ({ reason }) => texts.sentence(reason));
    const questions = questionsOf(constraints, ({ ask }) => ask && toAsk(ask, language));
    writer.text('{"program":');
    writer.piece(texts.briefProgram(row));
    writer.text(
      `,"tier":"${tier}","place":${place},"sharedBy":${sharedBy},"levelWithPrevious":${levelWithPrevious},` +
        `"score":${score},"distanceMeters":${distanceMeters ?? null},"travelMinutes":${minutes},` +
        `"reasons":${JSON.stringify(reasons)},"questions":${JSON.stringify(questions)},"evidence":`,
    );
    writer.write(texts.evidence(criteria));
    writer.text(',"warnings":');
    writer.write(texts.warnings(warnings));
    writer.text('}');
  }

  writeNearMiss({ id, distanceMeters, failing: { code, reason } }: NearMiss): void {
    const { writer, texts } = this;
    writer.text('{"program":');
    writer.piece(texts.briefProgram(this.list.ranking.rows.get(id)!));
    const failing = { constraint: code, reason: texts.sentence(reason) };
    writer.text(`,"distanceMeters":${distanceMeters ?? null},"failing":${JSON.stringify(failing)}}`);
  }
}
