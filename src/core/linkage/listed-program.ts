/** A program as one list has it, in the fields by which two lists can be compared. */
export interface ListedProgram {
  /** Unique within its list. */
  readonly key: string;
  /** The first line of its name, mostly the organization. */
  readonly name: string;
  /** The second line, mostly the program or the place. */
  readonly nameDetail?: string;
  /** Another name that a licence gives. */
  readonly legalName?: string;
  /** Lines of the address without the city. */
  readonly streets: readonly string[];
  readonly city: string;
  readonly state: string;
  /** Five digits; absent where the list has none. */
  readonly postalCode?: string;
  /** As `readPhone` writes them. */
  readonly phones: readonly string[];
  /** `residential`, `outpatient`, `hospital`; absent where the list does not say. */
  readonly settings?: ReadonlySet<string>;
  /** Codes of services in the source's own words; absent where the list has none. */
  readonly services?: ReadonlySet<string>;
  /** Whether the list says that it is an opioid treatment program. */
  readonly isOpioidTreatmentProgram?: boolean;
}
