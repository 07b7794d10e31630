import { clinic, division, office, ward, type TeamOutline } from './organisation.ts';

const adults = division('Adult Community Services', [
  ward('Meadow Ward, rehabilitation', 'Inpatient services', 22, 24, 3, 'newly-short'),
  ward('Orchard Ward, intermediate care', 'Inpatient services', 21, 23, 3, 'short-anyway'),
  ward('Urgent Treatment Centre', 'Urgent care', 26, 11, 7),
  clinic('District nursing, north', 'District nursing', { communityNurse: 33, support: 12, clerical: 4 }),
  clinic('District nursing, south', 'District nursing', { communityNurse: 35, support: 13, clerical: 4 }),
  clinic('District nursing, coast', 'District nursing', { communityNurse: 28, support: 10, clerical: 3 }),
  clinic('Rapid response', 'Urgent care', {
    communityNurse: 20,
    physiotherapist: 6,
    support: 14,
    clerical: 4,
  }),
  office('Tissue viability and continence', 'Specialist nursing', { specialistNurse: 14, clerical: 3 }),
  office('Heart and lung community team', 'Specialist nursing', {
    specialistNurse: 14,
    physiotherapist: 4,
    clerical: 3,
  }),
  office('End of life care team', 'Specialist nursing', { specialistNurse: 13, support: 8, clerical: 2 }),
  office('Community doctors', 'Medical services', { doctor: 19 }),
]);

const childrenAndFamilies = division('Children and Families', [
  office('Health visiting, north', 'Public health nursing', { communityNurse: 29, support: 10, clerical: 4 }),
  office('Health visiting, south', 'Public health nursing', { communityNurse: 28, support: 8, clerical: 4 }),
  office('School nursing', 'Public health nursing', { communityNurse: 22, support: 9, clerical: 4 }),
  office("Children's therapies", "Children's services", {
    speechTherapist: 18,
    occupationalTherapist: 12,
    clerical: 4,
  }),
]);

const therapies = division('Therapies and Dental', [
  clinic('Musculoskeletal physiotherapy', 'Therapies', {
    physiotherapist: 29,
    technicalSupport: 8,
    clerical: 6,
  }),
  clinic('Community occupational therapy', 'Therapies', {
    occupationalTherapist: 22,
    technicalSupport: 10,
    clerical: 3,
  }),
  clinic('Podiatry', 'Therapies', { podiatrist: 22, technicalSupport: 6, clerical: 5 }),
  clinic('Nutrition and dietetics', 'Therapies', { dietitian: 11, clerical: 2 }),
  clinic('Community dental service', 'Dental', { doctor: 9, technicalSupport: 16, clerical: 6 }),
  clinic('Medicines management', 'Pharmacy', { pharmacist: 15, clerical: 2 }),
]);

const corporate = division('Corporate Services', [
  office('Finance, people and digital', 'Corporate', { management: 70 }),
  office('Access and booking centre', 'Corporate', { clerical: 35 }),
  office('Estates and facilities', 'Estates', { hotelServices: 32, craftsperson: 8, management: 2 }),
  office('Quality, education and research', 'Nursing directorate', {
    specialistNurse: 10,
    student: 5,
    management: 8,
  }),
]);

/** 25 teams of a community trust in four divisions. */
export const smallOrganisation: readonly TeamOutline[] = [
  ...adults,
  ...childrenAndFamilies,
  ...therapies,
  ...corporate,
];
