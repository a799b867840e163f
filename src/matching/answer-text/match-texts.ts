import { toBrief } from '../brief-answer.js';
import type { Detail } from '../match-request.dto.js';
import { type MatchResult, toMatchWithoutLines } from '../match-result.js';
import { BriefLines } from './brief-lines.js';
import { ByteWriter } from './byte-writer.js';
import { FullLines } from './full-lines.js';
import { KeptTexts } from './kept-texts.js';

/** Where the lines of a list go. No text in an answer reads so: within one, quotes are escaped. */
const NO_MATCHES = '"matches":[]';
const NO_NEAR_MISSES = '"nearMisses":[]';
/** From the end of a place to its closing bracket. */
const BRACKET = 1;

/**
 * Writes matches as UTF-8 JSON. The lines of the lists, which are most of an answer, are joined from texts that many
 * answers share; all else is the JSON of objects. The bytes are those of `toMatchAnswer`.
 */
export class MatchTexts {
  private readonly writer = new ByteWriter();

  constructor(private readonly kept = new KeptTexts()) {}

  write(result: MatchResult, detail: Detail = 'full'): Buffer {
    const { writer, kept } = this;
    const whole = toMatchWithoutLines(result);
    const text = JSON.stringify(detail === 'brief' ? toBrief(whole) : whole);
    let written = 0;
    const writeUpTo = (place: string) => {
      const end = text.indexOf(place, written) + place.length - BRACKET;
      writer.text(text.slice(written, end));
      written = end;
    };
    for (const list of result.lists) {
      const { matches, placings, nearMisses } = list.ranking;
      const Lines = detail === 'brief' ? BriefLines : FullLines;
      const lines = new Lines(writer, kept, list, result.context);
      writeUpTo(NO_MATCHES);
      matches.forEach((match, i) => {
        if (i > 0) writer.comma();
        lines.writeMatch(match, placings[i]!);
      });
      writeUpTo(NO_NEAR_MISSES);
      nearMisses.forEach((miss, i) => {
        if (i > 0) writer.comma();
        lines.writeNearMiss(miss);
      });
    }
    writer.text(text.slice(written));
    return writer.take();
  }
}
