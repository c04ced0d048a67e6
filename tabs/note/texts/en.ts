/** English texts of the notes. The Swedish twin has the same keys. */

export const noteTexts = {
  title: 'Shared notes',
  label: 'Shared notes',
  hint: 'Write here together. You both see it as it is typed.',
  nothing: 'Nothing was written here.',
  closed: 'The notes are closed, since they have been signed.',
  closedLate:
    'The notes are closed, since they have been signed. Some of what you see came too late and is not part of them. Load the page again to see what was signed.',
  later: 'The shared notes open when the talk starts.',
  toolbar: 'Formatting',
  mark: { bold: 'Bold', italic: 'Italic', heading: 'Heading', bulletList: 'Bulleted list', orderedList: 'Numbered list' },
  private: {
    title: 'Private notes',
    law: 'Only you can read these. By law, a person may still ask for what is written about them.',
    hint: 'What do you want to remember?',
  },
};
