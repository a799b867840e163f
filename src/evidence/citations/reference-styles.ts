import type { CslItem } from './csl-item.js';

/** CSL styles that come with the service; the first is used in every list. */
export const REFERENCE_STYLES = ['apa', 'vancouver', 'harvard1'] as const;
export type ReferenceStyle = (typeof REFERENCE_STYLES)[number];
export const DEFAULT_STYLE: ReferenceStyle = 'apa';

/**
 * A reference in a style, as plain text in one line. The processor and its styles are loaded on first use, since most
 * processes never format a reference; everything is read from the disk.
 */
export async function formatReference(item: CslItem, style: ReferenceStyle): Promise<string> {
  const [{ default: citationJs }] = await Promise.all([
    import('@citation-js/core'),
    import('@citation-js/plugin-csl'),
  ]);
  const formatted = citationJs.plugins.output.format('bibliography', [item], {
    template: style,
    lang: 'en-US',
    format: 'text',
  });
  const line = formatted.trim().replace(/\s+/g, ' ');
  // A numbered style numbers its list, which has only one entry here.
  return style === 'vancouver' ? line.replace(/^1\. /, '') : line;
}
