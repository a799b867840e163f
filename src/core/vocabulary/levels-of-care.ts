/**
 * Families of levels of care, least intensive first; names and order are ours, roughly following the
 * ASAM continuum (clinical/levels-of-care.md §1). Never called an ASAM level.
 */
export const LEVELS_OF_CARE = [
  'early',
  'monitoring',
  'op',
  'op-med',
  'iop',
  'php',
  'php-med',
  'res-low',
  'res-high',
  'res-med',
  'hosp',
] as const;
export type LevelOfCare = (typeof LEVELS_OF_CARE)[number];

/** In addition to a level: opioid medication, recovery housing, care for a mental disorder. */
export const OVERLAYS = ['moud', 'housing', 'co-occurring'] as const;
export type Overlay = (typeof OVERLAYS)[number];

/**
 * The position of a level on the continuum, for the distance between two levels. `monitoring` is for people in stable
 * remission and has the position of `early`, outside the order of intensity (loc-rules: note_monitoring).
 */
export const CONTINUUM_POSITION: Readonly<Record<LevelOfCare, number>> = {
  early: 0,
  monitoring: 0,
  op: 1,
  'op-med': 2,
  iop: 3,
  php: 4,
  'php-med': 5,
  'res-low': 6,
  'res-high': 7,
  'res-med': 8,
  hosp: 9,
};

/** Levels that people usually attend while employed (levels-of-care.md §1, column "Keep a job?"). */
export const ATTENDABLE_WHILE_EMPLOYED: ReadonlySet<LevelOfCare> = new Set([
  'early',
  'monitoring',
  'op',
  'op-med',
  'iop',
]);

/** Levels that can be delivered by telehealth: withdrawal, daily dosing and housing cannot be given by video. */
export const DELIVERABLE_BY_TELEHEALTH: ReadonlySet<LevelOfCare> = new Set([
  'early',
  'monitoring',
  'op',
  'iop',
]);

/** Levels where the person stays day and night. */
export const ROUND_THE_CLOCK: ReadonlySet<LevelOfCare> = new Set(['res-low', 'res-high', 'res-med', 'hosp']);
