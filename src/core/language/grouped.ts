const GROUPED = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** A number with its thousands apart, at most one decimal: `1,234`. English and Spanish of the United States write it alike. */
export const grouped = (value: number): string => GROUPED.format(value);
