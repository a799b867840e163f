import { v5 as uuidV5 } from 'uuid';

/** Namespace of this directory's ids: the same source and key get the same id in every installation. */
const NAMESPACE = '6f0d3c1e-5b0c-5d0a-9c55-2f1f3a1c7e10';

export const organizationIdOf = (source: string, key: string): string =>
  uuidV5(`organization:${source}:${key}`, NAMESPACE);

export const locationIdOf = (source: string, key: string): string =>
  uuidV5(`location:${source}:${key}`, NAMESPACE);

export const programIdOf = (source: string, key: string): string =>
  uuidV5(`program:${source}:${key}`, NAMESPACE);

export const recordIdOf = (programId: string, sourceAndKey: string): string =>
  uuidV5(`record:${programId}:${sourceAndKey}`, NAMESPACE);
