/** Conditions for which a source says how people get a medication. */
export const MEDICATED_CONDITIONS = ['alcohol', 'opioid'] as const;
export type MedicatedCondition = (typeof MEDICATED_CONDITIONS)[number];

/**
 * How a person gets a medication at a program: started `here`; only `prescribed` here, without being kept up as a
 * service of its own; from a prescriber `in-network` or `by-contract`; `accepted` if somebody else prescribes it; `none`
 * is used.
 */
export const ACCESS_WAYS = ['here', 'prescribed', 'in-network', 'by-contract', 'accepted', 'none'] as const;
export type AccessWay = (typeof ACCESS_WAYS)[number];

export type MedicationAccessCode = `${MedicatedCondition}-${AccessWay}`;

/** Each way for each condition: `alcohol-in-network`. */
export const MEDICATION_ACCESS: readonly MedicationAccessCode[] = MEDICATED_CONDITIONS.flatMap((condition) =>
  ACCESS_WAYS.map((way): MedicationAccessCode => `${condition}-${way}`),
);

/** The condition and the way that a code names. */
export function accessOf(code: MedicationAccessCode): { condition: MedicatedCondition; way: AccessWay } {
  const condition = MEDICATED_CONDITIONS.find((one) => code.startsWith(`${one}-`))!;
  return { condition, way: code.slice(condition.length + 1) as AccessWay };
}
