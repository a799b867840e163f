import { CONTINUUM_POSITION, type LevelOfCare, LEVELS_OF_CARE } from '../../../vocabulary/levels-of-care.js';
import { type Candidate, isReported, stance, yes } from '../../candidate.js';
import { acceptableLevels, LEVEL_FIELDS, levelsFrom, type Need } from '../../need.js';
import { both, fails, meets, unknown, type Verdict } from '../../verdict.js';
import type { Constraint } from '../constraint.js';
import type { RelaxationStep } from '../relaxation-step.js';

export const levelOfCare: Constraint = {
  code: 'level_of_care',
  reads: {
    facts: { levelsOfCare: true, overlays: ['housing'] },
    need: [...LEVEL_FIELDS, 'overlays'],
    cache: (need) => ({
      acceptedLevels: acceptableLevels(need),
      overlays: need.overlays.includes('housing') ? ['housing'] : [],
    }),
  },
  asks: { 'ask.level_of_care': ['levelsOfCare'], 'ask.housing': ['overlays'] },
  // The lowest level that a clinician stated is a floor; what a client accepts may be talked about.
  isSafety: (need) => need.statedLevels !== undefined,
  isAsked: (need) => acceptableLevels(need) !== undefined || need.overlays.includes('housing'),
  judge(need, candidate) {
    const levels = acceptableLevels(need);
    const level = levels && judgeLevel(levels, candidate);
    const housing = need.overlays.includes('housing') ? judgeHousing(candidate) : undefined;
    return level && housing ? both(level, housing) : (level ?? housing);
  },
  relax: oneMoreLevel,
  relaxSafely: besideStated,
  relaxTowards: closestLevel,
};

function judgeLevel(levels: NonNullable<ReturnType<typeof acceptableLevels>>, candidate: Candidate): Verdict {
  if (levels.length === 0) return fails('level_of_care.none_acceptable');
  const offered = levels.filter((level) => stance(candidate, 'levelsOfCare', level) === 'yes');
  if (offered.length > 0) return meets('level_of_care.offers', { levels: offered });
  const possible = levels.filter((level) => stance(candidate, 'levelsOfCare', level) === 'maybe');
  if (possible.length > 0) return unknown('level_of_care.maybe', 'ask.level_of_care', { levels: possible });
  const refused = levels.every((level) => stance(candidate, 'levelsOfCare', level) === 'no');
  if (!refused && !isReported(candidate, 'levelsOfCare'))
    return unknown('level_of_care.unknown', 'ask.level_of_care', { levels });
  const found = yes(candidate, 'levelsOfCare');
  return fails('level_of_care.other', { levels, offered: found }, { asked: levels, found });
}

function judgeHousing(candidate: Candidate): Verdict {
  const housing = stance(candidate, 'overlays', 'housing');
  if (housing === 'yes') return meets('level_of_care.housing');
  if (housing === 'no') return fails('level_of_care.no_housing');
  return unknown('level_of_care.housing_unknown', 'ask.housing');
}

/** The neighbor of the accepted levels on the continuum, first the one of more care. */
function oneMoreLevel(need: Need): RelaxationStep[] {
  const accepted = need.acceptedLevels ?? need.assessedLevels;
  if (!accepted) return [];
  const positions = accepted.map((level) => CONTINUUM_POSITION[level]);
  const lower = Math.min(...positions) - 1;
  const neighbors = [Math.max(...positions) + 1, ...(lower >= leastOf(need) ? [lower] : [])];
  return LEVELS_OF_CARE.filter(
    (level) => neighbors.includes(CONTINUUM_POSITION[level]) && !accepted.includes(level),
  ).map((level) => accepting(need, accepted, level));
}

/**
 * What a clinician stated is widened by no level below the lowest of theirs or below the floor, and by none that the
 * answers rule out: by those between their levels, else by the next of more care. What the client does not accept of
 * the stated levels comes first.
 */
function besideStated(need: Need): RelaxationStep[] {
  const { statedLevels: stated, acceptedLevels: accepted } = need;
  if (!stated) return [];
  const refused = accepted ? stated.filter((level) => !accepted.includes(level)) : [];
  const wider = wideningOf(stated, need).filter((level) => accepted?.includes(level) ?? true);
  return [
    ...(refused.length > 0 ? [acceptingStated(need, accepted!, refused)] : []),
    ...(wider.length > 0 ? [stating(need, stated, wider)] : []),
  ];
}

function wideningOf(stated: readonly LevelOfCare[], { levelFloor, assessedLevels }: Need): LevelOfCare[] {
  const positions = stated.map((level) => CONTINUUM_POSITION[level]);
  const [lowest, highest] = [Math.min(...positions), Math.max(...positions)];
  const allowed = levelsFrom(levelFloor ?? 'early', assessedLevels).filter(
    (level) => CONTINUUM_POSITION[level] > lowest && !stated.includes(level),
  );
  const between = allowed.filter((level) => CONTINUUM_POSITION[level] < highest);
  if (between.length > 0) return between;
  const next = Math.min(...allowed.map((level) => CONTINUUM_POSITION[level]));
  return allowed.filter((level) => CONTINUUM_POSITION[level] === next);
}

function acceptingStated(
  need: Need,
  accepted: readonly LevelOfCare[],
  levels: readonly LevelOfCare[],
): RelaxationStep {
  const levelsOfCare = [...accepted, ...levels];
  return {
    change: { constraints: { levelsOfCare } },
    label: { code: 'relax.accepted_levels', values: { levels } },
    need: { ...need, acceptedLevels: levelsOfCare },
  };
}

function stating(need: Need, stated: readonly LevelOfCare[], levels: readonly LevelOfCare[]): RelaxationStep {
  const statedLevels = LEVELS_OF_CARE.filter((level) => stated.includes(level) || levels.includes(level));
  return {
    // A merge patch replaces the whole list, which has the overlays as well.
    change: { assessment: { levelsOfCare: [...statedLevels, ...need.overlays] } },
    label: { code: 'relax.stated_levels', values: { levels } },
    need: { ...need, statedLevels },
  };
}

/** The least care that may be offered instead: what the answers came to, unless the client says what they accept. */
function leastOf({ acceptedLevels, assessedLevels }: Need): number {
  if (acceptedLevels || !assessedLevels) return 0;
  return Math.min(...assessedLevels.map((level) => CONTINUUM_POSITION[level]));
}

/** The level a program offers that is closest to those accepted, of two equally close the one of more care. */
function closestLevel(need: Need, candidate: Candidate): RelaxationStep[] {
  const accepted = acceptableLevels(need) ?? [];
  if (accepted.length === 0) return [];
  const away = (level: LevelOfCare) =>
    Math.min(...accepted.map((each) => Math.abs(CONTINUUM_POSITION[level] - CONTINUUM_POSITION[each])));
  const [closest] = yes(candidate, 'levelsOfCare')
    .filter((level) => CONTINUUM_POSITION[level] >= leastOf(need))
    .sort((a, b) => away(a) - away(b) || CONTINUUM_POSITION[b] - CONTINUUM_POSITION[a] || (a < b ? -1 : 1));
  return closest === undefined ? [] : [accepting(need, accepted, closest)];
}

function accepting(need: Need, accepted: readonly LevelOfCare[], level: LevelOfCare): RelaxationStep {
  const levelsOfCare = [...accepted, level];
  return {
    change: { constraints: { levelsOfCare } },
    label: { code: 'relax.level', values: { level } },
    need: { ...need, acceptedLevels: levelsOfCare },
  };
}
