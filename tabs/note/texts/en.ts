/** English texts of the notes. The Swedish twin has the same keys. */

export const noteTexts = {
  title: 'Shared notes',
  label: 'Shared notes',
  shared: 'Shared: you both read and write this',
  here: 'Shared. Here now: {{names}}',
  hint: 'Write here together. You both see it as it is typed.',
  nothing: 'Nothing was written here.',
  closed: 'The notes are closed, since they have been signed.',
  closedLate:
    'The notes are closed, since they have been signed. Some of what you see came too late and is not part of them. Load the page again to see what was signed.',
  later: 'The shared notes open when the talk starts.',
  denied:
    'You can no longer open these notes. What is saved is safe. If something you wrote here is not saved yet, copy it before you leave this page.',
  full: 'The notes are full, and what you last added could not be saved. It is still here: copy it, or shorten the notes, and it is tried again.',
  toolbar: 'Formatting',
  mark: {
    undo: 'Undo what you did',
    redo: 'Redo what you did',
    bold: 'Bold',
    italic: 'Italic',
    heading: 'Heading',
    bulletList: 'Bulleted list',
    orderedList: 'Numbered list',
    taskList: 'Checklist',
    link: 'Link',
  },
  emptyBox: 'Empty line',
  link: {
    label: 'Web address or mail address',
    wrong: 'This cannot be linked. Use an address that begins with https://, or a mail address.',
    save: 'Link it',
    remove: 'Remove the link',
    open: 'Open it',
  },
  tooMuch: {
    title: 'There is not room for this',
    typed:
      'The shared notes hold at most {{limit}} characters. Everything that is written is still there. Take something out to write more.',
    pasted:
      'You pasted {{length}} characters, and the shared notes hold at most {{limit}}. Nothing was added. All of it is kept below as long as this page is open.',
    label: 'What you pasted',
    copy: 'Copy it',
    copied: 'Copied',
    drop: 'Throw it away',
    seen: 'All right',
  },
  history: {
    open: 'History',
    title: 'How the notes came about',
    lead: 'Only the two of you can open this. It also keeps what was deleted.',
    close: 'Back to the notes',
    none: 'Nothing has been written yet. Every few minutes of writing becomes a step here.',
    earlier: 'What is in the notes was written before steps were kept.',
    you: 'You',
    somebody: 'Somebody who has left',
    empty: 'The notes were empty then.',
    gone: 'Not in the notes now',
    bring: 'Put it back',
    brought: 'It is back in the notes.',
  },
  private: {
    title: 'Private notes',
    law: 'Only you can read these: not the other in this talk, not HR, not IT. By law, a person may still ask for what is written about them.',
    hint: 'What do you want to remember?',
  },
};
