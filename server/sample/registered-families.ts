import type { JobFamilyFacts, Post } from './job-family.ts';
import { medicalHours, officeHours, rosterHours } from './working-hours.ts';

const nursing = {
  staffGroup: 'Nursing and Midwifery Registered',
  registrationBody: 'Nursing and Midwifery Council',
} as const;
const alliedHealth = {
  staffGroup: 'Allied Health Professionals',
  registrationBody: 'Health and Care Professions Council',
  hours: officeHours,
} as const;

function alliedHealthOf(jobRole: string): JobFamilyFacts {
  const posts: readonly Post[] = [
    [jobRole, 'XR05', 26],
    [`${jobRole} Specialist Practitioner`, 'XR06', 40],
    [`${jobRole} Specialist Practitioner`, 'XR07', 24],
    [`${jobRole} Advanced Practitioner`, 'XR08', 8],
    [`${jobRole} Manager`, 'XR09', 2],
  ];
  return { ...alliedHealth, posts };
}

/** Families whose members are on a professional register. */
export const registeredFamilies = {
  wardNurse: {
    ...nursing,
    hours: rosterHours,
    posts: [
      ['Staff Nurse', 'XR05', 68],
      ['Sister/Charge Nurse', 'XR06', 24],
      ['Sister/Charge Nurse', 'XR07', 6],
      ['Advanced Practitioner', 'XR08', 2],
    ],
  },
  specialistNurse: {
    ...nursing,
    hours: officeHours,
    posts: [
      ['Specialist Nurse Practitioner', 'XR06', 44],
      ['Specialist Nurse Practitioner', 'XR07', 38],
      ['Advanced Practitioner', 'XR08', 14],
      ['Nurse Consultant', 'XR09', 4],
    ],
  },
  communityNurse: {
    ...nursing,
    hours: officeHours,
    posts: [
      ['Community Nurse', 'XR05', 55],
      ['Community Practitioner', 'XR06', 32],
      ['Community Practitioner', 'XR07', 11],
      ['Advanced Practitioner', 'XR08', 2],
    ],
  },
  midwife: {
    ...nursing,
    hours: rosterHours,
    posts: [
      ['Midwife', 'XR05', 18],
      ['Midwife', 'XR06', 66],
      ['Midwife - Specialist Practitioner', 'XR07', 14],
      ['Midwife - Consultant', 'XR08', 2],
    ],
  },
  researchNurse: {
    ...nursing,
    hours: officeHours,
    posts: [
      ['Specialist Nurse Practitioner', 'XR06', 62],
      ['Specialist Nurse Practitioner', 'XR07', 30],
      ['Nurse Manager', 'XR08', 8],
    ],
  },
  doctor: {
    staffGroup: 'Medical and Dental',
    registrationBody: 'General Medical Council',
    hours: medicalHours,
    posts: [
      ['Consultant', 'YC72', 46],
      ['Specialty Registrar', 'MN39', 30],
      ['Foundation Year 1', 'MN37', 7],
      ['Foundation Year 2', 'MN35', 7],
      ['Specialty Doctor', 'MC75', 8],
      ['Specialist', 'MC70', 2],
    ],
  },
  physiotherapist: alliedHealthOf('Physiotherapist'),
  occupationalTherapist: alliedHealthOf('Occupational Therapist'),
  speechTherapist: alliedHealthOf('Speech and Language Therapist'),
  dietitian: alliedHealthOf('Dietitian'),
  podiatrist: alliedHealthOf('Podiatrist'),
  radiographer: alliedHealthOf('Radiographer - Diagnostic'),
  therapeuticRadiographer: alliedHealthOf('Radiographer - Therapeutic'),
  operatingDepartment: { ...alliedHealthOf('Operating Department Practitioner'), hours: rosterHours },
  orthoptist: alliedHealthOf('Orthoptist'),
  pharmacist: {
    staffGroup: 'Add Prof Scientific and Technic',
    registrationBody: 'General Pharmaceutical Council',
    hours: officeHours,
    posts: [
      ['Technician', 'XR04', 18],
      ['Technician', 'XR05', 24],
      ['Pharmacist', 'XR06', 22],
      ['Pharmacist', 'XR07', 22],
      ['Specialist Pharmacist', 'XR08', 11],
      ['Specialist Pharmacist', 'XR09', 3],
    ],
  },
  psychologist: {
    staffGroup: 'Add Prof Scientific and Technic',
    registrationBody: 'Health and Care Professions Council',
    hours: officeHours,
    posts: [
      ['Psychological Therapist', 'XR07', 34],
      ['Clinical Psychologist', 'XR08', 46],
      ['Clinical Psychologist', 'XR09', 16],
      ['Clinical Psychologist', 'XR10', 4],
    ],
  },
  scientist: {
    staffGroup: 'Healthcare Scientists',
    registrationBody: 'Health and Care Professions Council',
    hours: officeHours,
    posts: [
      ['Biomedical Scientist', 'XR05', 28],
      ['Biomedical Scientist', 'XR06', 38],
      ['Specialist Healthcare Scientist', 'XR07', 22],
      ['Clinical Scientist', 'XR08', 9],
      ['Consultant Healthcare Scientist', 'XR10', 3],
    ],
  },
  physiologist: {
    staffGroup: 'Healthcare Scientists',
    registrationBody: 'Academy for Healthcare Science',
    hours: officeHours,
    posts: [
      ['Healthcare Science Practitioner', 'XR05', 30],
      ['Specialist Healthcare Science Practitioner', 'XR06', 36],
      ['Specialist Healthcare Science Practitioner', 'XR07', 26],
      ['Clinical Scientist', 'XR08', 8],
    ],
  },
} as const satisfies Record<string, JobFamilyFacts>;
