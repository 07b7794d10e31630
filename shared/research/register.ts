import { z } from 'zod';
import { isPlainDate, type PlainDate } from '../calendar/plain-date.ts';
import { faultsOfStudy } from './check-study.ts';
import { delegationRoles } from './delegation.ts';
import { studyStatuses, studyTypes } from './study.ts';

const day = z.custom<PlainDate>(isPlainDate, 'not a day of the calendar');
const text = (most: number) => z.string().trim().min(1).max(most);

/** A study as it is recorded; `null` is not known. */
export const newStudySchema = z.strictObject({
  reference: text(100),
  title: text(300),
  specialty: text(100).nullable(),
  studyType: z.enum(studyTypes).nullable(),
  status: z.enum(studyStatuses),
  plannedClose: day.nullable(),
  closedOn: day.nullable(),
  delegationLogHeld: z.boolean(),
  cpmsId: text(50).nullable().default(null),
  irasId: text(50).nullable().default(null),
  edgeId: text(50).nullable().default(null),
  commercial: z.boolean().nullable().default(null),
  sites: text(300).nullable().default(null),
  plannedOpen: day.nullable().default(null),
  openedOn: day.nullable().default(null),
});

/** A delegation entry as it is recorded: the study by its reference, the person by employee number. */
export const newEntrySchema = z.strictObject({
  studyReference: text(100),
  employeeNumber: z.string().regex(/^[0-9]{6,10}$/),
  role: z.enum(delegationRoles),
  startedOn: day,
  endedOn: day.nullable(),
  source: text(200),
});

export const researchRegisterSchema = z.strictObject({
  studies: z.array(newStudySchema).max(10_000),
  entries: z.array(newEntrySchema).max(100_000),
});

/** As it is given: what the trust has nothing of may be left out. */
export type NewStudy = z.input<typeof newStudySchema>;
export type NewEntry = z.infer<typeof newEntrySchema>;

/** Studies with the people named on their delegation logs. */
export type ResearchRegister = z.input<typeof researchRegisterSchema>;

/** What is wrong with one record; `at` leads to it, and no sentence holds a name or a number of staff. */
export type RegisterFault = { readonly at: string; readonly message: string };

function studyFaults(study: NewStudy, index: number): RegisterFault[] {
  return faultsOfStudy(study).map((message) => ({ at: `/studies/${index}`, message }));
}

function entryFaults(
  entry: NewEntry,
  index: number,
  studies: ReadonlyMap<string, NewStudy>,
): RegisterFault[] {
  const at = `/entries/${index}`;
  const study = studies.get(entry.studyReference);
  if (study === undefined) return [{ at, message: 'There is no study with this reference.' }];
  const faults: RegisterFault[] = [];
  if (!study.delegationLogHeld) {
    faults.push({ at, message: 'The study is marked as one whose delegation log is not held.' });
  }
  if (entry.endedOn !== null && entry.endedOn < entry.startedOn) {
    faults.push({ at, message: 'The role ends before it starts.' });
  }
  if (study.closedOn !== null && entry.startedOn > study.closedOn) {
    faults.push({ at, message: 'The role starts after the study closed.' });
  }
  return faults;
}

/** Everything that cannot be true in a register, all at once. */
export function registerFaults(register: ResearchRegister): RegisterFault[] {
  const studies = new Map(register.studies.map((study) => [study.reference, study]));
  const references = register.studies.map(({ reference }) => reference);
  const twice = references.flatMap((reference, index) =>
    references.indexOf(reference) === index
      ? []
      : [{ at: `/studies/${index}`, message: 'This reference stands twice.' }],
  );
  return [
    ...twice,
    ...register.studies.flatMap(studyFaults),
    ...register.entries.flatMap((entry, index) => entryFaults(entry, index, studies)),
  ];
}
