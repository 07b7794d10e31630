import { z } from 'zod';
import type { ParameterStatus } from '../parameters/types.ts';
import { courses, universities } from './universities.ts';

const text = (most: number) => z.string().trim().min(1).max(most);

/** The trust's own row of a network or a contact; it is found by university, region or specialty. */
export const networkContactSchema = z.strictObject({
  name: text(200),
  university: z.enum(universities).nullable(),
  region: text(100).nullable(),
  specialty: text(100).nullable(),
  email: text(200).nullable(),
  phone: text(50).nullable(),
  note: text(400).nullable(),
});

export type NetworkContact = z.infer<typeof networkContactSchema>;

/** A row belongs to something, so that it can be found. */
export function faultsOfContact({ university, region, specialty }: NetworkContact): string[] {
  return university === null && region === null && specialty === null
    ? ['Say which university, delivery network or specialty the contact is of.']
    : [];
}

/** A row of the catalogue with where it is from. */
export type ShippedContact = NetworkContact & { readonly status: ParameterStatus; readonly source: string };

const none = {
  university: null,
  region: null,
  specialty: null,
  email: null,
  phone: null,
  note: null,
} as const;

const frameworkPage =
  'NIHR, Clinician Researcher Credentials Framework, contacts: https://www.nihr.ac.uk/career-development/clinical-research-courses-and-support/postgraduate-courses-leading-clinical-research/clinician-researcher-credentials-framework';

/** The addresses the framework gives for questions: its own, and one a university. */
export const frameworkContacts: readonly ShippedContact[] = [
  {
    ...none,
    name: 'Clinician Researcher Credentials Framework',
    email: 'credentials@nihr.ac.uk',
    note: 'Questions about the framework as a whole',
    status: 'published',
    source: frameworkPage,
  },
  ...universities.map((university): ShippedContact => ({
    ...none,
    name: courses[university].name,
    university,
    email: courses[university].contact,
    note: 'Questions about the course and its modules',
    status: 'published',
    source: frameworkPage,
  })),
];

const hostsPage =
  'National Health Executive, 2024, https://www.nationalhealthexecutive.com/articles/new-network-support-health-research-and-link-nhs-industry-2024';

/** Name of each of the twelve regional research delivery networks since October 2024, with its host; `null` was not found. */
const regions: readonly (readonly [name: string, host: string | null])[] = [
  ['North East and North Cumbria', 'Newcastle upon Tyne Hospitals'],
  ['Yorkshire and Humber', 'Leeds Teaching Hospitals'],
  ['North West', 'Manchester University'],
  ['East Midlands', 'University Hospitals of Leicester'],
  ['West Midlands', 'Royal Wolverhampton'],
  ['East of England', 'Norfolk and Norwich'],
  ['North London', 'Barts Health'],
  ['South London', 'Guy’s and St Thomas’'],
  ['South Central', 'University Hospital Southampton'],
  ['South East', 'Royal Surrey'],
  ['South West Central', null],
  ['South West Peninsula', null],
];

/** Twelve regional delivery networks. Their addresses are not published in one place: the trust enters its own. */
export const deliveryNetworks: readonly ShippedContact[] = regions.map(([region, host]) => ({
  ...none,
  name: `${region} Regional Research Delivery Network`,
  region,
  note: host === null ? 'Host not known' : `Hosted by ${host}`,
  status: host === null ? 'unverified' : 'published',
  source: hostsPage,
}));

/**
 * The contacts for one person: those of their university and the framework, of the specialties of their studies (all
 * while none is known), the trust’s own of its delivery network, and the shipped row of that network.
 *
 * @param own the trust’s rows; the networks they name are the trust’s.
 */
export function contactsFor<Row extends NetworkContact>(
  { university, specialties }: { readonly university: string; readonly specialties: readonly string[] },
  own: readonly Row[],
): readonly (Row | ShippedContact)[] {
  const regions = new Set(own.map(({ region }) => region));
  const folded = specialties.map((name) => name.toLowerCase());
  const shipped = [
    ...(university === 'none' ? [] : frameworkContacts),
    ...deliveryNetworks.filter(({ region }) => regions.has(region)),
  ];
  return [...own, ...shipped].filter(
    (row) =>
      (row.university === null || row.university === university) &&
      (row.specialty === null || folded.length === 0 || folded.includes(row.specialty.toLowerCase())),
  );
}

/** What the national network does for a study, and where this product holds the same work. */
export const networkServices: readonly { readonly service: string; readonly here: string }[] = [
  { service: 'Feasibility advice for a study', here: 'Research activity, feasibility by specialty' },
  { service: 'Shorter set-up and permissions', here: 'Evidence, days to set up' },
  { service: 'Trained research support staff', here: 'Research activity, time to act and training' },
  {
    service: 'A register of sites and their strengths',
    here: 'Research activity, studies by specialty and site',
  },
  { service: 'Help for studies behind their target', here: 'Research activity, studies behind target' },
];
