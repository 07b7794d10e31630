import { asAcademicYear, type AcademicYear } from '../calendar/years.ts';
import type { ParameterStatus } from '../parameters/types.ts';

/** Fees and cover are two ledgers: a source that pays one does not pay the other. */
export type Coverage = 'pays' | 'does-not-pay' | 'by-its-terms';

/** Where money for a course comes from, and its rules as they stood in a year. Starting rows: each is editable. */
export type FundingSource = {
  readonly id: string;
  readonly name: string;
  readonly fees: Coverage;
  readonly cover: Coverage;
  /** The academic year whose rules these are; `null` where the source has no yearly round. */
  readonly academicYear: AcademicYear | null;
  readonly spendBy: 'end of the financial year' | 'end of the award' | null;
  /** `null` is not known. */
  readonly carriesForward: boolean | null;
  readonly rules: readonly string[];
  readonly status: ParameterStatus;
  readonly source: string;
};

const usual = {
  academicYear: null,
  carriesForward: null,
  status: 'unverified',
  source: 'usual practice of NHS trusts; confirm with whoever holds the money',
} as const;

/** The usual sources, with what each pays. Claim dates and amounts are the trust's to enter. */
export const fundingSources: readonly FundingSource[] = [
  {
    id: 'nihr-bursary',
    name: 'NIHR bursary',
    fees: 'pays',
    cover: 'does-not-pay',
    academicYear: asAcademicYear('2024/25'),
    spendBy: null,
    carriesForward: false,
    rules: [
      'Doctors and dentists are excluded.',
      'A course offer must be held.',
      'It cannot be deferred.',
      'Each stage must be passed before the next is funded, for up to three stages.',
      'Re-takes are not paid.',
      'Whether it is paid to the trust or to the university is not published: record it.',
      'Rules of later years were not found.',
    ],
    status: 'published',
    source:
      'NIHR course funding and employer information 2024/25, https://www.nihr.ac.uk/health-and-care-professionals/training/funding-and-employer-information.htm',
  },
  {
    ...usual,
    id: 'cpd',
    name: 'Continuing professional development money',
    fees: 'pays',
    cover: 'does-not-pay',
    spendBy: 'end of the financial year',
    rules: ['Pays fees only, not backfill.'],
  },
  {
    ...usual,
    id: 'research-capability-funding',
    name: 'Research Capability Funding',
    fees: 'does-not-pay',
    cover: 'pays',
    spendBy: 'end of the financial year',
    rules: ['Pays research time of staff.'],
  },
  {
    ...usual,
    id: 'delivery-network',
    name: 'Research delivery network funding',
    fees: 'by-its-terms',
    cover: 'by-its-terms',
    spendBy: 'end of the financial year',
    rules: ['Agreed each year.'],
  },
  {
    ...usual,
    id: 'commercial-income',
    name: 'Commercial research income',
    fees: 'by-its-terms',
    cover: 'by-its-terms',
    spendBy: null,
    rules: ['The trust decides what it pays and whether it may be carried forward.'],
  },
  {
    ...usual,
    id: 'charity',
    name: 'Charity',
    fees: 'by-its-terms',
    cover: 'by-its-terms',
    spendBy: 'end of the award',
    rules: [],
  },
  {
    ...usual,
    id: 'award-salary',
    name: 'Salary part of a personal award',
    fees: 'does-not-pay',
    cover: 'pays',
    spendBy: 'end of the award',
    rules: ['Pays the time of the person who holds the award.'],
  },
  {
    ...usual,
    id: 'integrated-care-board',
    name: 'Integrated care board',
    fees: 'by-its-terms',
    cover: 'by-its-terms',
    spendBy: 'end of the financial year',
    rules: [],
  },
  {
    ...usual,
    id: 'apprenticeship-levy',
    name: 'Apprenticeship levy',
    fees: 'does-not-pay',
    cover: 'does-not-pay',
    spendBy: null,
    rules: ['Does not apply to these courses.'],
  },
];

/** A source by its id or name, case folded; `null` for one the trust has to describe. */
export function parseFundingSource(text: string): FundingSource | null {
  const folded = text.trim().toLowerCase();
  return fundingSources.find(({ id, name }) => id === folded || name.toLowerCase() === folded) ?? null;
}
