import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import type { ParameterStatus } from '../parameters/types.ts';
import { centreRows } from './credentials-centre.ts';
import { stageNames, stages } from './stages.ts';

/** Three catalogues that are never mixed, and the trust's own entries. */
export const credentialCatalogues = ['framework', 'gmc', 'centre', 'own'] as const;

export type CredentialCatalogue = (typeof credentialCatalogues)[number];

export const catalogueNames: Readonly<Record<CredentialCatalogue, string>> = {
  framework: 'Framework awards in clinical research',
  gmc: 'Credentials regulated by the General Medical Council',
  centre: 'Credentials of the Centre for Advancing Practice and its partners',
  own: 'The trust’s own entries',
};

export const credentialTypes = ['with-medicine', 'without-medicine', 'medical'] as const;

export type CredentialType = (typeof credentialTypes)[number];

export const credentialTypeNames: Readonly<Record<CredentialType, string>> = {
  'with-medicine': 'Multi-professional, with medicine',
  'without-medicine': 'Multi-professional, without medicine',
  medical: 'Medical',
};

/** One credential; `now` is its status as last known, with the year or day it was so. */
export type Credential = {
  readonly key: string;
  readonly catalogue: CredentialCatalogue;
  readonly owner: string;
  readonly area: string;
  readonly name: string;
  readonly type: CredentialType;
  readonly now: string;
  /** Year or day of the status; `null` where the source has no date. */
  readonly nowOn: string | null;
  /** What the list of 2020 to 2021 said; `null` where it is not on that list. */
  readonly listed: string | null;
  readonly status: ParameterStatus;
  readonly source: string;
};

const text = (most: number) => z.string().trim().min(1).max(most);

/** An entry of the trust itself. */
export const ownCredentialSchema = z.strictObject({
  name: text(200),
  owner: text(200),
  area: text(100),
  type: z.enum(credentialTypes),
  now: text(200),
  nowOn: z.custom<PlainDate>(isPlainDate, 'not a day of the calendar'),
  source: text(300),
});

export type OwnCredential = z.infer<typeof ownCredentialSchema>;

const framework: readonly Credential[] = stages.map((stage) => ({
  key: `framework:${stage}`,
  catalogue: 'framework',
  owner: 'NIHR, with four universities',
  area: 'Clinical research delivery',
  name: stageNames[stage],
  type: 'with-medicine',
  now: 'In delivery',
  nowOn: stage === 'pgcert' ? '2022' : '2023',
  listed: null,
  status: 'published',
  source: 'NIHR, Clinician Researcher Credentials Framework; first intakes September 2022 and autumn 2023',
}));

const gmcPage = 'https://www.gmc-uk.org/education/standards-guidance-and-curricula/guidance/credentialing';

const notApproved = {
  now: 'Early adopter; not on the list of approved credentials, and no more are planned',
  nowOn: null,
} as const;

const gmcRows: readonly (Pick<Credential, 'key' | 'name' | 'now' | 'nowOn'> & { readonly from: string })[] = [
  {
    ...{ key: 'gmc:rural-and-remote', name: 'Rural and remote medicine', nowOn: '2023' },
    ...{
      now: 'Approved; NHS Education for Scotland delivers it',
      from: `${gmcPage} ; https://learn.nes.nhs.scot/68385`,
    },
  },
  {
    ...{ key: 'gmc:mechanical-thrombectomy', name: 'Mechanical thrombectomy', nowOn: '2023' },
    ...{ now: 'Approved', from: gmcPage },
  },
  {
    ...{ key: 'gmc:pain', name: 'Pain medicine', nowOn: '2023', now: 'Approved; Faculty of Pain Medicine' },
    from: 'https://fpm.ac.uk/gmc-approve-curriculum-credential-pain-medicine',
  },
  { key: 'gmc:cosmetic-surgery', name: 'Cosmetic surgery', ...notApproved, from: gmcPage },
  { key: 'gmc:liaison-psychiatry', name: 'Liaison psychiatry', ...notApproved, from: gmcPage },
];

const gmc: readonly Credential[] = gmcRows.map(({ from, ...row }) => ({
  ...row,
  catalogue: 'gmc',
  owner: 'General Medical Council',
  area: 'Medicine',
  type: 'medical',
  listed: null,
  status: 'published',
  source: from,
}));

const notKnown = 'Not known since 2021';
const centreOwner = 'Centre for Advancing Practice';

const centre: readonly Credential[] = centreRows.map(
  ([key, area, name, listed, now = notKnown, nowOn = null, status = 'not-found', owner = centreOwner]) => ({
    key: `centre:${key}`,
    catalogue: 'centre',
    owner,
    area,
    name,
    type: 'without-medicine',
    now,
    nowOn: now === notKnown ? '2021' : nowOn,
    listed,
    status,
    source:
      status === 'not-found'
        ? 'HEE list of 2020 to 2021; nothing later was found'
        : status === 'published'
          ? 'HEE list of 2020 to 2021; Skills for Health'
          : 'HEE list of 2020 to 2021; later status as recalled',
  }),
);

/** Every credential that is shipped, catalogue by catalogue, area by area as the source lists them. */
export const credentials: readonly Credential[] = [...framework, ...gmc, ...centre];

/** The trust's own entry as a credential of the catalogue. */
export function ownCredential(own: OwnCredential & { readonly id: string }): Credential {
  const { id, ...fields } = own;
  return { ...fields, key: id, catalogue: 'own', listed: null, status: 'derived' };
}

/** Those whose name, area, owner or status holds every word of a search, case folded. */
export function findCredentials(all: readonly Credential[], search: string): readonly Credential[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return all.filter(({ name, area, owner, now, type, listed }) => {
    const held = [name, area, owner, now, credentialTypeNames[type], listed ?? ''].join(' ').toLowerCase();
    return words.every((word) => held.includes(word));
  });
}
