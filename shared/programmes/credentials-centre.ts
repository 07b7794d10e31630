import type { ParameterStatus } from '../parameters/types.ts';

/** Key, area, name, what the list of 2020 to 2021 said; then status as last known, its date, standing and owner. */
export type CentreRow = readonly [
  key: string,
  area: string,
  name: string,
  listed: string,
  now?: string,
  nowOn?: string | null,
  status?: ParameterStatus,
  owner?: string,
];

const endorsed = ['Endorsed by the Centre', null, 'unverified'] as const;
const roadmap = ['First contact roadmaps to practice, 2020 to 2022', '2022', 'unverified'] as const;
const commissioned = ['Commissioned from Skills for Health', null, 'published'] as const;
const available = ['Curriculum available; owned by the college', '2021', 'unverified'] as const;

/** Health Education England's list, area by area in its order; the last six were curricula in use already. */
export const centreRows: readonly CentreRow[] = [
  ['echocardiography', 'Healthcare science', 'Echocardiography', 'In development, level to be confirmed'],
  ['sonography', 'Imaging', 'Sonography', 'To be reviewed'],
  ['reporting-msk', 'Imaging', 'Reporting images, musculoskeletal', 'Due spring 2021'],
  [
    'learning-disability',
    'Learning disability and autism',
    'Learning disability and autism',
    'No status given',
    ...endorsed,
  ],
  ['acute-medicine', 'Medicine', 'Acute medicine', 'Due autumn 2020', ...endorsed],
  [
    ...(['acute-stroke', 'Medicine', 'Acute stroke', 'In development'] as const),
    ...(['In part within neurological rehabilitation', null, 'unverified'] as const),
  ],
  ['cardiology', 'Medicine', 'Cardiovascular / Cardiology', 'To be commissioned'],
  ['end-of-life', 'Medicine', 'End of life care', 'Due spring 2021', ...endorsed],
  ['respiratory', 'Medicine', 'Respiratory', 'In development'],
  ['older-people', 'Medicine', 'Older people', 'Due autumn 2020', ...endorsed],
  ['midwifery', 'Midwifery', 'Midwifery', 'Being explored'],
  [
    ...(['non-surgical-oncology', 'Oncology', 'Non-surgical oncology', 'To be commissioned'] as const),
    ...(['Developed later; status not certain', null, 'unverified'] as const),
  ],
  ['oncology-trad', 'Oncology', 'Oncology (TRAD)', 'To be commissioned'],
  [
    ...(['ophthalmology', 'Ophthalmology', 'Ophthalmology, four modules', 'In delivery'] as const),
    ...(['Ophthalmic practitioner training, levels 1 to 3', null, 'unverified'] as const),
  ],
  [
    'ophthalmology-neuro-paediatric',
    'Ophthalmology',
    'Ophthalmology, neurological and paediatric modules',
    'In development',
  ],
  ['paediatrics-acute', 'Paediatrics', 'Paediatrics, acute', 'Due spring 2021'],
  ['paediatrics-neonatal', 'Paediatrics', 'Paediatrics, neonatal', 'To be confirmed'],
  ['paediatrics-community', 'Paediatrics', 'Paediatrics, community', 'To be commissioned'],
  ['primary-nursing', 'Primary care', 'Primary care nursing', 'Framework available', ...roadmap],
  ['primary-ot', 'Primary care', 'Primary care occupational therapy', 'Due spring 2021', ...commissioned],
  ['primary-core', 'Primary care', 'Core primary care capabilities', 'Due winter 2021', ...commissioned],
  ['primary-dietetics', 'Primary care', 'Primary care dietetics', 'Due spring 2021', ...commissioned],
  [
    'primary-paramedics',
    'Primary care',
    'Paramedics in general practice, urgent and emergency care',
    'Due spring 2021',
    ...roadmap,
  ],
  ['primary-msk', 'Primary care', 'Musculoskeletal', 'Due spring 2021', ...roadmap],
  ['public-health', 'Public health', 'Public health', 'Due spring 2021'],
  ['community-rehabilitation', 'Rehabilitation', 'Community rehabilitation', 'Due spring 2021', ...endorsed],
  [
    'neurological-rehabilitation',
    'Rehabilitation',
    'Neurological rehabilitation, stroke included',
    'Due spring 2021',
    ...endorsed,
  ],
  [
    'cardio-respiratory-rehabilitation',
    'Rehabilitation',
    'Cardio-respiratory rehabilitation',
    'Due spring 2021',
  ],
  ['lower-limb', 'Vascular', 'Lower limb viability', 'Due spring 2020'],
  ['pelvic-health', 'Women’s health', 'Pelvic health', 'Due spring 2021', ...endorsed],
  [
    'critical-care',
    'Critical care',
    'Advanced critical care practitioner',
    'Available',
    ...available,
    'Faculty of Intensive Care Medicine',
  ],
  [
    'emergency-medicine',
    'Emergency medicine',
    'Emergency care and paediatrics',
    'Available',
    ...available,
    'Royal College of Emergency Medicine',
  ],
  [
    'mental-health',
    'Mental health',
    'Mental health curriculum and capabilities',
    'Available',
    ...available,
    'Health Education England',
  ],
  ['ophthalmology-curriculum', 'Ophthalmology', 'Ophthalmology curriculum', 'To be confirmed'],
  ['sexual-health', 'Public health', 'Sexual health and HIV', 'Available', ...available, 'Owner not known'],
  ['surgery', 'Surgery', 'Surgical advanced practitioner', 'Available', ...available, 'Owner not known'],
];
