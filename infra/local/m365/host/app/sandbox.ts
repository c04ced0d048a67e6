/** What pages of an app may do in their frames, as Teams gives it to apps. */
export const sandbox =
  'allow-forms allow-modals allow-popups allow-popups-to-escape-sandbox allow-pointer-lock allow-scripts allow-same-origin allow-downloads';
