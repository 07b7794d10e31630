/** Where the product holds something: the list of the catalogue and the key in it. */
export type Place =
  | `university:${string}`
  | `stage:${string}`
  | `fact:${string}`
  | `award:${string}`
  | `credential:${string}`
  | `type:${string}`
  | `specialty:${string}`
  | `service:${string}`
  | `benefit:${string}`
  | `support:${string}`
  | `contact:${string}`
  | `funding:${string}`;

export type SourceText =
  'framework' | 'academic careers' | 'credentials today' | 'research network' | 'credentials list';
export type Named = readonly [text: SourceText, kind: string, name: string, place: Place];

const framework: readonly Named[] = [
  ['framework', 'programme', 'Clinician Researcher Credentials Framework', 'award:framework'],
  ['framework', 'programme', 'King’s College London', 'university:kings'],
  ['framework', 'programme', 'Newcastle University', 'university:newcastle'],
  ['framework', 'programme', 'University of Exeter', 'university:exeter'],
  ['framework', 'programme', 'University of Sheffield', 'university:sheffield'],
  ['framework', 'programme', 'Postgraduate Certificate', 'stage:pgcert'],
  ['framework', 'programme', 'Postgraduate Diploma', 'stage:pgdip'],
  ['framework', 'programme', 'Master’s degree', 'stage:masters'],
  ['framework', 'programme', 'Online modules, Certificate', 'fact:pgcert.onlineModules'],
  ['framework', 'programme', 'Online modules, Diploma', 'fact:pgdip.onlineModules'],
  ['framework', 'programme', 'Research Practice Experience, Certificate', 'fact:pgcert.practiceMinutes'],
  ['framework', 'programme', 'Research Practice Experience, Diploma', 'fact:pgdip.practiceMinutes'],
  ['framework', 'programme', 'Dissertation', 'fact:masters.work'],
  ['framework', 'programme', '60 credits a stage', 'fact:pgcert.credits'],
  ['framework', 'programme', 'About 600 hours a stage', 'fact:pgcert.learningMinutes'],
  ['framework', 'programme', 'About 10 months a stage', 'fact:pgcert.studyMonths'],
  ['framework', 'programme', '10 to 15 hours a week for a 15-credit module', 'fact:pgcert.weeklyMinutes'],
  ['framework', 'programme', 'Entry to the Certificate', 'fact:pgcert.entry'],
  ['framework', 'programme', 'Entry to the Diploma', 'fact:pgdip.entry'],
  ['framework', 'programme', 'Entry to the Master’s degree', 'fact:masters.entry'],
  ['framework', 'programme', 'Roles the Certificate leads towards', 'fact:pgcert.leadsTo'],
  ['framework', 'programme', 'Roles the Diploma leads towards', 'fact:pgdip.leadsTo'],
  ['framework', 'programme', 'Roles the Master’s degree leads towards', 'fact:masters.leadsTo'],
  ['framework', 'programme', 'Bursary', 'funding:nihr-bursary'],
  ['framework', 'credential', 'Certificate as an award', 'credential:framework:pgcert'],
  ['framework', 'credential', 'Diploma as an award', 'credential:framework:pgdip'],
  ['framework', 'credential', 'Master’s degree as an award', 'credential:framework:masters'],
  ['framework', 'employer benefit', 'Better patient care outcomes', 'benefit:patient-outcomes'],
  ['framework', 'employer benefit', 'Happier workforce', 'benefit:workforce'],
  ['framework', 'employer benefit', 'Benefit to the system', 'benefit:system'],
  ['framework', 'employer benefit', 'Well-led evidence', 'benefit:well-led'],
  ['framework', 'employer benefit', 'Leaders of studies among the staff', 'benefit:leaders'],
  ['framework', 'employer support', 'Time within working hours', 'support:time'],
  ['framework', 'employer support', 'A supervisor', 'support:supervisor'],
  ['framework', 'employer support', 'Time for research delivery', 'support:delivery-time'],
  ['framework', 'employer support', 'Study leave', 'support:study-leave'],
  ['framework', 'employer support', 'Backfill', 'support:backfill'],
  ['framework', 'employer support', 'Networks', 'support:networks'],
  ['framework', 'contact', 'General enquiries', 'contact:credentials@nihr.ac.uk'],
  ['framework', 'contact', 'King’s College London', 'contact:clinical-research-delivery-masters@kcl.ac.uk'],
  ['framework', 'contact', 'Newcastle University', 'contact:epgclinres@ncl.ac.uk'],
  ['framework', 'contact', 'University of Exeter', 'contact:PG-LCRDinfo@exeter.ac.uk'],
  ['framework', 'contact', 'University of Sheffield', 'contact:population-health-clinres@sheffield.ac.uk'],
];

const careers: readonly Named[] = [
  ['academic careers', 'route', 'Internships', 'award:internship'],
  ['academic careers', 'route', 'Masters in Clinical Research', 'award:ica-masters'],
  ['academic careers', 'route', 'Clinical Doctoral Research Fellowships', 'award:cdrf'],
  ['academic careers', 'route', 'Clinical Lectureships', 'award:ica-lectureship'],
  ['academic careers', 'route', 'Senior Clinical Lectureships', 'award:ica-senior-lectureship'],
  ['academic careers', 'route', 'Mentorship programme', 'award:mentorship'],
  ['academic careers', 'route', 'Local schemes with universities', 'award:local-schemes'],
  ['academic careers', 'route', 'PhD, by the award of today', 'award:doctoral'],
];

const today: readonly Named[] = [
  ['credentials today', 'credential', 'Several professions with medicine', 'type:with-medicine'],
  ['credentials today', 'credential', 'Several professions without medicine', 'type:without-medicine'],
  ['credentials today', 'credential', 'Medical', 'type:medical'],
];

const network: readonly Named[] = [
  ['research network', 'specialty', 'Infectious diseases and microbiology', 'specialty:Infection'],
  ['research network', 'service', 'Feasibility', 'service:Feasibility advice for a study'],
  ['research network', 'service', 'Permissions and set-up time', 'service:Shorter set-up and permissions'],
  ['research network', 'service', 'Support staff', 'service:Trained research support staff'],
  ['research network', 'service', 'Sites and strengths', 'service:A register of sites and their strengths'],
  ['research network', 'service', 'Falling behind target', 'service:Help for studies behind their target'],
];

const listed: readonly Named[] = (
  [
    ['Echocardiography', 'echocardiography'],
    ['Sonography', 'sonography'],
    ['Reporting images MSK', 'reporting-msk'],
    ['Learning disability and autism', 'learning-disability'],
    ['Acute medicine', 'acute-medicine'],
    ['Acute stroke', 'acute-stroke'],
    ['Cardiovascular / Cardiology', 'cardiology'],
    ['End of life care', 'end-of-life'],
    ['Respiratory', 'respiratory'],
    ['Older people', 'older-people'],
    ['Midwifery', 'midwifery'],
    ['Non-Surgical Oncology', 'non-surgical-oncology'],
    ['Oncology (TRAD)', 'oncology-trad'],
    ['Ophthalmology, four modules', 'ophthalmology'],
    ['Ophthalmology, neuro and paeds modules', 'ophthalmology-neuro-paediatric'],
    ['Paediatrics, acute', 'paediatrics-acute'],
    ['Paediatrics, neonatal', 'paediatrics-neonatal'],
    ['Paediatrics, community', 'paediatrics-community'],
    ['Primary care nursing', 'primary-nursing'],
    ['Primary care OT', 'primary-ot'],
    ['Core primary care capabilities', 'primary-core'],
    ['Primary care dietitians', 'primary-dietetics'],
    ['GP paramedics UEC', 'primary-paramedics'],
    ['Musculoskeletal (MSK)', 'primary-msk'],
    ['Public health', 'public-health'],
    ['Community rehabilitation', 'community-rehabilitation'],
    ['Neurological rehabilitation', 'neurological-rehabilitation'],
    ['Cardio-respiratory rehabilitation', 'cardio-respiratory-rehabilitation'],
    ['Lower limb viability', 'lower-limb'],
    ['Pelvic health', 'pelvic-health'],
    ['Critical Care ACCP', 'critical-care'],
    ['RCEM Emergency Care and Paediatric', 'emergency-medicine'],
    ['Mental Health Curriculum', 'mental-health'],
    ['Ophthalmology curriculum', 'ophthalmology-curriculum'],
    ['Sexual Health and HIV', 'sexual-health'],
    ['Surgical Advanced Practitioner', 'surgery'],
  ] as const
).map(([name, key]) => ['credentials list', 'credential', name, `credential:centre:${key}`]);

/** Made by reading the five texts the product began with; the advertisement in one of them is left out. */
export const sourceList: readonly Named[] = [...framework, ...careers, ...today, ...network, ...listed];
