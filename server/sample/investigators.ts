import {
  addDays,
  addMonths,
  asPlainDate,
  daysBetween,
  type PlainDate,
} from '../../shared/calendar/plain-date.ts';
import type { NamedPerson } from './namings.ts';
import { itemAt, type Random } from './random.ts';
import type { StaffRow } from './staff-row.ts';

/** Investigators who came to it without any route on the learner sheet: how many of each kind of post. */
export type FurtherInvestigators = {
  readonly pis: readonly {
    readonly payScales: readonly string[];
    readonly staffGroup: string;
    readonly people: number;
  }[];
  /** How many of those are also Co-Investigator on somebody else's study. */
  readonly coisAmongPis: number;
  readonly coisOnly: number;
};

export type Investigator = {
  readonly employeeNumber: string;
  readonly since: PlainDate;
  /** On the learner sheet, so that the day must agree with it. */
  readonly fixed: boolean;
  readonly service: string;
  readonly doctor: boolean;
};

export type Investigators = {
  readonly pis: readonly Investigator[];
  readonly cois: readonly Investigator[];
};

/** Everybody who is named on a log: the learners among them, then colleagues who never were. */
export function chooseInvestigators(
  named: readonly NamedPerson[],
  staff: readonly StaffRow[],
  taken: ReadonlySet<string>,
  further: FurtherInvestigators,
  dataCut: PlainDate,
  random: Random,
): Investigators {
  const used = new Set(taken);
  const choose = (payScales: readonly string[], staffGroup: string): Investigator => {
    const row = random.pick(
      staff.filter(
        (one) =>
          one.staffGroup === staffGroup &&
          payScales.includes(one.payScale) &&
          one.status === 'Active Assignment' &&
          one.category === 'Permanent' &&
          one.startDate < '2021-01-01' &&
          !used.has(one.employeeNumber),
      ),
    );
    used.add(row.employeeNumber);
    return { ...whoIs(row), since: firstStudy(row, dataCut, random), fixed: false };
  };
  const pis = further.pis.flatMap(({ payScales, staffGroup, people }) =>
    Array.from({ length: people }, () => choose(payScales, staffGroup)),
  );
  const cois = Array.from({ length: further.coisOnly }, () =>
    choose(['XR06', 'XR07'], 'Nursing and Midwifery Registered'),
  );
  const alsoCois = pis.slice(0, further.coisAmongPis).map((pi) => ({ ...pi, since: addMonths(pi.since, 8) }));
  return {
    pis: [...pis, ...fixedRole(named, staff, (person) => person.piSince)],
    cois: [...fixedRole(named, staff, (person) => person.coiSince), ...cois, ...alsoCois],
  };
}

function fixedRole(
  named: readonly NamedPerson[],
  staff: readonly StaffRow[],
  sinceOf: (person: NamedPerson) => PlainDate | null,
): Investigator[] {
  return named.flatMap((person) => {
    const since = sinceOf(person);
    const row = staff.find(({ employeeNumber }) => employeeNumber === person.employeeNumber);
    return since === null || row === undefined ? [] : [{ ...whoIs(row), since, fixed: true }];
  });
}

function whoIs(row: StaffRow): Pick<Investigator, 'employeeNumber' | 'service' | 'doctor'> {
  const { employeeNumber, service, staffGroup } = row;
  return { employeeNumber, service, doctor: staffGroup === 'Medical and Dental' };
}

/** Two to nine years ago, and not in the first half year of the post. */
function firstStudy(row: StaffRow, dataCut: PlainDate, random: Random): PlainDate {
  const earliest = [addDays(row.startDate, 180), asPlainDate('2017-04-03')].sort()[1];
  const latest = addMonths(dataCut, -24);
  const from = earliest ?? latest;
  return addDays(from, Math.floor(random.next() ** 2 * Math.max(0, daysBetween(from, latest))));
}

/** The people in turn, again and again. */
export function inTurn(people: readonly Investigator[], index: number): Investigator {
  return itemAt(people, index % people.length);
}
