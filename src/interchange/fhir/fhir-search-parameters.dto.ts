import { FhirPaging } from '../../http/fhir/fhir-search.dto.js';
import { SearchValues } from '../../http/fhir/search-values.decorator.js';

const INSTANT = {
  matches: /^(ge|gt|le|lt)\d{4}-\d{2}-\d{2}(T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2}))?$/,
  message: 'must be ge, gt, le or lt with a day or a moment, such as ge2026-01-31 or lt2026-01-31T09:00:00Z',
};
const NEAR = {
  matches: /^-?\d{1,2}(\.\d+)?\|-?\d{1,3}(\.\d+)?\|\d{1,5}(\.\d+)?(\|(km|m|\[mi_us\])?)?$/,
  message: 'must be latitude|longitude|distance|units, such as 41.31|-72.92|20|km',
};

/** Of each resource. */
class FhirResourceSearch extends FhirPaging {
  /** Logical ids. */
  @SearchValues()
  _id?: string[];

  /** When the resource last changed: `ge`, `gt`, `le` or `lt` before a day or a moment. */
  @SearchValues({ pattern: INSTANT, example: 'ge2026-01-31' })
  _lastUpdated?: string[];
}

/** Which HealthcareServices to find. */
export class HealthcareServiceSearch extends FhirResourceSearch {
  /** Beginning of a name, in any letters. */
  @SearchValues()
  name?: string[];

  /** `Location/id`, or the id alone. */
  @SearchValues()
  location?: string[];

  /** `Organization/id`, or the id alone. */
  @SearchValues()
  organization?: string[];

  /** Every service here is of the category `behav`. */
  @SearchValues({ example: 'behav' })
  'service-category'?: string[];

  /** Levels of care, as codes of `/v1/vocabularies`. */
  @SearchValues({ example: 'iop' })
  'service-type'?: string[];

  /** Services that are no longer active are not found, whatever is asked for. */
  @SearchValues({ pattern: { matches: /^(true|false)$/, message: 'must be true or false' }, example: 'true' })
  active?: string[];

  /** `HealthcareService:location`, `HealthcareService:organization`. */
  @SearchValues({
    pattern: {
      matches: /^HealthcareService:(location|organization)$/,
      message: 'must be HealthcareService:location or HealthcareService:organization',
    },
  })
  _include?: string[];
}

/** Which Locations to find. */
export class LocationSearch extends FhirResourceSearch {
  /** Beginning of a street, a city, a state or a ZIP code, in any letters. */
  @SearchValues()
  address?: string[];

  @SearchValues({ example: 'New Haven', description: 'Beginning of a city, in any letters.' })
  'address-city'?: string[];

  @SearchValues({ example: 'CT', description: 'A state, by its two letters.' })
  'address-state'?: string[];

  @SearchValues({ example: '06511', description: 'Beginning of a ZIP code.' })
  'address-postalcode'?: string[];

  /** `latitude|longitude|distance|units`; kilometers without units. Some places are known by ZIP code only. */
  @SearchValues({ pattern: NEAR, example: '41.31|-72.92|20|km' })
  near?: string[];
}

/** Which Organizations to find. */
export class OrganizationSearch extends FhirResourceSearch {
  /** Beginning of a name, in any letters. */
  @SearchValues()
  name?: string[];

  @SearchValues({ example: 'CT', description: 'A state, by its two letters.' })
  'address-state'?: string[];
}
