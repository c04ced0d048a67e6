/**
 * What the linter knows of Samtal's conventions (design.md, section 5). Rules about which file may import which are in imports.cjs; rules about
 * names of files and folders are in the structure tests. ESLint demands the default export.
 */
import { defineConfig } from 'eslint/config';
import { fileURLToPath } from 'node:url';
import js from '@eslint/js';
import hooks from 'eslint-plugin-react-hooks';
import tseslint from 'typescript-eslint';
import { wordsRule } from './words.js';

const code = ['{api,bot,infra,tabs,test}/**/*.{ts,tsx}'];
const tests = ['**/*.test.{ts,tsx}', 'test/**'];
const settings = ['**/vite.config.ts', '**/vitest.config.ts', '**/*.stories.tsx'];

const say = (selector, message) => ({ selector, message });

const noDefaultExport = say('ExportDefaultDeclaration', 'Export by name, so that a thing is called the same everywhere.');

const timeOnlyFromClock = [
  say('NewExpression[callee.name="Date"][arguments.length=0]', 'Time is a parameter: platform.clock.now() in a verb, `now` in a rule.'),
  say(
    'CallExpression[callee.object.name="Date"][callee.property.name="now"]',
    'Time is a parameter: platform.clock.now() in a verb, `now` in a rule.',
  ),
  say(
    'CallExpression[callee.object.name="DateTime"][callee.property.name=/^(now|local|utc)$/][arguments.length=0]',
    'Time is a parameter: DateTime.fromJSDate(now).',
  ),
];

const noChance = say(
  'CallExpression[callee.property.name=/^(random|randomUUID|randomBytes|getRandomValues)$/]',
  'A rule gives the same answer to the same question: pass chance in.',
);

const colour = String.raw`/(^|[\s,(:])#([0-9a-f]{3,4}|[0-9a-f]{6}|[0-9a-f]{8})\b|\b(rgb|hsl)a?\(/i`;
const tokensOnly = 'Colours are Fluent tokens, so that dark and high contrast follow the Teams theme.';
const colourNames = '/^(black|white|red|green|blue|yellow|orange|purple|pink|brown|gr[ae]y|silver|(light|dark)(red|green|blue|gr[ae]y))$/i';
const fluentColoursOnly = [
  say(`Literal[value=${colour}]`, tokensOnly),
  say(`TemplateElement[value.raw=${colour}]`, tokensOnly),
  say(`Property[key.name=/(color|background|fill|stroke)$/i] > Literal[value=${colourNames}]`, tokensOnly),
];

const noBuildBranch = say(
  'MemberExpression[object.type="MetaProperty"][property.name="env"]',
  'The product has no local branch: ask GET /api/config what differs.',
);

const everyDrawingUses = say(
  ':matches(IfStatement, ConditionalExpression, LogicalExpression) CallExpression[callee.name="use"]',
  'Call `use` in every drawing: React goes on with one that waited, and a drawing that then leaves it out loses its hooks (error 467).',
);

/** ESLint lets the last match of a rule win, so each area names its whole list. */
const forbid = (...selectors) => ({ 'no-restricted-syntax': ['error', ...selectors.flat()] });

export default defineConfig(
  { ignores: ['**/dist/**', '**/.data/**', 'test/.output/**', 'test/structure/*.{js,cjs}'] },
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },
  {
    files: code,
    extends: [js.configs.recommended, ...tseslint.configs.recommendedTypeChecked],
    plugins: { house: { rules: { words: wordsRule } } },
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: fileURLToPath(new URL('../../', import.meta.url)) } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      'max-lines-per-function': ['error', { max: 70, IIFEs: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-undef': 'off',
      'no-restricted-properties': [
        'error',
        { object: 'process', property: 'env', message: 'Only api/platform/config reads the environment.' },
      ],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/ban-ts-comment': ['error', { 'ts-expect-error': true, 'ts-ignore': true, 'ts-nocheck': true }],
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false, arguments: false } }],
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true, allowBoolean: true }],
      // A function may be async because its type says so (a port, a handler), without awaiting anything itself.
      '@typescript-eslint/require-await': 'off',
      // Ports here are plain objects made of closures: their functions have no `this` to lose.
      '@typescript-eslint/unbound-method': 'off',
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_' }],
      'house/words': 'error',
      ...forbid(noDefaultExport),
    },
  },
  { files: ['{bot,infra}/**/*.{ts,tsx}'], rules: { 'house/words': ['error', { allow: ['conversation'] }] } },
  { files: ['{api,bot}/**'], rules: forbid(noDefaultExport, timeOnlyFromClock) },
  { files: ['api/**/rules.ts', 'api/**/rules/**'], rules: forbid(noDefaultExport, timeOnlyFromClock, noChance) },
  { files: ['tabs/**'], rules: forbid(noDefaultExport, fluentColoursOnly, noBuildBranch, everyDrawingUses) },
  { files: ['tabs/**', 'infra/local/m365/host/**'], extends: [hooks.configs.flat.recommended] },
  { files: ['api/platform/clock/**', '{api,bot}/**/*.test.ts'], rules: forbid(noDefaultExport) },
  { files: ['api/platform/config/**', 'infra/**', ...tests], rules: { 'no-restricted-properties': 'off' } },
  // Commands speak to the person who typed them.
  { files: ['infra/local/**', 'test/**'], rules: { 'no-console': 'off' } },
  {
    files: tests,
    rules: {
      'max-lines': ['error', { max: 400 }],
      // A describe block is one function around many tests; the size of the file is limited instead.
      'max-lines-per-function': 'off',
      // Answers of an API under test are looked at as they come, before anything vouches for their type.
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@typescript-eslint/no-unsafe-member-access': 'off',
      '@typescript-eslint/no-unsafe-argument': 'off',
      '@typescript-eslint/no-unsafe-call': 'off',
      '@typescript-eslint/no-unsafe-return': 'off',
    },
  },
  { files: settings, rules: { 'no-restricted-syntax': 'off' } },
);
