/** Three-valued truth (Kleene): an unanswered question is unknown, and never counts as no. */
export type Truth = boolean | 'unknown';

/** False as soon as one part is false; unknown while one is unknown. */
export function allOf(parts: readonly Truth[]): Truth {
  if (parts.includes(false)) return false;
  return parts.includes('unknown') ? 'unknown' : true;
}

/** True as soon as one part is true; unknown while one is unknown. */
export function anyOf(parts: readonly Truth[]): Truth {
  if (parts.includes(true)) return true;
  return parts.includes('unknown') ? 'unknown' : false;
}
