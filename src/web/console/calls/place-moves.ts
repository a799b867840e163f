import type { Answer, Track } from '../../service/api.js';
import type { PlaceMove } from '../../service/store.js';
import { fullName } from '../../words/formats.js';

/**
 * The places of the list with this one in their order, beside where they stood in the answer before; then those that are no
 * longer in it.
 */
export function placeMoves(before: Answer, now: Answer, id: string): readonly PlaceMove[] {
  const has = ({ matches }: Track) => matches.some(({ program }) => program.id === id);
  const purpose = [...now.tracks, ...before.tracks].find(has)?.purpose;
  const [placesBefore = [], places = []] = [before, now].map(
    ({ tracks }) => tracks.find((track) => track.purpose === purpose)?.matches,
  );
  const gone = placesBefore.filter(({ program }) => !places.some((one) => one.program.id === program.id));
  return [
    ...places.map(({ program, place }) => {
      const stood = placesBefore.find((one) => one.program.id === program.id)?.place;
      const name = fullName(program);
      return { id: program.id, name, now: place, ...(stood !== undefined && { before: stood }) };
    }),
    ...gone.map(({ program, place }) => ({ id: program.id, name: fullName(program), before: place })),
  ];
}

/** Every place of an answer, list after list. */
export function matchesOf({ tracks }: Answer) {
  return tracks.flatMap(({ matches }) => matches);
}
