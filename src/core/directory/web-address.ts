import type { Origin, ResolvedFacts } from './resolved-facts.js';

/**
 * A web site as an absolute address. A source often prints it without its scheme: `www.example.org`. `undefined` if it is
 * not known, or is no address of the web.
 */
export function webAddressOf(website: string | null): string | undefined {
  if (website === null) return undefined;
  const text = website.trim();
  const absolute = /^[a-z][a-z0-9+.-]*:/i.test(text) ? text : `http://${text}`;
  if (!URL.canParse(absolute)) return undefined;
  const { protocol, hostname, href } = new URL(absolute);
  return /^https?:$/.test(protocol) && hostname.includes('.') ? href : undefined;
}

/** Who states the web site that is shown; `undefined` if there is none, or an editor's without a date. */
export function websiteOriginOf({
  website,
  facts: { origins, values },
}: {
  readonly website: string | null;
  readonly facts: ResolvedFacts;
}): Origin | undefined {
  return values.website !== undefined && values.website.value === website
    ? origins[values.website.origin]
    : undefined;
}
