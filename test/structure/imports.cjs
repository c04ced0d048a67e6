/**
 * Who may import whom (design.md, section 3). Each rule's comment says where the code belongs instead.
 * `$1` in a rule's `to` is the feature's name found in its `from`.
 */
const feature = '^api/(?!platform/)([^/]+)/';
const test = '\\.test\\.tsx?$';
const contract = '(^|/)contract\\.ts$';
const rules = '(^|/)rules(\\.ts$|/)';
const npm = (...names) => `^node_modules/(@types/)?(${names.join('|')})(/|$)`;
/** Node's own modules, as dependency-cruiser names them. */
const builtIn = ['core'];

const layers = [
  {
    name: 'contract-stands-alone',
    comment:
      'A contract is what server and tab agree on: zod and other contracts only. Logic belongs in rules.ts, data access in store.ts.',
    from: { path: '^api/.*contract\\.ts$' },
    to: { pathNot: [contract, '^node_modules/zod/'] },
  },
  {
    name: 'rules-are-pure',
    comment:
      'A rule turns facts and now into a decision: contracts, other rules and a date library only. What it needs to know is passed in by a verb.',
    from: { path: '^api/.*rules(\\.ts$|/)', pathNot: test },
    to: { pathNot: [contract, rules, '^node_modules/(@types/)?(luxon|windows-iana)/'] },
  },
  {
    name: 'store-knows-its-own-room',
    comment:
      "A store reads and writes its own feature's documents: own contract and rules, api/platform, mongoose. Ask another feature's verb from a verb.",
    from: { path: `${feature}.*store\\.ts$` },
    to: {
      pathNot: ['^api/$1/.*(contract|store)\\.ts$', '^api/$1/.*rules(\\.ts$|/)', '^api/platform/', '^node_modules/mongoose/'],
      dependencyTypesNot: builtIn,
    },
  },
  {
    name: 'store-is-private',
    comment: "Another feature's store is its own business: call a verb of that feature, and add one if it is missing.",
    from: { path: feature, pathNot: test },
    to: { path: '^api/(?!platform/)[^/]+/.*store\\.ts$', pathNot: '^api/$1/' },
  },
  {
    name: 'routes-are-thin',
    comment: 'Routes join a contract with a verb. Decisions belong in rules.ts, reading and writing in a verb and its store.',
    from: { path: `${feature}.*routes\\.ts$` },
    to: { pathNot: ['^api/$1/.*contract\\.ts$', '^api/$1/.*[a-z]+-[a-z-]+\\.ts$', '^api/platform/'] },
  },
  {
    name: 'routes-come-last',
    comment: 'Only server.ts mounts routes. What a verb and a route share belongs in the verb.',
    from: { pathNot: ['^api/server\\.ts$', test, '^test/'] },
    to: { path: '^api/.+/routes\\.ts$' },
  },
  {
    name: 'platform-knows-no-feature',
    comment: 'api/platform is what every feature stands on. Pass what it must know from server.ts, or move the code into the feature.',
    from: { path: '^api/platform/', pathNot: test },
    to: { path: ['^api/(?!platform/)', '^(tabs|bot)/'] },
  },
  {
    name: 'server-only-joins',
    comment: 'server.ts joins platform, routes and jobs and holds no logic: anything else belongs in a feature or in platform.',
    from: { path: '^api/server\\.ts$' },
    to: { path: '^api/', pathNot: ['^api/platform/', '^api/.+/routes\\.ts$', '^api/jobs\\.ts$', contract, '^api/.+/[a-z]+-[a-z-]+\\.ts$'] },
  },
  {
    name: 'jobs-name-verbs',
    comment: 'jobs.ts says what runs on the clock, how often, which verb. The work itself belongs in the verb.',
    from: { path: '^api/jobs\\.ts$' },
    to: { pathNot: ['^api/platform/', '^api/(?!platform/)[^/]+/.*[a-z]+-[a-z-]+\\.ts$'] },
  },
  {
    name: 'features-do-not-know-who-joins-them',
    comment: 'server.ts, jobs.ts and main.ts join features; nothing in a feature or in platform looks up at them.',
    from: { path: '^api/.+/', pathNot: test },
    to: { path: '^api/(server|jobs|main)\\.ts$' },
  },
  {
    name: 'started-in-two-places',
    comment: 'Samtal is started by api/main.ts (production) and infra/local (one machine), and by tests.',
    from: { pathNot: ['^api/main\\.ts$', '^infra/local/(start|demo)\\.ts$', '^test/'] },
    to: { path: '^(api/server|bot/main)\\.ts$' },
  },
  {
    name: 'main-is-the-top',
    comment: 'api/main.ts is a start, not a library: move what is needed into server.ts or platform.',
    from: { pathNot: '^test/' },
    to: { path: '^api/main\\.ts$' },
  },
];

const product = [
  {
    name: 'api-stands-alone',
    comment: 'The API knows neither tab nor bot: what they share is a contract or a rule in api/. Only api/main.ts mounts the bot.',
    from: { path: '^api/', pathNot: [test, '^api/main\\.ts$'] },
    to: { path: '^(tabs|bot)/' },
  },
  {
    name: 'tabs-know-contracts-and-rules',
    comment:
      'The tab shares contracts and rules with the server, nothing else: put what both need into contract.ts or rules.ts and call the API.',
    from: { path: '^tabs/', pathNot: test },
    to: { path: '^(api|bot)/', pathNot: [contract, rules] },
  },
  {
    name: 'tab-parts-stay-at-home',
    comment: "Pages may use other features' parts, parts may not: compose in a page, or move a domain-free piece to tabs/ui.",
    from: { path: '^tabs/(?!platform/|ui/|outlook/)([^/]+)/', pathNot: [test, 'Page\\.tsx$', '\\.stories\\.tsx$'] },
    to: { path: '^tabs/[^/]+/', pathNot: ['^tabs/(platform|ui)/', '^tabs/$1/'] },
  },
  {
    name: 'tab-ground-knows-no-feature',
    comment: 'tabs/platform and tabs/ui are what pages stand on. Join features in main.tsx or in a page.',
    from: { path: '^tabs/(platform|ui)/', pathNot: test },
    to: { path: '^tabs/(?!platform/|ui/)[^/]+/', pathNot: '^tabs/[^/]+/texts/' },
  },
  {
    name: 'ui-is-domain-free',
    comment: 'tabs/ui is Fluent put together, without knowledge of talks: a piece that needs a contract belongs in its feature.',
    from: { path: '^tabs/ui/', pathNot: test },
    to: { path: '^api/' },
  },
  {
    name: 'bot-calls-verbs',
    comment: 'The bot is another way in: it calls the same verbs as the routes. It does not touch stores, routes or the tab.',
    from: { path: '^bot/', pathNot: test },
    to: { path: ['^tabs/', '^api/(server|jobs|main)\\.ts$', '^api/.+/routes\\.ts$', '^api/(?!platform/).+/store\\.ts$'] },
  },
  {
    name: 'product-never-imports-infra-or-test',
    comment: 'Microsoft 365 and MongoDB are reached by URL only; the product runs the same code on Azure and on one machine.',
    from: { path: '^(api|tabs|bot)/', pathNot: test },
    to: { path: '^(infra|test)/' },
  },
  {
    name: 'product-ships-dependencies-only',
    comment: 'What runs in production is a dependency: move the package in package.json, or the code to test/ or infra/local.',
    from: { path: '^(api|tabs|bot)/', pathNot: [test, 'vite\\.config\\.ts$'] },
    to: {
      dependencyTypes: ['npm-dev'],
      dependencyTypesNot: ['type-only', 'npm'],
      pathNot: '^node_modules/(@types|@microsoft/microsoft-graph-types)/',
    },
  },
];

const infra = [
  {
    name: 'stand-ins-know-nothing-of-samtal',
    comment:
      'The local Microsoft 365 and the engine answer as the real services would: they are asked over HTTP and the wire protocol, and know no Samtal.',
    from: { path: '^infra/local/(mongo|m365|desk|redirect|build)', pathNot: test },
    to: { path: '^(api|tabs|bot|test)/|^infra/local/company/' },
  },
  {
    name: 'engine-and-simulator-are-strangers',
    comment: 'The engine stands in for MongoDB, the simulator for Microsoft 365; only start.ts knows both.',
    from: { path: '^infra/local/mongo/', pathNot: test },
    to: { path: '^infra/local/(m365|desk|company)/' },
  },
  {
    name: 'company-speaks-through-the-front-door',
    comment: "The cast is data for the simulator and is seeded through Samtal's own API: contracts and the simulator's company type only.",
    from: { path: '^infra/local/company/', pathNot: test },
    to: { path: '^(api|tabs|bot|test|infra)/', pathNot: [contract, '^infra/local/company/', '^infra/local/m365/core/company-type\\.ts$'] },
  },
  {
    name: 'start-joins-local-parts',
    comment: 'start.ts and demo.ts join engine, simulator, server and bot; they need nothing inside a feature.',
    from: { path: '^infra/local/(start|demo)\\.ts$' },
    to: { path: '^(api|tabs|bot|test)/', pathNot: ['^api/server\\.ts$', '^bot/main\\.ts$', '^api/platform/'] },
  },
  {
    name: 'nothing-imports-tests',
    comment: 'test/ is the top: what product or infra needs belongs there, not here.',
    from: { path: '^(api|tabs|bot|infra)/', pathNot: test },
    to: { path: ['^test/', test] },
  },
];

const packages = [
  {
    name: 'only-stores-know-mongoose',
    comment: 'Only store.ts and api/platform/db know the database. Give the store a function for what you need.',
    from: { path: '^(api|tabs|bot|infra)/', pathNot: ['(^|/)store\\.ts$', '^api/platform/db/', test] },
    to: { path: npm('mongoose') },
  },
  {
    name: 'only-teams-knows-teams-js',
    comment: 'Only tabs/platform/teams talks with the Teams host; the rest of the tab is given what it needs.',
    from: { pathNot: ['^tabs/platform/teams', '^test/'] },
    to: { path: npm('@microsoft/teams-js') },
  },
  {
    name: 'only-sign-in-knows-msal-browser',
    comment: 'In Teams the host signs people in: msal is loaded in a plain browser only, by tabs/platform/web/sign-in.ts and its session.',
    from: { pathNot: ['^tabs/platform/web/sign-in', '^test/'] },
    to: { path: npm('@azure/msal-browser') },
  },
  {
    name: 'only-one-adapter-knows-teamsfx',
    comment: 'teamsfx is deprecated by its maker and kept behind api/platform/graph/on-behalf-of.ts, so that it can be dropped in an hour.',
    from: { pathNot: ['^api/platform/graph/on-behalf-of', '^test/'] },
    to: { path: npm('@microsoft/teamsfx') },
  },
  {
    name: 'only-graph-knows-graph',
    comment: 'Microsoft Graph and its tokens are reached through api/platform/graph.',
    from: { path: '^(api|tabs|bot|infra)/', pathNot: ['^api/platform/graph/', test] },
    to: { path: npm('@microsoft/microsoft-graph-client', '@azure/msal-node') },
  },
  {
    name: 'only-bot-knows-agents-sdk',
    comment: 'The Agents SDK stays in bot/: other code speaks to the bot through api/platform/platform.ts (CardChannel).',
    from: { pathNot: ['^bot/', '^test/'] },
    to: { path: npm('@microsoft/agents-hosting', '@microsoft/agents-activity') },
  },
  {
    name: 'only-seal-knows-key-vault',
    comment: 'Keys are wrapped in api/platform/seal.',
    from: { pathNot: ['^api/platform/seal/', '^test/'] },
    to: { path: npm('@azure/identity', '@azure/keyvault-keys') },
  },
  {
    name: 'features-do-not-know-express',
    comment: 'HTTP is served by api/platform/endpoint from a contract: declare an endpoint instead.',
    from: { path: feature, pathNot: test },
    to: { path: npm('express', 'helmet', 'express-rate-limit', 'ws', 'pino', 'pino-http') },
  },
];

const hygiene = [
  {
    name: 'no-cycles',
    comment: 'Files that need each other are one file, or share a third one below them.',
    from: {},
    to: { circular: true },
  },
  { name: 'resolvable', comment: 'The imported file or package does not exist.', from: {}, to: { couldNotResolve: true } },
  {
    name: 'listed-in-package-json',
    comment: 'A package that code imports must be named in package.json, not merely be there by accident.',
    from: {},
    to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown', 'npm-optional', 'npm-bundled'], pathNot: '^node_modules/@types/' },
  },
];

module.exports = {
  forbidden: [...layers, ...product, ...infra, ...packages, ...hygiene].map((rule) => ({ severity: 'error', ...rule })),
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|\\.data)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      mainFields: ['module', 'main', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json', '.d.ts'],
    },
  },
};
