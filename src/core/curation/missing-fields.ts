import type { CitedWork, RatingContent } from './rating-version.js';

/** A field that a published rating needs and this one lacks: its place, and what to do. */
export interface MissingField {
  /** JSON Pointer into the version. */
  readonly pointer: string;
  readonly message: string;
}

/**
 * Which of the minimal fields of a defensible rating a version lacks (clinical/evidence.md §2, "Minimal fields"); what
 * the reviewer signs is checked elsewhere. Empty if the version may be published.
 */
export function missingFields(
  content: RatingContent,
  edition: number,
  works: readonly CitedWork[],
): MissingField[] {
  const missing: MissingField[] = [];
  const need = (pointer: string, isThere: boolean, message: string) => {
    if (!isThere) missing.push({ pointer, message });
  };
  need(
    '/population',
    isSaid(content.population),
    'state the population in which it was studied: age and setting',
  );
  need('/certaintySource', isSaid(content.certaintySource), 'state where the certainty comes from');
  need(
    '/direction',
    content.direction !== 'unknown' || content.certainty === 'none',
    'state the direction; it is unknown only if no study was found (certainty none)',
  );
  need('/reasons', hasReasons(content), 'give at least one reason for the certainty');
  need('/reasons/statedBy', isSaid(content.certaintyReasons?.statedBy), 'state who gave the reasons');
  need('/effect', isSaid(content.effect), 'give the effect with its interval, or the words "not stated"');
  need('/changeNote', edition === 1 || isSaid(content.changeNote), 'state why this version was made');
  const retracted = works.filter(({ retraction }) => retraction === 'retracted');
  need(
    '/citations',
    retracted.length === 0,
    `is based on a retracted work (${retracted.map(({ id }) => id).join(', ')}); draft a version without it`,
  );
  need(
    '/citations',
    works.some(isCitable),
    'cite at least one work that has a DOI that was seen, a PMID or a Cochrane number, a year and a design, and was not retracted',
  );
  return missing;
}

function isCitable({ isIdentified, year, design, retraction }: CitedWork): boolean {
  return isIdentified && year !== null && isSaid(design) && retraction !== 'retracted';
}

function hasReasons({ certaintyReasons }: RatingContent): boolean {
  if (!certaintyReasons) return false;
  const { riskOfBias, inconsistency, indirectness, imprecision, publicationBias, other } = certaintyReasons;
  return [riskOfBias, inconsistency, indirectness, imprecision, publicationBias, other].some(isSaid);
}

function isSaid(text: string | null | undefined): boolean {
  return text != null && text.trim() !== '';
}
