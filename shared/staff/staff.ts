import type { PlainDate } from '../calendar/plain-date.ts';

/** The nine staff groups of ESR, in ESR's spelling. */
export const staffGroups = [
  'Add Prof Scientific and Technic',
  'Additional Clinical Services',
  'Administrative and Clerical',
  'Allied Health Professionals',
  'Estates and Ancillary',
  'Healthcare Scientists',
  'Medical and Dental',
  'Nursing and Midwifery Registered',
  'Students',
] as const;

export type StaffGroup = (typeof staffGroups)[number];

/** The groups whose members hold a professional registration: they count towards a planned minimum. */
export const registeredStaffGroups = [
  'Nursing and Midwifery Registered',
  'Allied Health Professionals',
  'Healthcare Scientists',
  'Add Prof Scientific and Technic',
  'Medical and Dental',
] as const satisfies readonly StaffGroup[];

const groupByFoldedName: ReadonlyMap<string, StaffGroup> = new Map(
  staffGroups.map((group) => [group.toLowerCase(), group]),
);

/** The staff group a text names after trimming and folding case, or `null`. */
export function parseStaffGroup(text: string): StaffGroup | null {
  return groupByFoldedName.get(text.trim().toLowerCase()) ?? null;
}

export function isRegisteredGroup(group: string): boolean {
  return registeredStaffGroups.some((registered) => registered === group);
}

/** One employee of the trust. `null` is "not known". */
export type Person = {
  readonly id: string;
  readonly employeeNumber: string;
  readonly lastName: string;
  readonly firstName: string;
  readonly ageBand: string | null;
  readonly registrationBody: string | null;
  readonly registrationNumber: string | null;
};

/** One post a person holds. A person may hold several: headcount counts people, capacity adds assignments. */
export type Assignment = {
  readonly id: string;
  readonly personId: string;
  readonly assignmentNumber: string;
  readonly staffGroup: StaffGroup;
  readonly jobRole: string;
  /** Folded code (`XR05`) where known, else the text of the file. */
  readonly payScale: string;
  readonly gradeStep: string | null;
  /** Full-time equivalent in 1/100,000: 80000 is 0.80. */
  readonly fteE5: number;
  /** Contracted hours a week in hundredths: 3750 is 37.5 hours. */
  readonly contractedHoursX100: number;
  readonly orgL4: string;
  readonly orgL5: string | null;
  readonly orgL6: string | null;
  readonly orgL7: string | null;
  readonly costCentre: string;
  /** Absent means active. */
  readonly status: string | null;
  /** Absent means permanent. */
  readonly category: string | null;
  readonly startDate: PlainDate;
  /** The last day in post. */
  readonly leavingDate: PlainDate | null;
  readonly fixedTermEnd: PlainDate | null;
  /** The day of the next step of the pay scale, as the staff file gives it. */
  readonly incrementDate: PlainDate | null;
};

/** In post on a day: the start date and the leaving date are both days in post. */
export function isInPost(post: Pick<Assignment, 'startDate' | 'leavingDate'>, day: PlainDate): boolean {
  return post.startDate <= day && (post.leavingDate === null || post.leavingDate >= day);
}
