import type { ProgramSummary } from '../../directory/program-summary.dto.js';

/** Two places as a sentence names them. */
export interface TwoPlaces {
  readonly first: string;
  readonly second: string;
}

type Named = Pick<ProgramSummary, 'name' | 'nameDetail'> & {
  readonly location: Pick<ProgramSummary['location'], 'city' | 'street1'>;
};

/** The names of two programs. Where they have the same name, with its detail, else the city, the street, or a number. */
export function toldApart(first: Named, second: Named): TwoPlaces {
  if (first.name !== second.name) return { first: first.name, second: second.name };
  const by = (detailOf: (program: Named) => string): TwoPlaces => ({
    first: `${first.name} (${detailOf(first)})`,
    second: `${second.name} (${detailOf(second)})`,
  });
  if (first.nameDetail && second.nameDetail && first.nameDetail !== second.nameDetail)
    return by(({ nameDetail }) => nameDetail!);
  if (first.location.city !== second.location.city) return by(({ location }) => location.city);
  const [street, otherStreet] = [first.location.street1, second.location.street1];
  if (street !== null && otherStreet !== null && street !== otherStreet)
    return by(({ location }) => location.street1!);
  return by((program) => (program === first ? '1' : '2'));
}
