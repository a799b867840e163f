import type { OutwardOrganization, OutwardProgram } from '../outward/outward-program.js';

/** An organization as HSDS has it. The description is ours: no source describes one, and HSDS asks for a text. */
export interface HsdsOrganization {
  readonly id: string;
  readonly name: string;
  readonly description: string;
}

const DESCRIPTION = 'Runs addiction treatment programs that this directory lists.';

export function organizationOfProgram(program: OutwardProgram): HsdsOrganization {
  return { id: program.organizationId, name: program.organizationName, description: DESCRIPTION };
}

export function organizationOf({ id, name }: OutwardOrganization): HsdsOrganization {
  return { id, name, description: DESCRIPTION };
}
