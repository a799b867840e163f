import {
  ACCESSIBILITY,
  APPROACHES,
  CARE_NEEDS,
  CONDITIONS,
  CRITERIA,
  LEVELS_OF_CARE,
  MEDICATIONS,
  MODALITIES,
  OVERLAYS,
  PAYERS,
  POPULATIONS,
  PRICE_PERIODS,
  RARE_APPROACHES,
  SEVERITIES,
  SOFT_CONSTRAINTS,
  WEEKDAYS,
  WISHES,
} from './codes.mjs';
import { COORDINATES, PLACES } from './places.mjs';
import { QUIET_RISKS, RISKS } from './risks.mjs';

/** How often people ask for what: some conditions are more frequent than others. */
const USUAL_CONDITIONS = ['opioid', 'opioid', 'opioid', 'alcohol', 'alcohol', 'alcohol', 'stimulant'];

/**
 * A possible body of `POST /v1/matches`, with the place of residence. Most ask for few things, so that most find
 * something.
 *
 * @param {import('./seeded-draw.mjs').SeededDraw} draw
 * @param {(state: string) => {id: string, organizationId: string}[]} programsIn programs of a state
 * @returns {{need: object, state: string}}
 */
export function drawNeed(draw, programsIn) {
  const { state, postalCode } = draw.one(PLACES);
  const programs = programsIn(state);
  const isFamily = draw.chance(0.15);
  const hasPlace = draw.chance(0.93);
  const near = draw.chance(0.93) ? { postalCode } : draw.one(COORDINATES);
  const medications = draw.maybe(0.12, () => draw.some(MEDICATIONS.slice(0, 6), 1, 2));
  const need = {
    client: {
      role: isFamily ? 'family' : draw.maybe(0.3, () => 'self'),
      age: draw.maybe(0.85, () => (draw.chance(0.1) ? draw.whole(13, 17) : draw.whole(18, 80))),
      gender: draw.maybe(0.4, () => draw.one(['woman', 'man', 'woman', 'man', 'nonbinary'])),
      sexAtBirth: draw.maybe(0.1, () => draw.one(['female', 'male'])),
      pregnant: draw.maybe(0.08, () => draw.chance(0.6)),
      languages: draw.maybe(0.3, () =>
        draw.one([['en'], ['es'], ['es', 'en'], ['zh'], ['fr', 'en'], ['ru']]),
      ),
      state: hasPlace ? undefined : state,
    },
    assessment: drawAssessment(draw),
    constraints: {
      near: hasPlace ? near : undefined,
      maxDistanceKm: hasPlace
        ? draw.maybe(0.85, () => draw.one([8, 15, 40, 60, 60, 100, 100, 250]))
        : undefined,
      travelBy: draw.maybe(0.3, () => draw.one(['drive', 'transit', 'bike', 'walk'])),
      cannotLeaveWork: draw.maybe(0.25, () => draw.chance(0.9)),
      workHours: draw.maybe(0.1, () => [
        { days: WEEKDAYS.slice(0, 5), from: '08:00', to: '16:30' },
        ...(draw.chance(0.3) ? [{ days: ['sa'], from: '22:00', to: '06:00' }] : []),
      ]),
      timeZone: draw.maybe(0.06, () =>
        draw.one(['America/Chicago', 'America/Los_Angeles', 'America/Phoenix']),
      ),
      needsChildcare: draw.maybe(0.06, () => true),
      payers: draw.maybe(0.6, () => draw.some(PAYERS, 1, 3)),
      maxCost: draw.maybe(0.1, () => ({
        amount: draw.one([0, 5_000, 20_000, 90_000]),
        currency: 'USD',
        per: draw.one(PRICE_PERIODS),
      })),
      modalities: draw.maybe(0.2, () => draw.some(MODALITIES, 1, 2)),
      levelsOfCare: draw.maybe(0.15, () => draw.some(LEVELS_OF_CARE, 1, 4)),
      startsWithinDays: draw.maybe(0.12, () => draw.one([0, 1, 7, 30])),
      mustServe: draw.maybe(0.15, () => draw.some(POPULATIONS, 1, 2)),
      medications,
      currentMedications: draw.maybe(0.08, () => draw.some(MEDICATIONS.slice(0, 5), 1, 2)),
      accessibility: draw.maybe(0.06, () => draw.some(ACCESSIBILITY, 1, 2)),
      exclude: draw.maybe(0.1, () => ({
        programs: programs.length > 0 ? draw.some(programs, 1, 3).map(({ id }) => id) : undefined,
        organizations: draw.maybe(0.4, () =>
          programs.slice(0, 1).map(({ organizationId }) => organizationId),
        ),
        approaches: draw.maybe(0.4, () => draw.some(APPROACHES, 1, 2)),
      })),
      strictness: draw.maybe(0.25, () => ({
        [draw.one(SOFT_CONSTRAINTS)]: 'preferred',
        [draw.one(['payment', 'language', 'treats_condition', 'age', 'within_distance'])]: 'confirmed',
      })),
    },
    preferences: draw.maybe(0.4, () => ({
      approaches: draw.maybe(0.5, () => draw.some([...APPROACHES, ...RARE_APPROACHES], 1, 3)),
      avoidApproaches: draw.maybe(0.2, () => draw.some(APPROACHES, 1, 2)),
      wishes: draw.maybe(0.4, () => draw.some(WISHES, 1, 2)),
      avoid: draw.maybe(0.2, () => draw.some(WISHES, 1, 1)),
      modality: draw.maybe(0.3, () => draw.one(MODALITIES)),
      goal: draw.maybe(0.3, () => draw.one(['abstinence', 'reduction'])),
    })),
    priorities: draw.maybe(0.2, () =>
      Object.fromEntries(draw.some(CRITERIA, 1, 4).map((code) => [code, draw.one([0, 1, 2, 3, 2.5])])),
    ),
    history: draw.maybe(programs.length > 0 ? 0.1 : 0, () =>
      draw.some(programs, 1, 2).map(({ id }) => ({
        programId: id,
        outcome: draw.one(['completed_then_relapsed', 'dropped_out', 'helped']),
      })),
    ),
  };
  return { need, state };
}

function drawAssessment(draw) {
  const first = draw.one(draw.chance(0.75) ? USUAL_CONDITIONS : CONDITIONS);
  const second = draw.maybe(0.25, () => draw.one(CONDITIONS));
  const named = [first, ...(second === undefined || second === first ? [] : [second])];
  return {
    conditions: draw.maybe(0.93, () =>
      named.map((condition) => ({ condition, severity: draw.maybe(0.85, () => draw.one(SEVERITIES)) })),
    ),
    risks: draw.maybe(0.3, () => {
      const isLoud = draw.chance(0.3);
      const names = isLoud ? draw.some(Object.keys(RISKS), 1, 1) : draw.some(QUIET_RISKS, 1, 2);
      // The year of birth also gives an age; two ages that differ are refused.
      const { age: _said, ...risks } = Object.assign({}, ...names.map((name) => RISKS[name]));
      return risks;
    }),
    scores: draw.maybe(0.1, () => [
      draw.one([
        { instrument: 'audit-c', score: 9 },
        { instrument: 'audit', score: 22 },
        { instrument: 'dast-10', score: 7, condition: 'stimulant' },
        { instrument: 'phq-9', score: 14 },
        { instrument: 'taps-2', scale: 'heroin', score: 3 },
        { instrument: 'cudit-r', score: 14 },
      ]),
    ]),
    readiness: draw.maybe(0.12, () => ({
      importance: draw.whole(0, 10),
      confidence: draw.maybe(0.7, () => draw.whole(0, 10)),
      readiness: draw.maybe(0.5, () => draw.whole(0, 10)),
    })),
    levelsOfCare: draw.maybe(0.1, () => [
      ...draw.some(LEVELS_OF_CARE.slice(2, 9), 1, 3),
      ...draw.some(OVERLAYS, 0, 1),
    ]),
    needs: draw.maybe(0.08, () => draw.some(CARE_NEEDS, 1, 1)),
  };
}
