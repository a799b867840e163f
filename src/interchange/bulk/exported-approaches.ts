import type { ApproachSummaryResponse } from '../../evidence/approach.dto.js';
import type { ExportContent } from './export-files.js';

/** The approaches of the registry and their current ratings, as tables have them. */
export function exportedApproaches(
  approaches: readonly ApproachSummaryResponse[],
): Pick<ExportContent, 'approaches' | 'ratings'> {
  return {
    approaches: approaches.map(({ code, name, kind, listing }) => ({ code, name, kind, listing })),
    ratings: approaches.flatMap(({ code: approach, ratings }) =>
      ratings.map(({ id, condition, outcome, certainty, direction, badge, status }) => ({
        id,
        approach,
        condition,
        outcome,
        certainty,
        direction,
        badge,
        status,
      })),
    ),
  };
}
