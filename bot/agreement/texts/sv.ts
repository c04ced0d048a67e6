/** Vad boten säger om en överenskommelse: med vem, till när och hur det går. Aldrig vad som är överenskommet. */
export const sv = {
  title: 'Överenskommelse',
  lead: (other: string, when: string) => `Du och ${other} kom överens om något i ert samtal ${when}.`,
  due: (day: string) => `Det ska vara klart ${day}.`,
  status: {
    'not-begun': 'Ingen av er har sagt hur det går än.',
    'under-way': 'Ni har sagt att det är på gång.',
    kept: 'Ni har sagt att det är klart.',
    changed: 'Ni har sagt att det har ändrats.',
    dropped: 'Ni har sagt att det inte gäller längre.',
  },
  several: 'Flera överenskommelser ska vara klara samma dag. Säg hur det går i Samtal.',
  keep: 'Det är klart',
  reopen: 'Inte klart än',
  button: 'Se vad det gäller',
  kept: 'Bra! I Samtal står överenskommelsen nu som hållen.',
  reopened: 'Överenskommelsen är öppen igen.',
};
