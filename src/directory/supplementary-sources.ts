/** The federal list of certified opioid treatment programs. */
export const OPIOID_TREATMENT_PROGRAMS = 'opioid-treatment-programs';

/** Sources that only add statements about programs listed by other sources. */
export const SUPPLEMENTARY_SOURCES = {
  observation: 'observation',
  attestation: 'attestation',
  verification: 'verification',
  correction: 'correction',
} as const;

/** Whether a source only adds statements about programs listed by other sources. */
export function isSupplementary(source: string): boolean {
  return Object.hasOwn(SUPPLEMENTARY_SOURCES, source) || source === OPIOID_TREATMENT_PROGRAMS;
}
