/**
 * The closed lists of design.md, sections 2 and 5: which names may exist where. To add a verb, add it here and to the glossary of the README;
 * to add another kind of file, change design and code together and say why in the README's decisions.
 */

/** Everything that may stand at the root; a tool's setting joins it only when the tool demands that place. */
export const rootNames = [
  ...['README.md', 'LICENSE', 'package.json', 'package-lock.json', 'tsconfig.json', 'teamsapp.yml', '.gitignore', '.npmrc', '.ci'],
  ...['appPackage', 'api', 'tabs', 'bot', 'infra', 'test'],
];

/** What stands in api/ beside the features. */
export const apiNames = ['main.ts', 'server.ts', 'jobs.ts', 'contract.ts', 'platform'];
/** `leaving`: the page for whoever has left, which no host page and no sign-in belongs to. */
export const tabsNames = [
  'main.tsx',
  'index.html',
  'leaving.tsx',
  'leaving.html',
  'vite.config.ts',
  'platform',
  'ui',
  'outlook',
  'README.md',
];
export const botNames = ['main.ts', 'README.md'];
export const infraNames = ['azure', 'entra', 'docker', 'local', 'README.md'];
export const testNames = ['stories', 'screens', 'likeness', 'structure', 'bench', 'given', 'run', 'browser.ts', 'README.md'];

/** Every verb that a file of the server may begin with: what a person or the clock does to a noun. */
const verbs = [
  ...['launch', 'plan', 'book', 'move', 'prepare', 'release', 'start', 'finish', 'sign', 'agree', 'remind', 'hand', 'withdraw', 'raise'],
  ...['save', 'read', 'list', 'find', 'count', 'describe', 'send', 'deliver', 'collect', 'sync', 'create', 'update', 'add', 'drop', 'keep'],
  ...['open', 'close', 'record', 'write', 'cancel', 'join', 'invite', 'install', 'check', 'compare', 'export', 'erase', 'seal', 'shred'],
  ...[
    'pause',
    'stop',
    'welcome',
    'answer',
    'show',
    'carry',
    'confirm',
    'watch',
    'refresh',
    'propose',
    'accept',
    'look',
    'store',
    'load',
    'push',
    'edit',
    'change',
    'object',
    'choose',
  ],
];

const kebab = '[a-z][a-z0-9]*(-[a-z0-9]+)*';
const verbNoun = `(${verbs.join('|')})(-[a-z0-9]+)+`;

/** Files of a feature's room on the server (and of its sub-rooms): contract, rules, store, routes, one file per verb, tests beside them. */
export const apiFile = new RegExp(
  `^(contract|rules|store|routes|${verbNoun})(\\.test)?\\.ts$|^rules/(${kebab}/)?${kebab}(\\.test)?\\.ts$|^README\\.md$`,
);

/** Files of a feature's room in the tab: pages and parts, their calls and hooks, texts per language (in parts when one file would be too long). */
export const tabsFile = new RegExp(
  `^([A-Z][A-Za-z0-9]*(\\.stories|\\.test)?\\.tsx|(client|use-${kebab})(\\.test)?\\.tsx?|texts/(${kebab}-)?(sv|en|nb|da|fi)\\.ts|README\\.md)$`,
);

/** Files of a feature's room in the bot: cards and handlers. */
export const botFile = new RegExp(
  `^((cards?|handlers?|${kebab}-card|${verbNoun})(\\.test)?\\.ts|texts/(sv|en|nb|da|fi)\\.ts|README\\.md)$`,
);

/** Names of files and folders that say nothing about what is inside. */
export const emptyNames = /(^|[/-])(utils?|helpers?|common|misc|index|manager-service|service|services)(\.tsx?$|\/|-|$)/;

/** Names of people's things that have another word here. */
export const foreignWords = /(^|[/.-])(reviews?|appraisals?|conversations?)([/.-]|$)/i;
