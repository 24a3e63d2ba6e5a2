/** The floors of the house (docs/architecture.md). Each rule has a fixture in test/fixtures/floors that trips it. */
const floors = [
  ['platform'],
  ['messages'],
  ['identity'],
  ['funding', 'facts'],
  ['ledger'],
  ['reminders', 'calendars'],
  ['courses'],
  ['learning'],
  ['tracks'],
  ['cohorts'],
  ['agendas', 'coaching', 'certification'],
  ['programmes', 'desks'],
];
const engineUsers = ['cohorts', 'agendas', 'coaching', 'certification'];
const above = (index) => floors.slice(index).flat();

const floorRules = floors.flatMap((rooms, index) =>
  rooms.map((room) => ({
    name: `floor-${room}`,
    comment: `${room} stands below these rooms or beside them: what two rooms share moves down.`,
    severity: 'error',
    from: { path: `^libs/${room}/` },
    to: { path: `^libs/(${above(index).filter((other) => other !== room).join('|')})/` },
  })).filter((rule) => !rule.to.path.includes('()')),
);

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    ...floorRules,
    {
      name: 'only-through-the-door',
      comment: 'A library is entered by its index.ts only; persistence/index.ts is the second door, for schema and tests.',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/' },
      to: { path: '^libs/([^/]+)/src/', pathNot: ['^libs/$2/', '^libs/[^/]+/src/index\\.ts$', '^libs/[^/]+/src/persistence/index\\.ts$'] },
    },
    {
      name: 'second-door-for-schema',
      severity: 'error',
      from: { path: '^(libs|apps)/([^/]+)/', pathNot: '^libs/schema/' },
      to: { path: '^libs/([^/]+)/src/persistence/', pathNot: '^libs/$2/' },
    },
    {
      name: 'domain-is-pure',
      comment: 'domain/ holds rules: no Nest, no TypeORM, no input or output, nothing from the rooms around it.',
      severity: 'error',
      from: { path: '^libs/[^/]+/src/domain/', pathNot: '\\.spec\\.ts$' },
      to: { path: ['^node_modules/(@nestjs|typeorm|pg|bullmq|ioredis|nodemailer)', '^libs/[^/]+/src/(application|persistence)/', '^(fs|net|http|https|child_process|worker_threads)$'] },
    },
    {
      name: 'resolvers-ask-use-cases',
      comment: 'Resolvers are transport: they never touch the database.',
      severity: 'error',
      from: { path: '\\.resolver\\.ts$' },
      to: { path: ['^node_modules/(typeorm|pg)/', '/persistence/'] },
    },
    { name: 'engine-alone', severity: 'error', from: { path: '^libs/engine/' }, to: { path: '^(libs/(?!engine/)|apps/)' } },
    {
      name: 'engine-users',
      severity: 'error',
      from: { path: `^libs/(?!engine/|${engineUsers.join('/|')}/)` },
      to: { path: '^libs/engine/' },
    },
    { name: 'schema-for-apps', severity: 'error', from: { path: '^libs/(?!schema/)' }, to: { path: '^libs/schema/' } },
    { name: 'libs-know-no-app', severity: 'error', from: { path: '^libs/' }, to: { path: '^apps/' } },
    { name: 'apps-are-strangers', severity: 'error', from: { path: '^apps/([^/]+)/' }, to: { path: '^apps/', pathNot: '^apps/$1/' } },
  ],
  options: {
    doNotFollow: { path: ['node_modules', 'dist'] },
    exclude: { path: ['\\.spec\\.ts$', '^dist/', '^apps/web/'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: { extensions: ['.ts', '.js', '.json'], conditionNames: ['import', 'require', 'node', 'default'] },
  },
};
