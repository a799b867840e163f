import { Injectable } from '@nestjs/common';
import { findRanks } from '../core/matching/index/find-rank.js';
import { Query } from '../core/matching/index/query.js';
import type { TravelMode } from '../core/matching/facts/travel.js';
import type { Language } from '../core/vocabulary/languages.js';
import type { LevelOfCare } from '../core/vocabulary/levels-of-care.js';
import type { ProgramSummary } from '../directory/program-summary.dto.js';
import { observeLegend } from './legend.js';
import type { Legend } from './legend.dto.js';
import { placeIn, shownIn } from './match-answer.js';
import type { TravelResponse } from './match-response.dto.js';
import type { ReadRequest } from './need/request-reader.js';
import { toPlacedProgram } from './placed-program.js';
import { rowsOf, trackFor } from './program-question.js';
import { TravelTimes } from './travel/travel-times.js';
import { Ways } from './travel/ways.js';
import type { ConstraintVerdict } from './verdict.dto.js';

/** A program that was chosen from a list, with what is still to be asked about it. */
export interface ChosenProgram {
  readonly program: ProgramSummary;
  /** Metres; `null`: not known. */
  readonly distanceMeters: number | null;
  readonly travel: TravelResponse | null;
  /** Verdicts that are unknown and have a question for the program, those of safety first. */
  readonly open: readonly ConstraintVerdict[];
}

/** The programs that were chosen, and what is the same for all of them. */
export interface ReadPrograms {
  readonly programs: readonly ChosenProgram[];
  readonly legend: Pick<Legend, 'travel' | 'observe'>;
}

/** Reads the programs that were chosen for a need, each as its own list has it. */
@Injectable()
export class ChosenPrograms {
  constructor(private readonly travel: TravelTimes) {}

  /**
   * For each program, the levels of care that it is known to offer.
   *
   * @throws Problem 422 for a program that is not published
   */
  levelsOf({ snapshot }: ReadRequest, ids: readonly string[]): readonly (readonly LevelOfCare[])[] {
    refuseUnpublished(snapshot, ids);
    return ids.map((id) => shownIn(snapshot, id).program.levelsOfCare);
  }

  /** @throws Problem 422 for a program that is not published */
  async read(
    read: ReadRequest,
    ids: readonly string[],
    mode: TravelMode | undefined,
    language: Language,
  ): Promise<ReadPrograms> {
    const { snapshot, need } = read;
    const chosen = refuseUnpublished(snapshot, ids).map((row) => {
      const track = trackFor(need, snapshot, [row], undefined);
      const query = new Query(snapshot.index, track.needOf(need), snapshot);
      const [placed] = findRanks(query, track, [row]);
      const { program, distanceMeters, constraints } = toPlacedProgram(placed!, track, read, language);
      const open = constraints.filter(({ verdict, ask }) => verdict === 'unknown' && ask !== undefined);
      const first = [...open.filter(({ safety }) => safety), ...open.filter(({ safety }) => !safety)];
      return { program, distanceMeters, open: first, place: placeIn(snapshot, program.id) };
    });
    const ways = await Ways.to(
      chosen.map(({ place }) => place),
      need,
      mode,
      this.travel,
      language,
    );
    return {
      programs: chosen.map(({ place, ...program }) => ({ ...program, travel: ways.to(place) })),
      legend: { travel: ways.legend(), observe: observeLegend(snapshot.today) },
    };
  }
}

function refuseUnpublished(snapshot: ReadRequest['snapshot'], ids: readonly string[]): number[] {
  return rowsOf(
    snapshot,
    ids.map((id, i) => ({ id, pointer: `/programIds/${i}` })),
  );
}
