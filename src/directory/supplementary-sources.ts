/** Sources that only add statements about programs listed by other sources. */
export const SUPPLEMENTARY_SOURCES = {
  observation: 'observation',
  attestation: 'attestation',
  verification: 'verification',
  correction: 'correction',
} as const;

/** Whether a source only adds statements about programs listed by other sources. */
export function isSupplementary(source: string): boolean {
  return Object.hasOwn(SUPPLEMENTARY_SOURCES, source);
}
