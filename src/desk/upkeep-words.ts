/** The words around every page of the upkeep. */
export const UPKEEP_WORDS = {
  nl: {
    upkeep: 'Beheer',
    parts: { people: 'Mensen', shops: 'Winkels en sleutels', amendments: 'Register', audit: 'Logboek' },
    shownOnce: 'Dit wordt alleen nu getoond. Noteer het of kopieer het voor je verdergaat.',
    done: 'Verder',
  },
  en: {
    upkeep: 'Upkeep',
    parts: { people: 'People', shops: 'Shops and keys', amendments: 'Register', audit: 'Audit log' },
    shownOnce: 'This is shown only now. Note it or copy it before you go on.',
    done: 'Go on',
  },
} as const;
