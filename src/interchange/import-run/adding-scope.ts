import type { ListScope } from '../../core/linkage/linkage-policy.js';

/** How the rows of a source that only adds are compared: with programs, or with the doors at which programs are. */
export type AddingScope = ListScope | 'doors';
