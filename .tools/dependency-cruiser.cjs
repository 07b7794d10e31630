// The import rules of the house, each with its sentence. `tests/rules` checks that this file cruised something.

/** The rooms of the model, earliest first: a room may import only rooms before it. */
const modelRooms = [
  'core',
  'calendar',
  'parameters',
  'access',
  'pay',
  'staff',
  'teams',
  'programmes',
  'learners',
  'release',
  'backfill',
  'research',
  'funding',
  'budget',
  'pipeline',
  'scenario',
  'planner',
  'evidence',
  'imports',
  'model-file',
];

const serverHouse = 'config|http|trpc|db|auth|audit|jobs|cli|reports|sample';
const feature = `server/(?!(?:${serverHouse})/)[^/]+`;

function forbid(name, comment, from, to) {
  return { name, comment, severity: 'error', from, to };
}

module.exports = {
  forbidden: [
    forbid('no-cycles', 'A cycle means two rooms are one room.', {}, { circular: true }),
    forbid(
      'no-barrels',
      'An index file hides where a thing lives.',
      {},
      { path: '(^|/)index\\.tsx?$', pathNot: 'node_modules' },
    ),
    forbid('resolves', 'An import must lead somewhere.', {}, { couldNotResolve: true }),
    ...modelRooms.map((room, index) =>
      forbid(
        `model-order-${room}`,
        `shared/${room} may import only the rooms before it in the list.`,
        { path: `^shared/${room}/` },
        { path: `^shared/(${modelRooms.slice(index + 1).join('|') || 'nothing'})/` },
      ),
    ),
    forbid(
      'model-rooms-are-listed',
      'A new room of the model takes its place in the list.',
      { path: `^shared/(?!(${modelRooms.join('|')})/)[^/]+/` },
      {},
    ),
    forbid(
      'model-is-pure',
      'The model knows no framework, no I/O and no other face.',
      { path: '^shared/' },
      { pathNot: '^(shared/|node_modules/zod/)' },
    ),
    forbid(
      'migrations-stand-alone',
      'A frozen migration must not change when the application does.',
      { path: '^migrations/' },
      { pathNot: '^(migrations/|node_modules/kysely/)' },
    ),
    forbid(
      'db-knows-no-feature',
      'server/db is below every feature.',
      { path: '^server/db/' },
      { path: '^server/(?!(db|config)/)' },
    ),
    forbid(
      'only-stores-speak-sql',
      'Kysely is spoken in stores, reads and the rooms that own a table; a use case asks its store.',
      { path: '^server/', pathNot: '(^server/(db|auth|audit|jobs)/)|(/(store|read)[a-z-]*\\.ts$)' },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    forbid(
      'only-db-opens-a-database',
      'Outside server/db a query goes through withTrust, which says for which trust it is.',
      { path: '^(server|shared|client)/', pathNot: '^server/db/' },
      { path: '^server/db/(kysely-of|transaction)\\.ts$' },
    ),
    forbid(
      'routers-stay-thin',
      'A router parses, asks one use case and maps the answer.',
      { path: `^${feature}/router\\.ts$` },
      { path: '(/store[a-z-]*\\.ts$)|(/read[a-z-]*\\.ts$)|(node_modules/kysely/)|(^server/db/)' },
    ),
    forbid(
      'stores-know-no-edge',
      'SQL knows nothing of the edge or of other features.',
      { path: `^${feature}/(store|read)[a-z-]*\\.ts$` },
      { path: '^server/(trpc|http|auth)/' },
    ),
    forbid(
      'features-share-only-reads',
      'A use case may read another feature but never write it.',
      { path: `^server/(?!(?:${serverHouse})/)([^/]+)/` },
      { path: `^${feature}/`, pathNot: '(^server/$1/)|(/read[a-z-]*\\.ts$)' },
    ),
    forbid(
      'edge-knows-no-feature',
      'The house stands without its features; the router list is the one door.',
      { path: '^server/(trpc|http|auth|audit|config)/', pathNot: '^server/trpc/app-router\\.ts$' },
      { path: `^${feature}/` },
    ),
    forbid(
      'edge-downward',
      'http stands over trpc over auth over audit over db.',
      { path: '^server/(trpc|auth|audit)/' },
      { path: '^server/http/' },
    ),
    forbid(
      'cli-and-sample-use-use-cases',
      'Commands and samples go through use cases and the model.',
      { path: '^server/(cli|reports|sample)/' },
      { path: 'node_modules/(kysely|pg)/' },
    ),
    forbid(
      'server-knows-no-client',
      'The server is built and run without the pages.',
      { path: '^server/' },
      { path: '^client/' },
    ),
    forbid(
      'client-meets-server-once',
      'The type of the router is the only arrow from client to server.',
      { path: '^client/', pathNot: '^client/app/trpc\\.ts$' },
      { path: '^(server|migrations)/' },
    ),
    forbid(
      'client-meets-server-by-type',
      'Only a type crosses from server to client.',
      { path: '^client/' },
      { path: '^server/', dependencyTypesNot: ['type-only'] },
    ),
    forbid(
      'parts-know-no-feature',
      'Components, charts, format and workers serve every feature.',
      { path: '^client/(components|charts|format|workers)/' },
      { path: '^client/(?!(components|charts|format|workers)/)' },
    ),
    forbid(
      'parts-know-no-trpc',
      'A component gets its data from its page.',
      { path: '^client/(components|charts|format|workers)/' },
      { path: 'node_modules/@(trpc|tanstack/react-query)/' },
    ),
    forbid(
      'features-of-the-client-are-apart',
      'A page never reaches into another feature.',
      { path: '^client/(?!(?:app|components|charts|format|workers)/)([^/]+)/' },
      { path: '^client/(?!(?:app|components|charts|format|workers)/)[^/]+/', pathNot: '^client/$1/' },
    ),
    forbid(
      'routes-are-the-root',
      'Pages never import the route table.',
      { path: '^client/(?!(app/|main\\.tsx))' },
      { path: '^client/app/routes\\.tsx$' },
    ),
    forbid(
      'nobody-imports-tests',
      'The product stands without its tests.',
      { path: '^(shared|server|client|migrations)/' },
      { path: '^tests/' },
    ),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      extensions: ['.ts', '.tsx', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
    tsConfig: { fileName: 'tsconfig.base.json' },
  },
};
