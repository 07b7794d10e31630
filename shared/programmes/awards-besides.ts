import type { ParameterStatus } from '../parameters/types.ts';
import type { Route } from './routes.ts';

export const notKnown = 'Not known';
export const allProfessions = 'Registered health and care professionals, doctors and dentists among them';
export const notDoctors = 'Registered health and care professionals other than doctors and dentists';

const doctors = 'Doctors and dentists in training';
export const ica = 'Health Education England and NIHR, 2015 to 2024';
export const training = 'NIHR, Integrated Academic Training';

/** An award that counts as a route of today; the names it also had come last. */
export type OtherAward = readonly [
  key: string,
  name: string,
  route: Route,
  open: boolean,
  length: string,
  share: string,
  who: string,
  funds: string,
  status: ParameterStatus,
  ...historicNames: readonly string[],
];

/** The older clinical academic ladder, the medical one, and schemes beside today's routes. */
export const otherAwards: readonly OtherAward[] = [
  [
    'ica-masters',
    'Masters in Clinical Research',
    'predoctoral',
    false,
    notKnown,
    notKnown,
    notDoctors,
    ica,
    'unverified',
  ],
  [
    ...([
      'pcaf',
      'Pre-doctoral Clinical and Practitioner Academic Fellowship',
      'predoctoral',
      false,
    ] as const),
    ...(['1 year full time, up to 2 part time', notKnown, notDoctors, ica, 'unverified', 'PCAF'] as const),
  ],
  [
    'cdrf',
    'Clinical Doctoral Research Fellowship',
    'doctoral',
    false,
    '3 to 5 years',
    notKnown,
    notDoctors,
    ica,
    'unverified',
    'DCAF',
  ],
  [
    ...(['ica-lectureship', 'Clinical Lectureship', 'postdoctoral', false, '2 to 5 years'] as const),
    ...(['40 to 60% research', notDoctors, ica, 'unverified', 'ACAF'] as const),
  ],
  [
    ...(['ica-senior-lectureship', 'Senior Clinical Lectureship', 'postdoctoral', false] as const),
    ...(['5 years', '50% research', notDoctors, ica, 'unverified'] as const),
  ],
  [
    ...([
      'scpra',
      'Senior Clinical and Practitioner Research Award',
      'postdoctoral',
      true,
      notKnown,
    ] as const),
    ...([
      '20 to 50% protected time',
      'Holders of a PhD or MD',
      'NIHR, since September 2023',
      'published',
    ] as const),
  ],
  [
    ...([
      'application-development',
      'Application Development Award',
      'postdoctoral',
      true,
      notKnown,
    ] as const),
    ...([notKnown, allProfessions, 'NIHR: preparation of an application', 'published'] as const),
  ],
  [
    'skills-enhancement',
    'Development and Skills Enhancement Award',
    'postdoctoral',
    true,
    notKnown,
    notKnown,
    allProfessions,
    'NIHR: skills',
    'published',
  ],
  [
    'professorship',
    'Research Professorship',
    'postdoctoral',
    true,
    notKnown,
    notKnown,
    allProfessions,
    'NIHR',
    'published',
  ],
  [
    ...(['academic-clinical-fellowship', 'Academic Clinical Fellowship', 'predoctoral', true] as const),
    ...(['Up to 3 years; 4 in general practice', '25% research', doctors, training, 'unverified'] as const),
  ],
  [
    ...(['clinical-lectureship-medical', 'Clinical Lectureship (medical)', 'postdoctoral', true] as const),
    ...(['Up to 4 years', '50% research', doctors, training, 'unverified'] as const),
  ],
  [
    ...([
      'insight',
      'INSIGHT, research master’s studentships',
      'internship',
      true,
      notKnown,
      notKnown,
    ] as const),
    ...(['Students and recent graduates', 'NIHR, through universities of a region', 'published'] as const),
  ],
  [
    'crtp',
    'Clinical Research Training Programme',
    'associate-pi',
    true,
    notKnown,
    notKnown,
    notKnown,
    notKnown,
    'published',
  ],
  [
    'mentorship',
    'Mentorship programme',
    'internship',
    false,
    notKnown,
    'Beside an award',
    'Holders of an award',
    ica,
    'unverified',
  ],
  [
    ...(['local-schemes', 'Local schemes of employers with universities', 'internship', true] as const),
    ...([
      'Agreed locally',
      'Agreed locally',
      'Agreed locally',
      'Employer and university',
      'unverified',
    ] as const),
  ],
];
