import { z } from 'zod';
import type { SearchOf } from '../app/search.ts';

/** What research-active people are counted by. */
export const peopleSearch = {
  fields: { by: z.enum(['staff-group', 'profession', 'specialty', 'division', 'team', 'site']) },
  defaults: { by: 'staff-group' },
} as const;

export type PeopleSearch = SearchOf<typeof peopleSearch.fields>;

/** As the choice is named on screen. */
export const groupingNames: Readonly<Record<PeopleSearch['by'], string>> = {
  'staff-group': 'Staff group',
  profession: 'Profession (register)',
  specialty: 'Specialty of their studies',
  division: 'Division',
  team: 'Team',
  site: 'Site of their studies',
};
