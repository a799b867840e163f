// Writes newer-postal-codes.yaml from the postal codes of GeoNames: `node write-newer-postal-codes.mjs US.txt`, where
// US.txt is the file of https://download.geonames.org/export/zip/US.zip. Only codes that the table of `zipcodes` lacks
// are taken, and only those in the state of the census areas that begin with the same three digits.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { stringify } from 'yaml';

const require = createRequire(import.meta.url);
const { codes } = require('zipcodes');
const MILITARY = ['AA', 'AE', 'AP'];

const rows = readFileSync(process.argv[2], 'utf8')
  .split('\n')
  .map((line) => line.split('\t'))
  .filter((row) => row.length > 10)
  .map((row) => ({ code: row[1], city: row[2], state: row[4], latitude: +row[9], longitude: +row[10] }));

const statesOfPrefix = new Map();
for (const { zip, state, country } of Object.values(codes)) {
  if (country !== 'US') continue;
  const prefix = zip.slice(0, 3);
  statesOfPrefix.set(prefix, (statesOfPrefix.get(prefix) ?? new Set()).add(state));
}

const newer = rows
  .filter(
    ({ code, state }) => codes[code] === undefined && /^[A-Z]{2}$/.test(state) && !MILITARY.includes(state),
  )
  .filter(({ code, state }) => statesOfPrefix.get(code.slice(0, 3))?.has(state))
  .sort((a, b) => (a.code < b.code ? -1 : 1));

const head = `# ZIP codes that are newer than the table of \`zipcodes\` 8.0.0: point, place and state by GeoNames (CC BY 4.0,
# https://www.geonames.org), as of 11 March 2026. Made by write-newer-postal-codes.mjs. Where the census has an area for
# one, its point is used instead of this one.
`;
writeFileSync(
  join(import.meta.dirname, 'newer-postal-codes.yaml'),
  head +
    stringify(
      { codes: Object.fromEntries(newer.map(({ code, ...place }) => [code, place])) },
      { flowCollectionPadding: false },
    ),
);
