/** Sources of what people tell of a program that a source lists: they speak of it, and do not list it themselves. */
export const SUPPLEMENTARY_SOURCES = {
  observation: 'observation',
  attestation: 'attestation',
  verification: 'verification',
  correction: 'correction',
} as const;

/** Whether a source only speaks of programs that others list. */
export function isSupplementary(source: string): boolean {
  return Object.hasOwn(SUPPLEMENTARY_SOURCES, source);
}
