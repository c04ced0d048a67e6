/**
 * An ESLint rule of our own: one word per idea. Looks at the names that Samtal gives (variables, functions, types, properties), never at names
 * that come from a library, so that Microsoft's "conversation" may be read but not adopted.
 */

/** Forbidden word -> what Samtal says instead. */
const insteadOf = {
  review: 'talk',
  appraisal: 'talk',
  conversation: 'talk',
  assessment: 'preparation',
  supervisor: 'manager',
  subordinate: 'employee',
  util: 'a name that says what it does',
  utils: 'a name that says what it does',
  helper: 'a name that says what it does',
  helpers: 'a name that says what it does',
};

const wordsOf = (name) => name.split(/[^A-Za-z]+|(?<=[a-z])(?=[A-Z])/).map((word) => word.toLowerCase());
const singular = (word) => (word.endsWith('s') && word in insteadOf === false ? word.slice(0, -1) : word);

/** Every identifier that a binding pattern declares. */
function declaredIn(pattern) {
  if (pattern === null) return [];
  if (pattern.type === 'Identifier') return [pattern];
  if (pattern.type === 'ArrayPattern') return pattern.elements.flatMap(declaredIn);
  if (pattern.type === 'AssignmentPattern') return declaredIn(pattern.left);
  if (pattern.type === 'RestElement') return declaredIn(pattern.argument);
  // In `{ conversation }` the name is the library's; in `{ conversation: talk }` it is ours.
  if (pattern.type === 'ObjectPattern')
    return pattern.properties.flatMap((part) => (part.shorthand ? [] : declaredIn(part.value ?? part.argument)));
  return [];
}

export const wordsRule = {
  meta: {
    type: 'suggestion',
    schema: [{ type: 'object', properties: { allow: { type: 'array', items: { type: 'string' } } }, additionalProperties: false }],
    messages: { word: 'Samtal has one word per idea: say {{better}} instead of "{{word}}" (glossary in README.md).' },
  },
  create(context) {
    const allowed = context.options[0]?.allow ?? [];
    const check = (node) => {
      for (const raw of wordsOf(node.name)) {
        const word = singular(raw);
        if (Object.hasOwn(insteadOf, word) && !allowed.includes(word)) {
          context.report({ node, messageId: 'word', data: { word: raw, better: insteadOf[word] } });
        }
      }
    };
    const checkKey = (node) => node.computed !== true && node.key?.type === 'Identifier' && check(node.key);
    const checkFunction = (node) => {
      if (node.id) check(node.id);
      node.params.flatMap(declaredIn).forEach(check);
    };
    return {
      VariableDeclarator: (node) => declaredIn(node.id).forEach(check),
      FunctionDeclaration: checkFunction,
      FunctionExpression: checkFunction,
      ArrowFunctionExpression: checkFunction,
      ClassDeclaration: (node) => node.id && check(node.id),
      TSTypeAliasDeclaration: (node) => check(node.id),
      TSInterfaceDeclaration: (node) => check(node.id),
      TSPropertySignature: checkKey,
      TSMethodSignature: checkKey,
      PropertyDefinition: checkKey,
      MethodDefinition: checkKey,
    };
  },
};
