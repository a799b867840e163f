/** Three-valued truth (Kleene): an unanswered question is unknown, and never counts as no. */
export type Truth = boolean | 'unknown';
