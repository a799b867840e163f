/** The parts of HSDS 3.1 that are read. A service was checked by the schemas before it is seen as one of these. */
export interface ReceivedService {
  readonly id: string;
  readonly name: string;
  readonly alternate_name?: string | null;
  readonly status: string;
  readonly url?: string | null;
  readonly alert?: string | null;
  readonly description?: string | null;
  readonly assured_date?: string | null;
  readonly last_modified?: string | null;
  readonly minimum_age?: number | null;
  readonly maximum_age?: number | null;
  readonly organization_id?: string;
  readonly organization?: { readonly id: string; readonly name: string };
  readonly phones?: readonly ReceivedPhone[];
  readonly schedules?: readonly ReceivedSchedule[];
  readonly service_at_locations?: readonly { readonly id: string; readonly location?: ReceivedLocation }[];
  readonly languages?: readonly { readonly code?: string; readonly note?: string }[];
  readonly cost_options?: readonly ReceivedCost[];
  readonly attributes?: readonly ReceivedAttribute[];
}

export interface ReceivedPhone {
  readonly number: string;
  readonly extension?: number | null;
  readonly type?: string | null;
  readonly description?: string | null;
}

export interface ReceivedSchedule {
  readonly valid_from?: string | null;
  readonly valid_to?: string | null;
  readonly dtstart?: string | null;
  readonly until?: string | null;
  readonly count?: number | null;
  readonly freq?: string | null;
  readonly interval?: number | null;
  readonly byday?: string | null;
  readonly byweekno?: string | null;
  readonly bymonthday?: string | null;
  readonly byyearday?: string | null;
  readonly opens_at?: string | null;
  readonly closes_at?: string | null;
  readonly description?: string | null;
  readonly notes?: string | null;
}

export interface ReceivedLocation {
  readonly id: string;
  readonly location_type: string;
  readonly latitude?: number | null;
  readonly longitude?: number | null;
  readonly addresses?: readonly ReceivedAddress[];
  readonly attributes?: readonly ReceivedAttribute[];
}

export interface ReceivedAddress {
  readonly address_1: string;
  readonly address_2?: string | null;
  readonly city: string;
  readonly state_province: string;
  readonly postal_code: string;
  readonly country: string;
}

export interface ReceivedCost {
  readonly option?: string | null;
  readonly currency?: string | null;
  readonly amount?: number | null;
  readonly amount_description?: string | null;
}

export interface ReceivedAttribute {
  readonly value?: string | null;
  readonly label?: string | null;
  readonly taxonomy_term?: {
    readonly code?: string;
    readonly name?: string;
    readonly taxonomy?: string;
    readonly taxonomy_detail?: { readonly name?: string };
  };
}
