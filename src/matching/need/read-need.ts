import type { AssessmentService } from '../../assessments/assessment.service.js';
import type { Assessment } from '../../core/assessment/assessment.js';
import { elementsOf } from '../../core/matching/rules/care-elements.js';
import type { Episode, Need } from '../../core/matching/need.js';
import { contextOf } from '../../assessments/context-of-request.js';
import type { Condition } from '../../core/vocabulary/conditions.js';
import { clientOfTreatment } from '../../assessments/client-of-treatment.js';
import type { NeedRequest } from '../../assessments/need-request.dto.js';
import { needFromRequest } from './need-from-request.js';
import type { DirectorySnapshot } from '../live/directory-snapshot.js';
import { LEVELS_OF_CARE } from '../../core/vocabulary/levels-of-care.js';
import { stance } from '../../core/matching/candidate.js';

/** The need of a request, with its answers and with what the directory knows about earlier programs. */
export function readNeed(
  request: NeedRequest,
  assessments: AssessmentService,
  snapshot: DirectorySnapshot,
): { assessment: Assessment; need: Need } {
  const { assessment: answers = {} } = request;
  const assessment = assessments.assess(clientOfTreatment(request), answers, contextOf(request));
  const need = needFromRequest(request, assessment, snapshot, (programId, conditions) =>
    episodeIn(snapshot, programId, conditions),
  );
  return { assessment, need };
}

/** What the directory knows about a program the client was in before. */
function episodeIn(
  { index }: DirectorySnapshot,
  programId: string,
  conditions: readonly Condition[],
): Pick<Episode, 'organizationId' | 'levelsOfCare' | 'elements'> | undefined {
  const row = index.rowOf(programId);
  if (row === undefined) return undefined;
  const candidate = index.columns.candidateAt(row);
  return {
    organizationId: candidate.organizationId,
    levelsOfCare: LEVELS_OF_CARE.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes'),
    elements: elementsOf(candidate, conditions),
  };
}
