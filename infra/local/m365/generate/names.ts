/** Names, titles and places that generated people are made of. Data only. */

export const givenNames = [
  ...['Adam', 'Agnes', 'Alva', 'Amir', 'Anders', 'Anna', 'Astrid', 'Axel', 'Beata', 'Birgit', 'Carl', 'Cecilia', 'Dalia', 'David', 'Ebba'],
  ...['Elias', 'Elin', 'Elsa', 'Erik', 'Eva', 'Fatima', 'Filip', 'Freja', 'Gustav', 'Hanna', 'Hassan', 'Hedda', 'Henrik', 'Hugo', 'Ida'],
  ...['Inga', 'Isak', 'Jakob', 'Jenny', 'Johan', 'Julia', 'Kaisa', 'Karin', 'Kim', 'Lars', 'Leila', 'Leo', 'Lina', 'Linnea', 'Lukas'],
  ...['Magnus', 'Maja', 'Maria', 'Mikael', 'Mira', 'Nadia', 'Nils', 'Nora', 'Olga', 'Olle', 'Oskar', 'Petra', 'Rasmus', 'Sara', 'Simon'],
  ...['Sofia', 'Stina', 'Svea', 'Tariq', 'Tove', 'Tuva', 'Ulla', 'Vera', 'Viktor', 'Wilma', 'Yara', 'Yusuf', 'Åke', 'Åsa', 'Örjan'],
];
export const surnames = [
  ...['Ahlberg', 'Alm', 'Berg', 'Bergman', 'Björk', 'Blom', 'Dahl', 'Ek', 'Eklund', 'Engström', 'Falk', 'Fors', 'Gran', 'Hagen', 'Hall'],
  ...['Hassan', 'Hed', 'Holm', 'Ivarsson', 'Jansen', 'Karimi', 'Kvist', 'Lind', 'Lindgren', 'Lund', 'Löv', 'Malm', 'Mattila', 'Nguyen'],
  ...['Nord', 'Norén', 'Nyman', 'Olsen', 'Palm', 'Pettersen', 'Rask', 'Rosén', 'Sand', 'Sjö', 'Skog', 'Sten', 'Strand', 'Sund', 'Söder'],
  ...['Thorsen', 'Vik', 'Virtanen', 'Wahl', 'Wall', 'Westin', 'Yilmaz', 'Åberg', 'Ås', 'Öberg', 'Öst', 'Östlund'],
];

/** Departments with the title of those who work there. */
export const departments = [
  { name: 'Production', title: 'Operator' },
  { name: 'Logistics', title: 'Planner' },
  { name: 'Sales', title: 'Account manager' },
  { name: 'Customer care', title: 'Adviser' },
  { name: 'Engineering', title: 'Engineer' },
  { name: 'Research', title: 'Researcher' },
  { name: 'Quality', title: 'Inspector' },
  { name: 'Purchasing', title: 'Buyer' },
  { name: 'Finance', title: 'Accountant' },
  { name: 'IT', title: 'Technician' },
  { name: 'Legal', title: 'Counsel' },
  { name: 'People', title: 'HR partner' },
] as const;

export const offices = ['Göteborg', 'Helsinki', 'Lund', 'Oslo', 'Stockholm', 'Umeå'] as const;

/** Mailbox zone and language by office; the rest are in Stockholm's. */
export const settingsAt: Partial<Record<(typeof offices)[number], { timeZone: string; locale: string }>> = {
  Helsinki: { timeZone: 'FLE Standard Time', locale: 'fi-FI' },
  Oslo: { timeZone: 'W. Europe Standard Time', locale: 'nb-NO' },
};

export const subjects = ['Focus', 'Planning', 'Customer visit', 'Report', 'Training', 'Interview', 'Follow-up', 'Inventory'] as const;
export const absences = ['Holiday', 'Parental leave', 'Dentist', 'Study day'] as const;
