/** The name of a list of codes of ours outside: an HSDS taxonomy, a FHIR code system. The list has the name of its fact. */
export function taxonomyUri(name: string): string {
  return `urn:treatment-navigator:taxonomy:${name}`;
}
