import { addDays, addMonths, daysBetween, type PlainDate } from '../../shared/calendar/plain-date.ts';
import type { LearnerRow } from '../../shared/imports/learner-rules.ts';
import type { NewEntry, NewStudy, ResearchRegister } from '../../shared/research/register.ts';
import {
  chooseInvestigators,
  inTurn,
  type FurtherInvestigators,
  type Investigator,
} from './investigators.ts';
import type { NamedPerson } from './namings.ts';
import { itemAt, randomFor, type Random } from './random.ts';
import type { StaffRow } from './staff-row.ts';
import { inventTopic, type Topic } from './study-topics.ts';

export type ResearchPlan = {
  readonly seed: string;
  readonly dataCut: PlainDate;
  readonly further: FurtherInvestigators;
  /** Open studies beyond the first of each Principal Investigator. */
  readonly moreOpen: number;
  /** How many of those have a delegation log that the trust does not hold. */
  readonly withoutLog: number;
  readonly inSetUp: number;
  readonly closed: number;
  readonly suspended: number;
  /** Research staff with another role on the logs. */
  readonly deliveryTeam: { readonly name: string; readonly people: number };
};

/** A study with the person who leads it and since when; `lead` is null where nobody is named. */
type LedStudy = { readonly study: NewStudy; readonly opened: PlainDate; readonly lead: Investigator | null };

const source = 'Delegation log, synthetic';

/** Studies and delegation logs of a trust, so that whoever the learner sheet says is named, is named here. */
export function generateResearch(
  plan: ResearchPlan,
  staff: readonly StaffRow[],
  learners: readonly LearnerRow[],
  named: readonly NamedPerson[],
): ResearchRegister {
  const random = randomFor(plan.seed, 'research');
  const taken = new Set(learners.map(({ employeeNumber }) => employeeNumber));
  const { pis, cois } = chooseInvestigators(named, staff, taken, plan.further, plan.dataCut, random);
  const led = leadStudies(plan, pis, random);
  const entries = [
    ...led.flatMap(leadEntry),
    ...cois.map((coi) => coiEntry(coi, led, random)),
    ...associates(learners, led, random),
    ...deliveryTeam(plan, staff, led, random),
  ];
  return { studies: led.map(({ study }) => study), entries };
}

/** Every Principal Investigator opens one study on the day the role starts; those without a fixed day lead the rest. */
function leadStudies(plan: ResearchPlan, pis: readonly Investigator[], random: Random): LedStudy[] {
  const { dataCut } = plan;
  const free = pis.filter(({ fixed }) => !fixed);
  const first = pis.map((lead, index) => openStudy(dataCut, lead, lead.since, index, true, random));
  const more = times(plan.moreOpen, (index) => {
    const lead = inTurn(free, index);
    return openStudy(
      dataCut,
      lead,
      later(lead.since, dataCut, random),
      index,
      index >= plan.withoutLog,
      random,
    );
  });
  const setUp = times(plan.inSetUp, (index) => studyInSetUp(dataCut, inTurn(free, index), index, random));
  const closed = times(plan.closed, (index) => closedStudy(dataCut, inTurn(free, index), random));
  const suspended = times(plan.suspended, (index) => {
    const lead = inTurn(free, index);
    const one = openStudy(dataCut, lead, later(lead.since, dataCut, random), 9, true, random);
    return { ...one, study: { ...one.study, status: 'suspended' as const } };
  });
  const all = [...first, ...more, ...setUp, ...closed, ...suspended];
  const topics = inventTopics(all, random);
  return all.map((one, index) => ({
    ...one,
    study: {
      ...one.study,
      ...itemAt(topics, index),
      reference: `SYN-${1001 + index}`,
      commercial: fundedBy(index),
    },
  }));
}

/** Two in seven are commercial; of one in ten nobody has said. */
function fundedBy(index: number): boolean | null {
  return index % 10 === 6 ? null : index % 7 < 2;
}

function times<T>(count: number, make: (index: number) => T): T[] {
  return Array.from({ length: count }, (_, index) => make(index));
}

/** A subject for each study that suits who leads it, no title twice. */
function inventTopics(led: readonly LedStudy[], random: Random): Topic[] {
  const taken = new Set<string>();
  return led.map(({ lead }) => {
    const topic = inventTopic(lead?.service ?? null, lead?.doctor ?? false, taken, random);
    taken.add(topic.title);
    return topic;
  });
}

const blank = {
  reference: '',
  title: '',
  specialty: null,
  studyType: null,
  closedOn: null,
} satisfies Partial<NewStudy>;

/** One in four closes within the year; now and then nobody has said when. */
function openStudy(
  dataCut: PlainDate,
  lead: Investigator,
  opened: PlainDate,
  index: number,
  delegationLogHeld: boolean,
  random: Random,
): LedStudy {
  const soon = index % 4 === 0;
  const closes = addDays(dataCut, soon ? random.whole(40, 350) : random.whole(380, 1600));
  const plannedClose = index % 11 === 7 ? null : closes;
  const study = { ...blank, status: 'open' as const, plannedClose, delegationLogHeld, openedOn: opened };
  return { study, opened, lead };
}

/** Every second one has somebody to lead it; the others are openings. */
function studyInSetUp(dataCut: PlainDate, lead: Investigator, index: number, random: Random): LedStudy {
  const led = index % 2 === 0;
  const plannedClose = addMonths(dataCut, random.whole(18, 40));
  const plannedOpen = addDays(dataCut, 60 + 30 * index);
  const study = { ...blank, status: 'in-set-up' as const, plannedOpen, plannedClose, delegationLogHeld: led };
  return { study, opened: addDays(dataCut, -random.whole(10, 70)), lead: led ? lead : null };
}

function closedStudy(dataCut: PlainDate, lead: Investigator, random: Random): LedStudy {
  const opened = addDays(lead.since, random.whole(0, 200));
  const longest = daysBetween(opened, dataCut) - 30;
  const closedOn = addDays(opened, random.whole(Math.floor(longest / 2), longest));
  const study = {
    ...blank,
    status: 'closed' as const,
    plannedClose: closedOn,
    openedOn: opened,
    closedOn,
    delegationLogHeld: true,
  };
  return { study, opened, lead };
}

/** A day between then and two months before the data cut. */
function later(since: PlainDate, dataCut: PlainDate, random: Random): PlainDate {
  return addDays(since, random.whole(30, Math.max(30, daysBetween(since, dataCut) - 60)));
}

function leadEntry({ study, opened, lead }: LedStudy): NewEntry[] {
  if (lead === null || !study.delegationLogHeld) return [];
  return [
    {
      studyReference: study.reference,
      employeeNumber: lead.employeeNumber,
      role: 'pi',
      startedOn: opened,
      endedOn: study.closedOn,
      source,
    },
  ];
}

/** Open studies with a log that was there on the day, led by somebody else. */
function studiesFor(led: readonly LedStudy[], employeeNumber: string, day: PlainDate): LedStudy[] {
  return led.filter(
    ({ study, opened, lead }) =>
      study.status === 'open' &&
      study.delegationLogHeld &&
      opened <= day &&
      lead?.employeeNumber !== employeeNumber,
  );
}

function coiEntry(coi: Investigator, led: readonly LedStudy[], random: Random): NewEntry {
  const { study } = random.pick(studiesFor(led, coi.employeeNumber, coi.since));
  return {
    studyReference: study.reference,
    employeeNumber: coi.employeeNumber,
    role: 'coi',
    startedOn: coi.since,
    endedOn: null,
    source,
  };
}

/** People of the Associate PI Scheme stand on the log of the study they learn on, for as long as the scheme runs. */
function associates(learners: readonly LearnerRow[], led: readonly LedStudy[], random: Random): NewEntry[] {
  return learners.flatMap(({ route, startedOn, qualifiedOn, employeeNumber }) => {
    if (route !== 'associate-pi' || startedOn === null) return [];
    const { study } = random.pick(studiesFor(led, employeeNumber, startedOn));
    return [
      {
        studyReference: study.reference,
        employeeNumber,
        role: 'associate-pi' as const,
        startedOn,
        endedOn: qualifiedOn,
        source,
      },
    ];
  });
}

/** Research nurses on the logs: they deliver studies and are no investigators. */
function deliveryTeam(
  plan: ResearchPlan,
  staff: readonly StaffRow[],
  led: readonly LedStudy[],
  random: Random,
): NewEntry[] {
  const { name, people } = plan.deliveryTeam;
  const nurses = staff.filter(
    (row) => row.team === name && row.registrationBody !== null && row.startDate < '2025-01-01',
  );
  return nurses.slice(0, people).flatMap(({ employeeNumber, startDate }) => {
    const possible = studiesFor(led, employeeNumber, addDays(plan.dataCut, -365));
    if (possible.length === 0) return [];
    const { study, opened } = random.pick(possible);
    const startedOn = addDays([startDate, opened].sort().at(-1) ?? opened, random.whole(20, 120));
    return [
      {
        studyReference: study.reference,
        employeeNumber,
        role: 'other' as const,
        startedOn,
        endedOn: null,
        source,
      },
    ];
  });
}
