import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askedCount, type FhirPaging } from '../../http/fhir/fhir-search.dto.js';
import type { FhirObject, FoundResources } from '../../http/fhir/searchset.js';
import { Cursors } from '../../http/pages/cursors.js';
import { pageOf } from '../../http/pages/page-of.js';
import { Problem } from '../../http/problem.js';
import type { OutwardFilter } from '../outward/outward-filter.js';
import {
  countOutwardLocations,
  countOutwardOrganizations,
  countOutwardPrograms,
  outwardLocations,
  outwardOrganization,
  outwardOrganizations,
  outwardProgram,
  outwardProgramsById,
} from '../outward/outward.queries.js';
import { toLocation } from './fhir-location.js';
import { toOrganization } from './fhir-organization.js';
import type {
  HealthcareServiceSearch,
  LocationSearch,
  OrganizationSearch,
} from './fhir-search-parameters.dto.js';
import { toHealthcareService } from './healthcare-service.js';
import { filterOfLocations, filterOfOrganizations, filterOfServices } from './read-search.js';

/** One list of resources: how many there are, and those after an id. */
interface ResourceList<Row extends { readonly id: string }> {
  readonly type: string;
  readonly count: (filter: OutwardFilter) => Promise<number>;
  readonly after: (filter: OutwardFilter, place: { limit: number; after?: string }) => Promise<Row[]>;
}

/** The directory as FHIR R4 resources: what a search finds, and one by its id. */
@Injectable()
export class FhirDirectory {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cursors: Cursors,
  ) {}

  async searchServices(search: HealthcareServiceSearch): Promise<FoundResources> {
    const { rows, ...found } = await this.find(search, filterOfServices(search), {
      type: 'HealthcareService',
      count: (filter) => countOutwardPrograms(this.dataSource, filter),
      after: (filter, place) => outwardProgramsById(this.dataSource, filter, place),
    });
    const wanted = new Set(search._include);
    const ids = <Key extends 'locationId' | 'organizationId'>(key: Key) => [
      ...new Set(rows.map((row) => row[key])),
    ];
    const limit = { limit: rows.length, offset: 0 };
    const [locations, organizations] = await Promise.all([
      wanted.has('HealthcareService:location')
        ? outwardLocations(this.dataSource, { locationIds: ids('locationId') }, limit)
        : [],
      wanted.has('HealthcareService:organization')
        ? outwardOrganizations(this.dataSource, { organizationIds: ids('organizationId') }, limit)
        : [],
    ]);
    return {
      ...found,
      matches: rows.map(toHealthcareService),
      included: [...locations.map(toLocation), ...organizations.map(toOrganization)],
    };
  }

  async searchLocations(search: LocationSearch): Promise<FoundResources> {
    const { rows, ...found } = await this.find(search, filterOfLocations(search), {
      type: 'Location',
      count: (filter) => countOutwardLocations(this.dataSource, filter),
      after: (filter, place) => outwardLocations(this.dataSource, filter, { ...place, offset: 0 }),
    });
    return { ...found, matches: rows.map(toLocation) };
  }

  async searchOrganizations(search: OrganizationSearch): Promise<FoundResources> {
    const { rows, ...found } = await this.find(search, filterOfOrganizations(search), {
      type: 'Organization',
      count: (filter) => countOutwardOrganizations(this.dataSource, filter),
      after: (filter, place) => outwardOrganizations(this.dataSource, filter, { ...place, offset: 0 }),
    });
    return { ...found, matches: rows.map(toOrganization) };
  }

  /** @throws Problem 404, and 410 for a program that is withdrawn */
  async service(id: string): Promise<FhirObject> {
    const found = await outwardProgram(this.dataSource, id);
    if (!found) throw Problem.notFound('HealthcareService', id);
    if (found.status === 'withdrawn') throw gone('HealthcareService', id);
    return toHealthcareService(found);
  }

  /** @throws Problem 404, and 410 for a place without a published program */
  async location(id: string): Promise<FhirObject> {
    const of = (filter: OutwardFilter) => outwardLocations(this.dataSource, filter, { limit: 1, offset: 0 });
    const [found] = await of({ locationIds: [id] });
    if (found) return toLocation(found);
    const [former] = await of({ locationIds: [id], withdrawn: true });
    throw former ? gone('Location', id) : Problem.notFound('Location', id);
  }

  /** @throws Problem 404, and 410 for an organization without a published program */
  async organization(id: string): Promise<FhirObject> {
    const found = await outwardOrganization(this.dataSource, id);
    if (!found) throw Problem.notFound('Organization', id);
    if (found.programs === 0) throw gone('Organization', id);
    return toOrganization(found);
  }

  private async find<Row extends { readonly id: string }>(
    search: FhirPaging,
    filter: OutwardFilter,
    { type, count, after }: ResourceList<Row>,
  ): Promise<{ total: number; rows: Row[]; next?: string }> {
    const codec = await this.cursors.codec();
    // A cursor belongs to one search: with other parameters it is not a valid cursor.
    const { _cursor: cursor, _count: _size, _format, ...rest } = search;
    const kind = `${type} ${JSON.stringify(rest)}`;
    const place = { parameter: '_cursor' };
    const last = cursor === undefined ? undefined : (codec.decode(kind, cursor, place) as string);
    const size = askedCount(search);
    const [total, found] = await Promise.all([
      count(filter),
      size === 0 ? [] : after(filter, { limit: size + 1, ...(last === undefined ? {} : { after: last }) }),
    ]);
    const { page, last: end } = pageOf(found, size);
    return { total, rows: page, ...(end ? { next: codec.encode(kind, end.id) } : {}) };
  }
}

function gone(type: string, id: string): Problem {
  return new Problem('gone', `The ${type} ${id} is no longer in the directory.`);
}
