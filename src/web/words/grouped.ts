const GROUPED = new Intl.NumberFormat('en-US');

/** A whole number with its thousands apart: `9,577`. English and Spanish of the United States write it alike. */
export const grouped = (value: number): string => GROUPED.format(value);
