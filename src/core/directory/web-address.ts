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
