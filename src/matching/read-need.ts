import type { AssessmentService } from '../assessments/assessment.service.js';
import type { Assessment } from '../core/assessment/assess.js';
import { elementsOf } from '../core/matching/care-elements.js';
import type { Episode, Need } from '../core/matching/need.js';
import { contextOf } from './assessed-need.js';
import type { Condition } from '../core/vocabulary/conditions.js';
import type { MatchRequest } from './match-request.dto.js';
import { needFromRequest } from './need-from-request.js';
import type { DirectorySnapshot } from './read-snapshot.js';

/** What a request asks for, read with its answers and with what the directory knows of earlier programs. */
export function readNeed(
  request: MatchRequest,
  assessments: AssessmentService,
  snapshot: DirectorySnapshot,
): { assessment: Assessment; need: Need } {
  const { client = {}, assessment: told = {} } = request;
  const assessment = assessments.assess(client, told, contextOf(request));
  const need = needFromRequest(request, assessment, snapshot, (programId, conditions) =>
    episodeIn(snapshot, programId, conditions),
  );
  return { assessment, need };
}

/** What the directory knows of a program the client was in before. */
function episodeIn(
  { programs, candidates }: DirectorySnapshot,
  programId: string,
  conditions: readonly Condition[],
): Pick<Episode, 'organizationId' | 'levelsOfCare' | 'elements'> | undefined {
  const program = programs.get(programId);
  const candidate = candidates.find(({ id }) => id === programId);
  return (
    program && {
      organizationId: program.organization.id,
      levelsOfCare: program.levelsOfCare,
      elements: candidate ? elementsOf(candidate, conditions) : [],
    }
  );
}
