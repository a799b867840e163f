import { rankPrograms } from '../../src/core/matching/reference/rank-programs.js';
import type { TrackRanking } from '../../src/core/matching/ranking.js';
import type { Purpose } from '../../src/core/matching/codes.js';
import { ALL_TRACKS } from '../../src/core/matching/rules/tracks.js';
import { readPrograms } from '../../src/matching/live/read-programs.js';
import { RequestReader } from '../../src/matching/need/request-reader.js';
import { today } from './days.js';
import type { Asked } from './match-answers.js';
import type { WholeService } from './whole-service.js';

/** The plain function's answer to a request, over the programs in the database. */
export async function plainRanking(
  service: WholeService,
  asked: Asked,
  purpose: Purpose,
): Promise<TrackRanking> {
  await service.settled();
  const { need, snapshot } = await service.part(RequestReader).read(asked, 'en');
  const ids: { id: string }[] = await service.dataSource.query('SELECT id FROM program');
  const programs = await readPrograms(
    service.dataSource.manager,
    today,
    ids.map(({ id }) => id),
  );
  const candidates = programs.map(({ candidate }) => candidate);
  const track = ALL_TRACKS.find((each) => each.purpose === purpose)!;
  return rankPrograms(need, candidates, track, snapshot);
}
