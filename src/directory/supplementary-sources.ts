/** The federal list of certified opioid treatment programs. */
export const OPIOID_TREATMENT_PROGRAMS = 'opioid-treatment-programs';
/** The federal directory of mental health treatment facilities. */
export const MENTAL_HEALTH_DIRECTORY = 'mental-health-directory';
/** The sites of health centers that the Health Resources and Services Administration supports. */
export const HEALTH_CENTERS = 'hrsa-health-centers';
/** Where a geocoder finds the street address of a program. */
export const GEOCODER = 'geocoder';

/** Lists of others that only add to programs listed by other sources. */
const ADDING_SOURCES: readonly string[] = [
  OPIOID_TREATMENT_PROGRAMS,
  MENTAL_HEALTH_DIRECTORY,
  HEALTH_CENTERS,
  GEOCODER,
];

/** Statements of people about programs listed by other sources. */
export const SUPPLEMENTARY_SOURCES = {
  observation: 'observation',
  attestation: 'attestation',
  verification: 'verification',
  correction: 'correction',
} as const;

/** Whether a source only adds statements about programs listed by other sources. */
export function isSupplementary(source: string): boolean {
  return Object.hasOwn(SUPPLEMENTARY_SOURCES, source) || ADDING_SOURCES.includes(source);
}
