import type { JobFamilyFacts } from './job-family.ts';
import { officeHours, rosterHours, serviceHours } from './working-hours.ts';

/** Families without a professional register. */
export const supportFamilies = {
  support: {
    staffGroup: 'Additional Clinical Services',
    registrationBody: null,
    hours: rosterHours,
    posts: [
      ['Healthcare Assistant', 'XR02', 58],
      ['Health Care Support Worker', 'XR03', 36],
      ['Assistant Practitioner', 'XR04', 6],
    ],
  },
  technicalSupport: {
    staffGroup: 'Additional Clinical Services',
    registrationBody: null,
    hours: officeHours,
    posts: [
      ['Helper/Assistant', 'XR02', 34],
      ['Technician', 'XR03', 44],
      ['Assistant/Associate Practitioner', 'XR04', 22],
    ],
  },
  clerical: {
    staffGroup: 'Administrative and Clerical',
    registrationBody: null,
    hours: officeHours,
    posts: [
      ['Receptionist', 'XR02', 24],
      ['Clerical Worker', 'XR03', 46],
      ['Medical Secretary', 'XR04', 26],
      ['Officer', 'XR05', 4],
    ],
  },
  management: {
    staffGroup: 'Administrative and Clerical',
    registrationBody: null,
    hours: officeHours,
    posts: [
      ['Clerical Worker', 'XR03', 14],
      ['Officer', 'XR04', 22],
      ['Officer', 'XR05', 20],
      ['Manager', 'XR06', 16],
      ['Manager', 'XR07', 13],
      ['Senior Manager', 'XR08', 8],
      ['Senior Manager', 'XR09', 4],
      ['Senior Manager', 'XR11', 2],
      ['Senior Manager', 'XR12', 1],
    ],
  },
  hotelServices: {
    staffGroup: 'Estates and Ancillary',
    registrationBody: null,
    hours: serviceHours,
    posts: [
      ['Housekeeper', 'XR02', 56],
      ['Support Worker', 'XR02', 32],
      ['Supervisor', 'XR03', 12],
    ],
  },
  porter: {
    staffGroup: 'Estates and Ancillary',
    registrationBody: null,
    hours: serviceHours,
    posts: [
      ['Porter', 'XR02', 78],
      ['Security Officer', 'XR03', 16],
      ['Supervisor', 'XR04', 6],
    ],
  },
  craftsperson: {
    staffGroup: 'Estates and Ancillary',
    registrationBody: null,
    hours: [
      [37.5, 96],
      [30, 4],
    ],
    posts: [
      ['Maintenance Craftsperson', 'XR04', 60],
      ['Engineer', 'XR05', 30],
      ['Estates Manager', 'XR07', 10],
    ],
  },
  student: {
    staffGroup: 'Students',
    registrationBody: null,
    hours: [[37.5, 1]],
    posts: [
      ['Student Nurse - Adult Branch', 'XR04', 60],
      ['Student Midwife', 'XR04', 25],
      ['Student Physiotherapist', 'XR04', 15],
    ],
  },
} as const satisfies Record<string, JobFamilyFacts>;
