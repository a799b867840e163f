import { PickType } from '@nestjs/swagger';
import { LocationResponse, ProgramSummary } from '../directory/program-summary.dto.js';

/** Where a program is. */
export class BriefLocation extends PickType(LocationResponse, [
  'street1',
  'street2',
  'city',
  'state',
  'postalCode',
] as const) {}

/** What a person needs of a program to call it; the whole of it is at `/v1/programs/{id}`. */
export class BriefProgram extends PickType(ProgramSummary, [
  'id',
  'name',
  'nameDetail',
  'fictional',
  'phone',
  'website',
  'websiteOrigin',
] as const) {
  location: BriefLocation;
}

export function toBriefProgram(program: ProgramSummary): BriefProgram {
  const { id, name, nameDetail, fictional, phone, website, websiteOrigin } = program;
  const { street1, street2, city, state, postalCode } = program.location;
  return {
    id,
    name,
    nameDetail,
    fictional,
    phone,
    website,
    ...(websiteOrigin && { websiteOrigin }),
    location: { street1, street2, city, state, postalCode },
  };
}
