import type { GradedApproach } from '../../src/core/evidence/rating.js';
import type { Knowledge } from '../../src/core/matching/rules/constraint.js';
import { currentPolicy } from '../../src/evidence/policy-files.js';
import { type ApproachEntry, readRegistryFiles } from '../../src/evidence/registry-files.js';

/** The current policy and the registry as first loaded, without a database. */
export function seededKnowledge(): Knowledge {
  const approaches = readRegistryFiles().approaches.map(graded);
  return {
    policy: currentPolicy(),
    registry: new Map(approaches.map((approach) => [approach.code, approach])),
  };
}

/** The id of a rating is its approach and its place in the file (`cbt#1`), so that a case can name it. */
function graded({ code, name, kind, listing, ratings, citations }: ApproachEntry): GradedApproach {
  return {
    code,
    name,
    kind,
    listing,
    ratings: ratings.map(
      ({ condition, outcomeGroup, certainty, direction, comparatorType, comparatorApproach }, i) => ({
        id: `${code}#${i + 1}`,
        condition,
        outcomeGroup,
        certainty,
        direction,
        comparatorType,
        comparatorApproach,
        reviewed: false,
      }),
    ),
    citations: citations.map(({ doi, text }) => doi ?? text),
  };
}
