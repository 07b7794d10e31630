import type { Stage } from '../../shared/programmes/stages.ts';

/** How one stage of one person went, or how far the plan for it has come. */
export type StageOutcome =
  | 'interested'
  | 'applied'
  | 'offered'
  | 'funded'
  | 'enrolled'
  | 'interrupted'
  | 'withdrawn'
  | 'qualified'
  /** Qualified a year late, after one interruption. */
  | 'qualified-late';

export type StageRun = { readonly stage: Stage; readonly year: number; readonly outcome: StageOutcome };

/** When somebody was first named on a delegation log, against the start of the course. */
export type Naming = 'before' | 'coi' | 'pi' | 'coi-then-pi';

/** One or several people who went the same way through the framework. */
export type Career = {
  readonly people: number;
  readonly runs: readonly StageRun[];
  /** The person has left the trust since. */
  readonly left: boolean;
  readonly named: Naming | null;
};

const stageLetters: Readonly<Record<string, Stage>> = { c: 'pgcert', d: 'pgdip', m: 'masters' };
const outcomeLetters: Readonly<Record<string, StageOutcome>> = {
  Q: 'qualified',
  L: 'qualified-late',
  E: 'enrolled',
  I: 'interrupted',
  W: 'withdrawn',
  i: 'interested',
  a: 'applied',
  o: 'offered',
  f: 'funded',
};

/** Reads 'c22Q d23E': stage (certificate, diploma, master's), year of intake, outcome. */
function readRun(text: string): StageRun {
  const stage = stageLetters[text.slice(0, 1)];
  const outcome = outcomeLetters[text.slice(3)];
  if (stage === undefined || outcome === undefined) throw new RangeError(`not a stage of a career: ${text}`);
  return { stage, year: 2000 + Number(text.slice(1, 3)), outcome };
}

function career(people: number, runs: string, named: Naming | null = null, left = false): Career {
  return { people, runs: runs.split(' ').map(readRun), left, named };
}

/** Five intakes of the large trust and the people planned for September 2027. */
export const largeCareers: readonly Career[] = [
  // September 2022: 9 people, all long through the first stage.
  career(1, 'c22Q d23Q m24Q', 'coi-then-pi'),
  career(1, 'c22Q d23Q m24Q', 'pi'),
  career(1, 'c22Q d23Q m24Q', 'coi'),
  career(1, 'c22Q d23Q m24L', 'coi-then-pi'),
  career(1, 'c22Q d23Q', 'coi'),
  career(1, 'c22Q', 'before'),
  career(1, 'c22Q'),
  career(1, 'c22Q', null, true),
  career(1, 'c22W'),
  // September 2023: 13 people.
  career(1, 'c23Q d24Q m25Q', 'coi'),
  career(1, 'c23Q d24Q m25Q', 'before'),
  career(1, 'c23Q d24Q m25Q'),
  career(1, 'c23Q d24Q m25I', 'coi'),
  career(1, 'c23Q d24W'),
  career(2, 'c23Q d24Q', 'coi'),
  career(1, 'c23Q d25Q'),
  career(1, 'c23Q', 'coi'),
  career(1, 'c23Q'),
  career(1, 'c23Q', null, true),
  career(1, 'c23W'),
  career(1, 'c23W', null, true),
  // September 2024: 16 people.
  career(1, 'c24Q d25Q m26E', 'coi'),
  career(1, 'c24Q d25Q m26E', 'before'),
  career(2, 'c24Q d25Q m26E'),
  career(2, 'c24Q d25Q'),
  career(1, 'c24Q d25I'),
  career(1, 'c24Q d26E', 'coi'),
  career(1, 'c24Q d26E'),
  career(3, 'c24Q'),
  career(1, 'c24L'),
  career(2, 'c24W'),
  career(1, 'c24Q', null, true),
  // September 2025: 18 people.
  career(1, 'c25Q d26E', 'before'),
  career(6, 'c25Q d26E'),
  career(2, 'c25Q'),
  career(1, 'c25Q d27a'),
  career(1, 'c25Q d27o'),
  career(1, 'c25Q d27f'),
  career(1, 'c25Q', null, true),
  career(2, 'c25I'),
  career(2, 'c25W'),
  career(1, 'c25Q', 'coi'),
  // September 2026: 19 people, now in their first term.
  career(1, 'c26E', 'before'),
  career(17, 'c26E'),
  career(1, 'c26W'),
  // September 2027: 15 people at the first stage; three more go on to the second, above.
  career(6, 'c27i'),
  career(4, 'c27a'),
  career(3, 'c27o'),
  career(2, 'c27f'),
];

/** A small trust: three learners now and two past. */
export const smallCareers: readonly Career[] = [
  career(1, 'c26E'),
  career(1, 'c25Q d26E'),
  career(1, 'c26E', 'before'),
  career(1, 'c24Q', 'coi'),
  career(1, 'c24W'),
];

/** The careers with one entry for each person. */
export function eachPerson(careers: readonly Career[]): Career[] {
  return careers.flatMap((way) => Array.from({ length: way.people }, () => way));
}
