/** The arrows of the house: main, cli, start, openapi → rooms → foundations, core. See docs/decisions/0001-the-house.md. */
const ROOMS = 'access|assessments|desk|directory|evidence|feed|health|interchange|limits|matching|plans';
const FOUNDATIONS = 'config|database|http|metrics';

/** room → rooms it may use */
const ARROWS = {
  plans: ['matching', 'assessments', 'evidence', 'directory'],
  matching: ['assessments', 'evidence', 'directory'],
  desk: ['directory', 'evidence'],
  evidence: ['directory'],
  feed: ['directory'],
  interchange: ['directory', 'evidence'],
  directory: [],
  assessments: ['directory'],
  access: [],
  limits: [],
  health: ['matching'],
};

module.exports = {
  forbidden: [
    {
      name: 'no-cycles',
      comment: 'Types count too: a reader goes round them as well.',
      severity: 'error',
      from: {},
      to: { circular: true },
    },
    {
      name: 'core-is-pure',
      comment: 'core imports nothing outside core: no Nest, no TypeORM, no Node, no library',
      severity: 'error',
      from: { path: '^src/core/', pathNot: '\\.spec\\.ts$' },
      to: { pathNot: '^src/core/' },
    },
    {
      name: 'foundations-know-no-room',
      severity: 'error',
      from: { path: `^src/(${FOUNDATIONS})/` },
      to: { path: `^src/(${ROOMS})/` },
    },
    {
      name: 'entrances-are-above-the-rooms',
      comment: 'src/*.ts, the command line, the start and the contract: nothing in a room imports them',
      severity: 'error',
      from: { path: `^src/(${ROOMS}|${FOUNDATIONS}|core)/`, pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/([^/]+\\.ts$|(cli|start|openapi)/)' },
    },
    ...Object.entries(ARROWS).map(([room, allowed]) => ({
      name: `${room}-keeps-to-its-arrows`,
      severity: 'error',
      from: { path: `^src/${room}/` },
      to: {
        path: `^src/(${ROOMS})/`,
        pathNot: `^src/(${[room, ...allowed].join('|')})/`,
      },
    })),
    {
      name: 'outward-rooms-are-not-imported',
      comment: 'The directory in the languages of others: no other room reads them',
      severity: 'error',
      from: {
        path: '^src/',
        pathNot: '^src/(cli|interchange/(outward|hsds|fhir|bulk|interchange\\.module))|\\.spec\\.ts$',
      },
      to: { path: '^src/interchange/(outward|hsds|fhir|bulk)/' },
    },
    {
      name: 'language-is-not-for-rules',
      comment: 'Rules answer codes; what turns codes into words imports the rules, never the other way round',
      severity: 'error',
      from: { path: '^src/core/(?!language/)', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/core/language/' },
    },
    {
      name: 'reference-is-for-tests',
      comment: 'The plain ranking is what the index is held to; only tests and bench call it',
      severity: 'error',
      from: { path: '^src/(?!core/matching/reference/)', pathNot: '\\.spec\\.ts$' },
      to: { path: '^src/core/matching/reference/' },
    },
    {
      name: 'pages-know-only-the-contract',
      comment:
        'What runs in a browser is built of itself and the types of the contract; it asks over HTTP as any client does',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^(src/(?!web/)|migrations/|test/|openapi/(?!client/))' },
    },
    {
      name: 'pages-run-in-browsers',
      severity: 'error',
      from: { path: '^src/web/', pathNot: '\\.(spec\\.tsx?|mjs)$' },
      to: { dependencyTypes: ['core', 'npm'] },
    },
    {
      name: 'nothing-imports-the-pages',
      severity: 'error',
      from: { path: '^(src|migrations)/', pathNot: '^src/web/' },
      to: { path: '^src/web/' },
    },
    { name: 'no-forward-ref', severity: 'error', from: {}, to: { path: 'forward-ref' } },
    {
      name: 'no-test-code-in-src',
      severity: 'error',
      from: { path: '^src/', pathNot: '\\.spec\\.tsx?$' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependencies-at-run-time',
      severity: 'error',
      // What pages need is in their bundle.
      from: { path: '^(src|migrations)/', pathNot: '\\.spec\\.ts$|^src/web/' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
