import { asPlainDate, type PlainDate } from '../../shared/calendar/plain-date.ts';
import { largeCareers, smallCareers, type Career } from './careers.ts';
import type { Places } from './choose-people.ts';
import type { ResearchPlan } from './generate-research.ts';
import { largeOrganisation } from './large-organisation.ts';
import { largePlacesNext, largePlacesNow, smallPlacesNow } from './learner-places.ts';
import type { TeamOutline } from './organisation.ts';
import { largeOtherRoutes, type OtherRoute } from './other-routes.ts';
import { smallOrganisation } from './small-organisation.ts';

/** Everything one sample trust is made from. */
export type TrustPlan = {
  readonly seed: string;
  readonly odsCode: string;
  readonly name: string;
  readonly dataCut: PlainDate;
  readonly organisation: readonly TeamOutline[];
  readonly firstEmployeeNumber: number;
  readonly firstCostCentre: number;
  readonly bankOnly: number;
  readonly careers: readonly Career[];
  readonly otherRoutes: readonly OtherRoute[];
  readonly places: Places;
  readonly research: Omit<ResearchPlan, 'seed' | 'dataCut'>;
  /** Whether the R&D office records who is ready to act; where it does not, the pages say that it is not known. */
  readonly keepsChecklists: boolean;
  /** Pounds of a year’s money that is not the bursary’s. */
  readonly funding: { readonly cpdPounds: number; readonly capabilityPounds: number };
};

export const sampleTrusts = ['large', 'small'] as const;

export type SampleTrust = (typeof sampleTrusts)[number];

/** The day the data of both sample trusts describe. */
export const sampleDataCut = asPlainDate('2026-11-20');

/** 40 investigators with the learners among them, on 55 studies. */
const largeResearch: TrustPlan['research'] = {
  further: {
    pis: [
      { staffGroup: 'Medical and Dental', payScales: ['YC72'], people: 11 },
      { staffGroup: 'Nursing and Midwifery Registered', payScales: ['XR08', 'XR09'], people: 3 },
      { staffGroup: 'Allied Health Professionals', payScales: ['XR07', 'XR08'], people: 1 },
      { staffGroup: 'Add Prof Scientific and Technic', payScales: ['XR08', 'XR09'], people: 1 },
      { staffGroup: 'Medical and Dental', payScales: ['MC75', 'MC70'], people: 1 },
    ],
    coisAmongPis: 10,
    coisOnly: 0,
  },
  moreOpen: 16,
  withoutLog: 5,
  inSetUp: 6,
  closed: 10,
  suspended: 1,
  deliveryTeam: { name: 'Research delivery team', people: 14 },
};

/** Three Principal Investigators and four Co-Investigators, two of them learners. */
const smallResearch: TrustPlan['research'] = {
  further: {
    pis: [
      { staffGroup: 'Medical and Dental', payScales: ['YC72'], people: 1 },
      { staffGroup: 'Nursing and Midwifery Registered', payScales: ['XR07', 'XR08'], people: 1 },
      { staffGroup: 'Allied Health Professionals', payScales: ['XR06', 'XR07'], people: 1 },
    ],
    coisAmongPis: 0,
    coisOnly: 2,
  },
  moreOpen: 3,
  withoutLog: 1,
  inSetUp: 1,
  closed: 2,
  suspended: 0,
  deliveryTeam: { name: 'Quality, education and research', people: 2 },
};

/** Codes that begin with ZZ belong to no organisation of the NHS. */
export const trustPlans: Readonly<Record<SampleTrust, TrustPlan>> = {
  large: {
    seed: 'protected-time/large/1',
    odsCode: 'ZZ1',
    name: 'Example University Hospitals',
    dataCut: sampleDataCut,
    organisation: largeOrganisation,
    firstEmployeeNumber: 30_100_000,
    firstCostCentre: 70_000,
    bankOnly: 40,
    careers: largeCareers,
    otherRoutes: largeOtherRoutes,
    places: { now: largePlacesNow, next: largePlacesNext, without: ['Ward 7, acute medicine'] },
    research: largeResearch,
    keepsChecklists: true,
    funding: { cpdPounds: 40_000, capabilityPounds: 60_000 },
  },
  small: {
    seed: 'protected-time/small/1',
    odsCode: 'ZZ2',
    name: 'Example Community Trust',
    dataCut: sampleDataCut,
    organisation: smallOrganisation,
    firstEmployeeNumber: 40_200_000,
    firstCostCentre: 40_000,
    bankOnly: 12,
    careers: smallCareers,
    otherRoutes: [],
    places: { now: smallPlacesNow, next: [], without: [] },
    research: smallResearch,
    keepsChecklists: false,
    funding: { cpdPounds: 9_000, capabilityPounds: 5_000 },
  },
};
