import { credentialTypeNames, credentialTypes } from '../../shared/programmes/credentials.ts';
import { deliveryNetworks } from '../../shared/programmes/network-contact.ts';
import { moduleKindNames, moduleKinds } from '../../shared/programmes/own-course.ts';
import { routeFacts, routes } from '../../shared/programmes/routes.ts';
import { courses, universities } from '../../shared/programmes/universities.ts';
import { specialtyLists } from '../../shared/research/specialties.ts';
import type { RowField } from '../components/RowForm.tsx';

/** The rows this page keeps; those of a course belong to the course that is open. */
export type PageKind =
  | 'programme-terms'
  | 'programme-module'
  | 'programme-fee'
  | 'network-contact'
  | 'own-credential'
  | 'route-award';

const source: RowField = {
  key: 'source',
  label: 'Source',
  hint: 'Handbook, letter or page, with its date',
  kind: 'text',
};
const text = (key: string, label: string, hint?: string): RowField =>
  hint === undefined ? { key, label, kind: 'text' } : { key, label, hint, kind: 'text' };
const date = (key: string, label: string): RowField => ({ key, label, kind: 'date' });

/** What is typed for each kind of row, in the order of the form. */
export const rowFields: Readonly<Record<PageKind, readonly RowField[]>> = {
  'programme-terms': [
    text('intakeMonth', 'Intake month', 'As 2027-09'),
    date('firstWeek', 'Monday of the first week'),
    text('weeks', 'Weeks', 'From the first to the last, breaks included'),
    text('breakWeeks', 'Weeks of break', 'Their Mondays, as 20/12/2027, 27/12/2027'),
    text('blockWeeks', 'Block weeks', 'Their Mondays'),
    text('blockMinutes', 'Release in a block week', 'Hours; empty is as in other weeks'),
    source,
  ],
  'programme-module': [
    {
      key: 'kind',
      label: 'Kind of module',
      kind: 'select',
      options: moduleKinds.map((value) => ({ value, label: moduleKindNames[value] })),
    },
    text('name', 'Name of the module'),
    text('credits', 'Credits'),
    text('minutes', 'Hours', 'Of learning, or of tasks at work'),
    text('firstWeek', 'First week', 'Counted from the first week of the course'),
    text('lastWeek', 'Last week'),
    text('handInWeeks', 'Hand-in weeks', 'As 6, 12'),
    source,
  ],
  'programme-fee': [
    text('academicYear', 'Academic year', 'As 2027/28'),
    text('feePence', 'Fee', 'Pounds'),
    date('invoicedOn', 'Invoiced on'),
    date('liableFrom', 'Owed from'),
    date('refundUntil', 'Last day of refund'),
    source,
  ],
  'network-contact': [
    text('name', 'Name of the network or contact'),
    {
      key: 'university',
      label: 'University',
      kind: 'select',
      options: [
        { value: '', label: 'None' },
        ...universities.map((value) => ({ value, label: courses[value].name })),
      ],
    },
    {
      key: 'region',
      label: 'Delivery network',
      hint: 'As the list below names it: a learner’s page then shows that network too',
      kind: 'text',
      suggestions: deliveryNetworks.flatMap(({ region }) => region ?? []),
    },
    {
      key: 'specialty',
      label: 'Specialty',
      hint: 'Shown to learners who have been on a study of it',
      kind: 'text',
      suggestions: [...new Set(specialtyLists.flatMap(({ names }) => names))],
    },
    text('email', 'Email'),
    text('phone', 'Telephone'),
    text('note', 'Note'),
  ],
  'own-credential': [
    text('name', 'Name of the credential'),
    text('owner', 'Owner'),
    text('area', 'Area of practice'),
    {
      key: 'type',
      label: 'Type',
      kind: 'select',
      options: credentialTypes.map((value) => ({ value, label: credentialTypeNames[value] })),
    },
    text('now', 'Status'),
    date('nowOn', 'Day of the status'),
    source,
  ],
  'route-award': [
    text('name', 'Name of the route or award'),
    {
      key: 'route',
      label: 'Counts as',
      hint: 'The route of the register',
      kind: 'select',
      options: routes.map((value) => ({ value, label: routeFacts[value].name })),
    },
    text('historicNames', 'Called before, or also called', 'Between semicolons'),
    {
      key: 'open',
      label: 'Open to new applicants',
      kind: 'select',
      options: [
        { value: 'yes', label: 'Yes' },
        { value: 'no', label: 'Closed' },
      ],
    },
    text('length', 'Length'),
    text('share', 'Share of time'),
    text('who', 'Who may use it'),
    text('funds', 'Who pays what'),
    source,
  ],
};
