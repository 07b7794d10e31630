import type { StudyType } from '../../shared/research/study.ts';
import type { Random } from './random.ts';

/** What the invented studies are about: specialties of the research network with conditions they study. */
const conditions: Readonly<Record<string, readonly string[]>> = {
  Ageing: ['frailty', 'falls at home', 'delirium'],
  'Anaesthesia, Perioperative Medicine and Pain Management': ['pain after surgery', 'pre-operative anaemia'],
  Cancer: ['breast cancer', 'lung cancer', 'bowel cancer', 'fatigue after chemotherapy'],
  'Cardiovascular Disease': ['heart failure', 'atrial fibrillation', 'heart attack'],
  Children: ['asthma in children', 'bronchiolitis', 'childhood epilepsy'],
  'Critical Care': ['sepsis', 'weaning from ventilation', 'recovery after critical illness'],
  Diabetes: ['type 1 diabetes', 'diabetic foot ulcers'],
  Gastroenterology: ['inflammatory bowel disease', 'coeliac disease'],
  Haematology: ['multiple myeloma', 'sickle cell disease'],
  'Health Services Research': ['hospital readmission', 'long outpatient waits', 'delayed discharge'],
  Infection: ['hospital pneumonia', 'urinary infection'],
  'Musculoskeletal Disorders': ['knee osteoarthritis', 'rheumatoid arthritis', 'low back pain'],
  'Neurological Disorders': ['migraine', "Parkinson's disease", 'multiple sclerosis'],
  Ophthalmology: ['glaucoma', 'macular degeneration'],
  'Renal Disorders': ['haemodialysis', 'acute kidney injury'],
  'Reproductive Health and Childbirth': ['induction of labour', 'gestational diabetes', 'preterm birth'],
  'Respiratory Disorders': ['chronic obstructive pulmonary disease', 'bronchiectasis', 'severe asthma'],
  Stroke: ['speech after stroke', 'arm recovery after stroke'],
  Surgery: ['wound infection', 'hernia repair', 'appendicitis'],
  'Trauma and Emergency Care': ['hip fracture', 'head injury', 'chest pain'],
};

/** What a service studies, where that is plain; the others study how services work. */
const specialtiesOf: Readonly<Record<string, readonly string[]>> = {
  'Emergency care': ['Trauma and Emergency Care'],
  'Acute medicine': ['Infection', 'Respiratory Disorders'],
  'Respiratory medicine': ['Respiratory Disorders'],
  Cardiology: ['Cardiovascular Disease'],
  Gastroenterology: ['Gastroenterology'],
  'Diabetes and endocrine': ['Diabetes'],
  Stroke: ['Stroke'],
  'Elderly care': ['Ageing'],
  Neurology: ['Neurological Disorders'],
  Neurosurgery: ['Neurological Disorders'],
  'Renal medicine': ['Renal Disorders'],
  'Infectious diseases': ['Infection'],
  'General surgery': ['Surgery'],
  'Vascular surgery': ['Surgery'],
  'Trauma and orthopaedics': ['Trauma and Emergency Care', 'Musculoskeletal Disorders'],
  'Critical care': ['Critical Care'],
  Theatres: ['Anaesthesia, Perioperative Medicine and Pain Management'],
  Anaesthetics: ['Anaesthesia, Perioperative Medicine and Pain Management', 'Critical Care'],
  Ophthalmology: ['Ophthalmology'],
  Maternity: ['Reproductive Health and Childbirth'],
  Gynaecology: ['Reproductive Health and Childbirth'],
  'Neonatal care': ['Children'],
  "Children's services": ['Children'],
  Oncology: ['Cancer'],
  Haematology: ['Haematology'],
  'Palliative care': ['Cancer'],
  Therapies: ['Musculoskeletal Disorders', 'Stroke'],
  Imaging: ['Cancer', 'Stroke'],
  Rheumatology: ['Musculoskeletal Disorders'],
  'Medical services': ['Ageing'],
  'Specialist nursing': ['Respiratory Disorders', 'Cardiovascular Disease'],
  'Urgent care': ['Trauma and Emergency Care', 'Ageing'],
  'Inpatient services': ['Ageing', 'Stroke'],
};

/** How a study of each type is worded. */
const studyWordings: Readonly<Record<StudyType, readonly string[]>> = {
  ctimp: ['Trial of a medicine in', 'Dose comparison in'],
  device: ['Monitoring at home in', 'Bedside test in'],
  interventional: [
    'Nurse-led care for',
    'New care pathway for',
    'Digital support in',
    'Early follow-up after',
  ],
  observational: ['Cohort study of', 'Registry of', 'Patient experience of'],
};

const studyTypeWeights: readonly (readonly [StudyType, number])[] = [
  ['interventional', 38],
  ['observational', 32],
  ['ctimp', 22],
  ['device', 8],
];

/** What one study is about. */
export type Topic = {
  readonly title: string;
  readonly specialty: string;
  readonly studyType: StudyType;
};

/**
 * An invented study that the service could run and whose title is not taken yet; trials of medicines are led by doctors.
 *
 * @throws RangeError when the service has no title left.
 */
export function inventTopic(
  service: string | null,
  doctor: boolean,
  taken: ReadonlySet<string>,
  random: Random,
): Topic {
  const specialties = (service === null ? undefined : specialtiesOf[service]) ?? ['Health Services Research'];
  const specialty = random.pick(specialties);
  const titles = studyTypeWeights.flatMap(([studyType, weight]) =>
    studyType === 'ctimp' && !doctor
      ? []
      : titlesOf(specialty, studyType).map((title) => ({ studyType, title, weight })),
  );
  const free = titles.filter(({ title }) => !taken.has(title)).map((topic) => [topic, topic.weight] as const);
  const { title, studyType } = random.weighted(free);
  return { title, specialty, studyType };
}

function titlesOf(specialty: string, studyType: StudyType): string[] {
  const wordings = studyWordings[studyType];
  return (conditions[specialty] ?? []).flatMap((condition) =>
    wordings.map((wording) => `${wording} ${condition}`),
  );
}
